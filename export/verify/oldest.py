"""The oldest runtime that pip still gives, tflite-runtime 2.14: a `.tflite` must answer there as in the newest.

An older runtime may compute what it does not know, and say nothing. It needs another NumPy, so it has an environment of
its own, and is asked in a process of its own.
"""

import subprocess
import tempfile
from pathlib import Path

import numpy as np

from export.samples import Samples, first
from export.verify.verification import LOSS

PYTHON = Path(__file__).parents[2] / ".venv-oldest" / "bin" / "python"
"""The environment of `requirements-oldest.txt`."""
SCRIPT = Path(__file__).with_name("oldest_runtime.py")
PICTURES = 1_000
"""Number of pictures that are also run here, the first ones."""
CHANGED = {"int8": 0.005, "int8-full": 0.005}
"""Share of the pictures whose label may differ from the newest runtime, for files with integer arithmetic, because the
two runtimes round at different points. With float arithmetic no label may differ."""


class NoOldestRuntime(OSError):
    """The oldest runtime is not installed."""


def run(path: Path, pictures: Samples) -> np.ndarray:
    """The answers of a `.tflite` to the first `PICTURES` pictures, float32 [n, ...].

    Raises:
        NoOldestRuntime: its environment does not exist.
        ValueError: the runtime refuses the file; the message has the reason.
    """
    if not PYTHON.exists():
        raise NoOldestRuntime(
            "tflite-runtime 2.14, in which .tflite files are verified, is missing: "
            "`make .venv-oldest/installed` installs it."
        )
    with tempfile.TemporaryDirectory() as folder:
        given, answers = Path(folder) / "pictures.npy", Path(folder) / "answers.npy"
        np.save(given, np.concatenate(list(first(pictures, PICTURES).batches())))
        command = [PYTHON, SCRIPT, path, given, answers]
        ran = subprocess.run(command, capture_output=True, text=True)
        if ran.returncode:
            said = ran.stderr.strip().splitlines() or [f"it ended with {ran.returncode}"]
            raise ValueError(said[-1])
        return np.load(answers)


def fault(path: Path, precision: str, newest: np.ndarray, pictures: Samples) -> str | None:
    """Why a `.tflite` must not be published because of the oldest runtime, as a sentence; None if it may be.

    Args:
        path: of the file.
        precision: determines how many labels may differ.
        newest: its probabilities in the newest runtime, float32 [n, labels], for all pictures or the first ones.
        pictures: the pictures.
    """
    try:
        oldest = run(path, pictures)
    except ValueError as refused:
        return f"does not run in tflite-runtime 2.14: {refused}"
    newest = newest[: len(oldest)]
    given, expected = oldest.argmax(axis=1), newest.argmax(axis=1)
    images, changed = len(oldest), int((given != expected).sum())
    allowed = CHANGED.get(precision, 0)
    # `not <=` instead of `>`, so that NaN fails too
    if not np.isfinite(oldest).all() or not changed <= allowed * images:
        return (
            f"gives another label in tflite-runtime 2.14 than in LiteRT for {changed} of {images} pictures; "
            f"{allowed:.1%} are allowed"
        )
    if pictures.labels is not None:
        right, right_in_newest = (int((found == pictures.labels[:images]).sum()) for found in (given, expected))
        if not abs(right - right_in_newest) <= LOSS * images:
            return (
                f"answers {right / images:.2%} of {images} pictures right in tflite-runtime 2.14, and "
                f"{right_in_newest / images:.2%} in LiteRT; a difference of {LOSS:.1%} is allowed"
            )
    return None

"""Runs a user's file as it is, with its own runtime, to compare what is published with it.

Each runs in a process of its own with a limit of time: LiteRT in this environment, ONNX Runtime and PyTorch in
environments that only those install who convert such files.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
SECONDS = 1_800
"""How long a conversion or a run may take."""


class NoConverter(OSError):
    """The environment that converts a kind of file is not installed."""


@dataclass(frozen=True)
class Runtime:
    """What runs a kind of file.

    Attributes:
        name: as users read it.
        script: runs the file: MODEL INPUTS ANSWERS, as `run_tflite.py` describes.
        environment: the folder of its Python, in the root of the repository; None for this one.
        converter: writes a `.tflite`: MODEL TFLITE; None if the file is one.
    """

    name: str
    script: str
    environment: str | None = None
    converter: str | None = None

    @property
    def python(self) -> Path:
        return Path(sys.executable) if self.environment is None else ROOT / self.environment / "bin" / "python"


RUNTIMES = {
    ".tflite": Runtime("LiteRT", "run_tflite.py"),
    ".onnx": Runtime("ONNX Runtime", "run_onnx.py", ".venv-onnx", "convert_onnx.py"),
    ".pt2": Runtime("PyTorch", "run_torch.py", ".venv-torch", "convert_torch.py"),
}
"""By the ending of the file's name, in small letters."""


def convert(path: Path, to: Path) -> None:
    """Writes the `.tflite` of an ONNX file or a PyTorch program.

    Raises:
        NoConverter: its environment is not installed.
        ValueError: the converter refuses the file; the message has its last line.
    """
    runtime = _runtime(path)
    if runtime.converter is None:
        raise ValueError(f"'{path}' needs no converter.")
    _run(runtime, runtime.converter, path, to)


def answers(path: Path, inputs: Iterator[np.ndarray], count: int) -> np.ndarray:
    """What a file answers, float32 [count, outputs].

    Args:
        path: of the file.
        inputs: float32 [1, ...] each, real numbers.
        count: how many there are.

    Raises:
        NoConverter: its environment is not installed.
        ValueError: its runtime refuses the file or ends while it runs; the message says so.
    """
    with tempfile.TemporaryDirectory() as folder:
        given, found = Path(folder) / "inputs.npy", Path(folder) / "answers.npy"
        first = next(inputs)
        # written picture by picture: all of them may need more memory than there is
        stored = np.lib.format.open_memmap(given, "w+", np.float32, (count, *first.shape[1:]))
        stored[0] = first[0]
        for index, one in enumerate(inputs, 1):
            stored[index] = one[0]
        stored.flush()
        runtime = _runtime(path)
        _run(runtime, runtime.script, path, given, found)
        return np.load(found)


def _runtime(path: Path) -> Runtime:
    return RUNTIMES[path.suffix.lower()]


def _run(runtime: Runtime, script: str, path: Path, *others: Path) -> None:
    if not runtime.python.exists():
        raise NoConverter(
            f"'{path}' needs {runtime.name}, which only those install who convert such files: "
            f"`make {runtime.environment}/installed` does."
        )
    # its own commands first: a converter may call them by name
    environment = {**os.environ, "PATH": f"{runtime.python.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    command = [runtime.python, FOLDER / script, path.resolve(), *others]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, env=environment)
    except subprocess.TimeoutExpired:
        raise ValueError(f"'{path}' did not end in {runtime.name} within {SECONDS:,} seconds.") from None
    if ran.returncode:
        said = [line.strip() for line in ran.stderr.splitlines() if line.strip()]
        reason = said[-1] if said and ran.returncode > 0 else f"the process ended with {ran.returncode}"
        raise ValueError(f"'{path}' does not run in {runtime.name}: {reason}")

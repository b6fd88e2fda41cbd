"""What is kept of a training until its model is written, so that an interrupted one continues.

Each training has a folder of its own, whose name tells what its result depends on.
"""

import ast
import hashlib
import os
import shutil
import time
from pathlib import Path

import numpy as np

from models.preprocessing import polarity, segmentation

MODELS = Path(__file__).parents[1]
"""The package."""
CODE = (
    "architectures",
    "data/drawing",
    "data/frames",
    "data/handwriting",
    "data/marks",
    "data/mnist",
    "data/pen",
    "data/scenes",
    "preprocessing/digit_ink",
    "preprocessing/frame",
    "preprocessing/front_end",
    "preprocessing/ink",
    "preprocessing/operations",
    "preprocessing/polarity",
    "preprocessing/segmentation",
    "training/calibration",
    "training/compression",
    "training/learners",
    "training/training",
)
"""The modules that determine the result of a training."""


def folder_of(parent: Path, name: str, seed: int, digest: str) -> Path:
    """Makes the folder of a training, or finds it again.

    What was kept of other trainings of the model with this seed, of other code or data, is removed: up to 1.2 GB that
    would never be used.
    """
    folder = parent / f"{name}-{seed}-{digest}"
    for other in parent.glob(f"{name}-{seed}-*"):
        if other != folder:
            shutil.rmtree(other)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class Stopwatch:
    """Measures a training in seconds, those before an interruption too."""

    def __init__(self, path: Path):
        """Continues from the seconds in the file, if there is one."""
        self.path = path
        self.before = float(path.read_text(encoding="utf-8")) if path.exists() else 0.0
        self.started = time.monotonic()

    @property
    def seconds(self) -> float:
        return self.before + time.monotonic() - self.started

    def keep(self) -> None:
        """Writes the seconds until now. Those after the last call are lost with an interruption, as their work is."""
        temporary = self.path.with_suffix(".tmp")
        temporary.write_text(str(self.seconds), encoding="utf-8")
        os.replace(temporary, self.path)  # an interruption leaves no half file, with which no training could begin


def digest_of(images: np.ndarray, labels: np.ndarray, *options: int) -> str:
    """A hash of everything a training depends on, so that no other training is continued."""
    hashed = hashlib.sha256(repr(options).encode())
    front_end = polarity.TRAINED.read_bytes() + segmentation.TRAINED.read_bytes()  # their weights shape the frames
    for part in (
        images.tobytes(),
        labels.tobytes(),
        front_end,
        *(code_of(MODELS / f"{name}.py").encode() for name in CODE),
    ):
        hashed.update(part)
    return hashed.hexdigest()[:12]


def code_of(path: Path) -> str:
    """The code of a module without comments, docstrings and layout."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            node.body = [each for each in node.body if not _is_text(each)]
    return ast.dump(tree)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)

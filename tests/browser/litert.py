"""The answers of the server's runtime, as a reference for the page."""

from pathlib import Path

import numpy as np

from export.formats.runners import litert


def run_litert(path: Path, pictures: np.ndarray) -> np.ndarray:
    """Runs pictures [n, height, width, 3] one at a time through a `.tflite` -> probabilities, float32 [n, labels]."""
    with litert(path) as answer:
        return np.concatenate([answer(picture[np.newaxis].astype(np.float32)) for picture in pictures])

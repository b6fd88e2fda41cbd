"""What the server's side says, to compare the page with."""

from pathlib import Path

import numpy as np

from export.formats.runners import litert


def run_litert(path: Path, pictures: np.ndarray) -> np.ndarray:
    """Pictures [n, height, width, 3] through a `.tflite`, one at a time -> probabilities, float32 [n, labels]."""
    with litert(path) as answer:
        return np.concatenate([answer(picture[np.newaxis].astype(np.float32)) for picture in pictures])

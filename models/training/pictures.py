"""Pictures for the networks of the front end: drawn in worker processes, and read as the network will."""

import multiprocessing
import multiprocessing.pool
from collections.abc import Callable, Iterator

import keras
import numpy as np

CHUNK = 100
"""Pictures that a worker draws at a time."""


def workers() -> multiprocessing.pool.Pool:
    """Worker processes. Each takes seconds to start, so there should be one pool for all pictures."""
    return multiprocessing.get_context("spawn").Pool()


def read(
    reader: keras.Model, draw: Callable, images: np.ndarray, seed: int, pool: multiprocessing.pool.Pool
) -> Iterator[tuple]:
    """Draws images and yields, chunk by chunk, what a model makes of the pictures, and what else was drawn.

    Args:
        reader: float32 [batch, 224, 224, 3], RGB, 0 to 255 -> what a network has as its input.
        draw: (seed, index of the first image, uint8 [n, 28, 28]) -> grey pictures, uint8 [n, 224, 224], and more.
        images: uint8 [n, 28, 28], light on dark.
        seed: the same seed gives the same pictures.
    """
    chunks = [(seed, i, images[i : i + CHUNK]) for i in range(0, len(images), CHUNK)]
    progress = keras.utils.Progbar(len(chunks), unit_name="batch of pictures", verbose=2)
    for pictures, *more in pool.imap(draw, chunks):
        yield reader.predict_on_batch(np.repeat(pictures[..., np.newaxis], 3, axis=-1)), *more
        progress.add(1)

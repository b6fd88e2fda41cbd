"""Frames: what the front end makes of pictures, and what the classifiers are trained on.

Pictures are large (150 KB) and frames small (3 KB), and the front end is not trained. So each picture is made once,
turned into a frame, and dropped.
"""

import functools
import multiprocessing
import multiprocessing.pool
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import keras
import numpy as np
from PIL import Image

from models.data import drawing, handwriting, mnist, scenes, stray_marks
from models.preprocessing import polarity, segmentation
from models.preprocessing.front_end import front_end
from models.preprocessing.operations import SIDE

BATCH = 100
"""Batch size of the front end: 60 MB as float32."""
LEGIBLE = 0.4


def of_pictures(pictures: np.ndarray) -> np.ndarray:
    """Frames of pictures: uint8 [n, 224, 224, 3] -> float32 [n, 28, 28, 1], 0 to 1."""
    return _framed(*_batched(pictures, lambda batch: batch))


def clean(images: np.ndarray) -> np.ndarray:
    """Frames of unchanged MNIST images: uint8 [n, 28, 28] -> float32 [n, 28, 28, 1], 0 to 1."""
    return _framed(*_batched(images, mnist.on_canvas))


def enlarged(images: np.ndarray) -> np.ndarray:
    """Frames of small images, enlarged as the server would: uint8 [n, side, side] -> float32 [n, 28, 28, 1], 0 to 1."""
    return _framed(*_batched(images, lambda batch: np.stack([_enlarged(image) for image in batch])))


def written(images: np.ndarray, labels: np.ndarray, seed: int = 0) -> np.ndarray:
    """Images as other hands might write them, not yet frames: uint8 [n, 28, 28] and int [n] -> uint8 [n, 28, 28]."""
    chunks = [(seed, i, part, labels[i : i + BATCH]) for seed, i, part in _chunks(images, seed)]
    return np.concatenate(_pool().map(handwriting.write_chunk, chunks))


def drawn(images: np.ndarray, condition: drawing.Condition | None = None, seed: int = 0) -> np.ndarray:
    """Frames of images as people draw them: uint8 [n, 28, 28] -> float32 [n, 28, 28, 1], 0 to 1.

    Args:
        condition: None takes `drawing.mixed` for each image.
        seed: the same seed gives the same pictures.
    """
    return _parallel(partial(drawing.draw_chunk, condition), _chunks(images, seed))


def among_stray_marks(images: np.ndarray, condition: str, seed: int = 0) -> np.ndarray:
    """Frames of images among marks: uint8 [n, 28, 28] -> float32 [n, 28, 28, 1], 0 to 1.

    Args:
        condition: a key of `stray_marks.CONDITIONS`.
        seed: the same seed gives the same pictures.
    """
    return _parallel(partial(stray_marks.draw_chunk, condition), _chunks(images, seed))


def in_scenes(images: np.ndarray, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Frames of images among marks, for training: uint8 [n, 28, 28] -> float32 [n, 28, 28, 1], 0 to 1.

    Returns:
        The frames, and whether each is legible, bool [n]: at least `LEGIBLE` of the cells that are the digit's or that
        the front end takes for it are both.
    """
    front = front_end()
    kept = front.get_layer("digit_ink").output
    front = keras.Model(front.input, [front.output, keras.ops.max_pool(kept[..., None], SIDE // scenes.CELLS)])
    chunks = _chunks(images, seed)
    progress = keras.utils.Progbar(len(chunks), unit_name="batch of scenes")
    frames, legible = [], []
    for pictures, cells, _ in _pool().imap(scenes.draw_chunk, chunks):
        frame, ink = front.predict_on_batch(np.repeat(pictures[..., np.newaxis], 3, axis=-1))
        found = ink[..., 0] > drawing.INK
        both, either = (found & cells).sum(axis=(1, 2)), (found | cells).sum(axis=(1, 2))
        frames.append(frame)
        legible.append(both >= LEGIBLE * np.maximum(either, 1))
        progress.add(1)
    return np.concatenate(frames), np.concatenate(legible)


def scribbles(count: int, seed: int = 0) -> np.ndarray:
    """Frames of strokes that are not digits: float32 [count, 28, 28, 1], 0 to 1."""
    return _parallel(drawing.scribble_chunk, _counts(count, seed))


def letters(count: int, seed: int = 0) -> np.ndarray:
    """Frames of printed letters that look like no digit, for training: float32 [count, 28, 28, 1], 0 to 1."""
    return _parallel(drawing.letter_chunk, _counts(count, seed))


def _enlarged(image: np.ndarray) -> np.ndarray:
    large = Image.fromarray(image).resize((mnist.CANVAS, mnist.CANVAS), Image.Resampling.BILINEAR)
    return np.asarray(large.convert("RGB"))


def _chunks(images: np.ndarray, seed: int) -> list[tuple[int, int, np.ndarray]]:
    """One chunk for each task of a worker: seed, index of the first image, images."""
    return [(seed, i, images[i : i + BATCH]) for i in range(0, len(images), BATCH)]


def _counts(count: int, seed: int) -> list[tuple[int, int, int]]:
    """The same for what is drawn without images: seed, index of the first, number."""
    return [(seed, i, min(BATCH, count - i)) for i in range(0, count, BATCH)]


def _parallel(work: Callable, chunks: list) -> np.ndarray:
    return _framed(_pool().imap(work, chunks), len(chunks))


@functools.lru_cache(maxsize=1)
def _front(*networks: bytes) -> keras.Model:
    """The front end with these trained networks, shared, because it takes seconds to be traced."""
    return front_end()


@functools.cache
def _pool() -> multiprocessing.pool.Pool:
    """Worker processes, shared, because each takes seconds to start. They end with this process."""
    # 'spawn', because a process that runs TensorFlow's threads must not be forked
    return multiprocessing.get_context("spawn").Pool()


def _batched(arrays: np.ndarray, work: Callable) -> tuple[Iterator[np.ndarray], int]:
    starts = range(0, len(arrays), BATCH)
    return (work(arrays[i : i + BATCH]) for i in starts), len(starts)


def _framed(pictures: Iterable[np.ndarray], batches: int) -> np.ndarray:
    front = _front(polarity.TRAINED.read_bytes(), segmentation.TRAINED.read_bytes())
    progress = keras.utils.Progbar(batches, unit_name="batch of frames")
    frames = []
    for batch in pictures:
        frames.append(front.predict_on_batch(batch))
        progress.add(1)
    return np.concatenate(frames)

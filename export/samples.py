"""The pictures on which every published file is run beside the Keras model."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import skimage.data
from PIL import Image

from models import mnist

BATCH = 100
PHOTOGRAPHS = ("astronaut", "chelsea", "coffee", "rocket")
"""Colour photographs of things and beings that scikit-image ships."""
CROPS = 300


@dataclass(frozen=True)
class Samples:
    """Pictures, made anew each time they are gone through: all at once they would take gigabytes.

    Attributes:
        count: how many.
        batches: gives uint8 [up to 100, height, width, 3], RGB, 0 to 255.
        labels: the true ones, int [count]; None where there are none to know.
    """

    count: int
    batches: Callable[[], Iterator[np.ndarray]]
    labels: np.ndarray | None = None


def digits() -> Samples:
    """The 10,000 MNIST test images on the canvas."""
    images, labels = mnist.test()
    starts = range(0, len(images), BATCH)
    return Samples(len(images), lambda: (mnist.on_canvas(images[i : i + BATCH]) for i in starts), labels)


def photographs(side: int = 224) -> Samples:
    """Crops of photographs, of random place, size and direction; always the same ones."""

    def batches() -> Iterator[np.ndarray]:
        rng = np.random.default_rng(0)
        pictures = [Image.fromarray(getattr(skimage.data, name)()) for name in PHOTOGRAPHS]
        for _ in range(0, CROPS, BATCH):
            yield np.stack([_crop(pictures[rng.integers(len(pictures))], side, rng) for _ in range(BATCH)])

    return Samples(CROPS, batches)


def _crop(picture: Image.Image, side: int, rng: np.random.Generator) -> np.ndarray:
    length = rng.uniform(0.3, 1.0) * min(picture.size)
    left, top = rng.uniform(0, np.array(picture.size) - length)
    crop = picture.resize((side, side), Image.Resampling.BILINEAR, (left, top, left + length, top + length))
    return np.asarray(crop)[:, :: rng.choice((-1, 1))]


OF_TASK = {"digit": digits, "photo": photographs}

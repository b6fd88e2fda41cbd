"""Writes MNIST's digits as other hands might, for training: distorted, and with strokes rare in it."""

import math

import numpy as np
from PIL import Image
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates

from models.data.drawing import INK
from models.data.mnist import CANVAS
from models.data.pen import Pen

ELASTICITY = (4.0, 4.0)
"""Standard deviation of the Gaussian that smooths an elastic distortion, in pixels of 28x28."""
BEND = 34.0
"""Greatest factor of the smoothed distortion, which then moves pixels 1.4 pixels along each axis (root mean square)."""
FLAGS = 0.15
"""Share of the upright 1s that get a long flag, as many people write them in Europe."""
BASES = 0.3
"""Share of these that also get a bar to stand on."""
BARS = 0.15
"""Share of the 9s that end in a bar."""
UPRIGHT = math.radians(55)
"""Least angle of a 1 from the horizontal for a flag: beside one that leans more, a flag looks like the top of a 7."""


def written(image: np.ndarray, label: int, rng: np.random.Generator) -> np.ndarray:
    """An image as another hand might write it: uint8 [28, 28], light on dark -> the same."""
    image = warped(image, rng)
    if label == 1 and rng.random() < FLAGS:
        return flagged(image, rng)
    if label == 9 and rng.random() < BARS:
        return barred(image, rng)
    return image


def warped(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A random elastic distortion: uint8 [28, 28] -> the same.

    Source: Simard et al., Best Practices for Convolutional Neural Networks Applied to Visual Document Analysis, 2003.
    """
    pixels = np.indices(image.shape)
    shift = gaussian_filter(rng.uniform(-1, 1, pixels.shape), (0, *ELASTICITY)) * rng.uniform(0, BEND)
    changed = map_coordinates(image.astype(float), pixels + shift)
    return np.rint(np.clip(changed, 0, 255)).astype(np.uint8)


def flagged(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A 1 with a flag from its top to the lower left, uint8 [28, 28]. One that leans too much stays as it is."""
    top, bottom = _ends(image)
    height = bottom[1] - top[1]
    lean = math.atan2(height, top[0] - bottom[0])
    if lean < UPRIGHT:
        return image
    angle = rng.uniform(math.radians(33), lean - math.radians(20))
    length = rng.uniform(0.3, 0.55) * height
    strokes = [np.stack([top, top + length * np.array([-math.cos(angle), math.sin(angle)])])]
    if rng.random() < BASES:
        strokes.append(bottom + np.outer((-1, 1), (rng.uniform(0.15, 0.35) * height, 0)))
    return _with(image, strokes, rng)


def barred(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A 9 with a bar at its lower end, mostly to the left, uint8 [28, 28]."""
    top, end = _ends(image)
    height, slope = end[1] - top[1], rng.uniform(-0.15, 0.15)
    reach = np.array([-rng.uniform(0.3, 0.6), rng.uniform(0, 0.2)]) * height
    return _with(image, [end + np.outer(reach, (1, slope))], rng)


def _ends(image: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The middles of the uppermost and of the lowest two rows with ink: x, y in pixels of 28x28."""
    rows, columns = np.nonzero(image > INK * 255)
    ends = [(rows <= rows.min() + 1), (rows >= rows.max() - 1)]
    first, last = (np.array([columns[end].mean(), rows[end].mean()]) + 0.5 for end in ends)
    return first, last


def _with(image: np.ndarray, strokes: list[np.ndarray], rng: np.random.Generator) -> np.ndarray:
    """The image with more strokes, each [2, 2], x, y of its ends, about as wide as those that it has."""
    wide = 2 * distance_transform_edt(image > INK * 255).max() * rng.uniform(0.5, 0.9)
    scale = CANVAS // len(image)
    with Pen() as pen:
        for stroke in strokes:
            pen.stroke(stroke * scale, round(wide * scale), 1.0)
    small = Image.fromarray(np.rint(pen.canvas * 255).astype(np.uint8)).resize(image.shape, Image.Resampling.BOX)
    return np.maximum(image, np.asarray(small))


def write_chunk(chunk: tuple[int, int, np.ndarray, np.ndarray]) -> np.ndarray:
    """The same in a worker process: seed, index of the first image, images, labels -> uint8 [n, 28, 28].

    Each image has its own random generator, so chunks may have any size.
    """
    seed, first, images, labels = chunk
    digits = enumerate(zip(images, labels, strict=True), start=first)
    return np.stack([written(image, int(label), np.random.default_rng([seed, i])) for i, (image, label) in digits])

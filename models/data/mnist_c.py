"""MNIST-C: fifteen corruptions of MNIST's images, rebuilt from the code of its paper.

Source: Mu and Gilmer, MNIST-C: A Robustness Benchmark for Computer Vision, 2019 (arXiv 1906.02337), and the code of
its authors (google-research/mnist-c): the kinds, their order and their default severity. The published images are not
used, and the random numbers differ, so figures may differ a little from those on the published set. No model is
trained on these images.

Each corruption maps images, float64 [n, 28, 28], 0 to 1, and a random generator to the same; all are vectorised over
the images.
"""

from collections.abc import Callable

import numpy as np
from scipy.ndimage import affine_transform, gaussian_filter
from skimage.feature import canny

SIDE = 28
CENTRE = (SIDE - 1) / 2
"""The fixed point of rotation, shear and scaling, in pixels."""
PLASMA = 256
"""Side of the height map that fog is cut from, in pixels: a power of two."""

Corruption = Callable[[np.ndarray, np.random.Generator], np.ndarray]


def corrupt(images: np.ndarray, name: str, seed: int) -> np.ndarray:
    """Corrupts images: uint8 [n, 28, 28] -> the same.

    Args:
        name: a key of `CORRUPTIONS`.
        seed: the same seed gives the same images.

    Raises:
        KeyError: there is no such corruption.
    """
    rng = np.random.default_rng([seed, list(CORRUPTIONS).index(name)])
    corrupted = CORRUPTIONS[name](images / 255, rng)
    return np.rint(np.clip(corrupted, 0, 1) * 255).astype(np.uint8)


def shot_noise(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The noise of few photons: full ink is three of them on average."""
    photons = 3
    return rng.poisson(images * photons) / photons


def impulse_noise(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Salt and pepper on 17 % of the pixels."""
    hit = rng.random(images.shape) < 0.17
    return np.where(hit, rng.integers(2, size=images.shape), images)


def glass_blur(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Neighbouring pixels swapped, between two blurs.

    The code blurs along columns only: it takes the last axis for colour channels. So does this.
    """
    blurred = np.floor(gaussian_filter(images, (0, 0.7, 0), mode="nearest") * 255) / 255
    each = np.arange(len(images))
    for _ in range(2):
        for row in range(SIDE - 1, 1, -1):
            for column in range(SIDE - 1, 1, -1):
                moved = rng.integers(2, size=len(images))  # half of the images swap here
                other_row = row + rng.integers(-1, 1, len(images)) * moved
                other_column = column + rng.integers(-1, 1, len(images)) * moved
                here = blurred[:, row, column].copy()
                blurred[:, row, column] = blurred[each, other_row, other_column]
                blurred[each, other_row, other_column] = here
    return gaussian_filter(blurred, (0, 0.7, 0), mode="nearest")


def motion_blur(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Half a Gaussian (sigma 3, 21 pixels) along a direction within 45° of the horizontal.

    As ImageMagick's `MotionBlurImage`, which the code calls: whole pixels, and edges repeated.
    """
    length, sigma = 21, 3
    steps = np.arange(length)
    weights = np.exp(-(steps**2) / (2 * sigma**2))
    weights /= weights.sum()
    angles = np.radians(rng.uniform(-45, 45, len(images)))
    pad = length - 1
    padded = np.pad(images, ((0, 0), (pad, pad), (pad, pad)), mode="edge")
    rows, columns = np.arange(SIDE)[:, np.newaxis] + pad, np.arange(SIDE) + pad
    each = np.arange(len(images))[:, np.newaxis, np.newaxis]
    blurred = np.zeros_like(images)
    for step, weight in zip(steps, weights, strict=True):
        down = np.ceil(step * np.sin(angles) - 0.5).astype(int)[:, np.newaxis, np.newaxis]
        across = np.ceil(step * np.cos(angles) - 0.5).astype(int)[:, np.newaxis, np.newaxis]
        blurred += weight * padded[each, rows + down, columns + across]
    return blurred


def shear(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """By 0.4 radians, in either direction."""
    return _either([_warped(images, [[1, -np.sin(angle)], [0, np.cos(angle)]]) for angle in (0.4, -0.4)], rng)


def scale(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """To 0.7 of its size."""
    return _warped(images, np.eye(2) / 0.7)


def rotate(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """By 0.4 radians, in either direction."""
    turns = [[[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]] for angle in (0.4, -0.4)]
    return _either([_warped(images, turn) for turn in turns], rng)


def brightness(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Half of full ink everywhere; what was above is full."""
    return images + 0.5


def translate(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """By three pixels, along both axes."""
    shift = 3
    padded = np.pad(images, ((0, 0), (shift, shift), (shift, shift)))
    top, left = rng.choice((0, 2 * shift), (2, len(images), 1, 1))
    each, steps = np.arange(len(images))[:, np.newaxis, np.newaxis], np.arange(SIDE)
    return padded[each, top + steps[:, np.newaxis], left + steps]


def stripe(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The left and the right quarter inverted."""
    striped = images.copy()
    for quarter in (slice(0, 7), slice(21, None)):
        striped[:, :, quarter] = 1 - striped[:, :, quarter]
    return striped


def fog(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Three times as much fog as ink."""
    density = 3
    chunks = [_plasma(len(chunk), 1.4, rng) for chunk in np.split(images, range(100, len(images), 100))]
    full = images.max(axis=(1, 2), keepdims=True)
    return (images + density * np.concatenate(chunks)) * full / (full + density)


def spatter(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Drops of grey mud, over paper and ink."""
    liquid = gaussian_filter(rng.normal(0.65, 0.3, images.shape), (0, 1, 1), mode="nearest")
    mud = gaussian_filter((liquid > 0.65).astype(float), (0, 1.5, 1.5), mode="nearest")
    mud[mud < 0.8] = 0
    return images * (1 - mud) + mud * 63 / 255


def dotted_line(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A line from the left edge to the right, of dots of two pixels."""
    left, right = rng.integers(0, 27, (2, len(images)))
    lines = _lines(np.zeros(len(images)), left, np.full(len(images), 27.0), right)
    lines[:, :, np.arange(SIDE) // 2 % 2 == 0] = 0
    return images + lines


def zigzag(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A zigzag line across, each leg some three pixels long."""
    return np.stack([_zigzagged(image, rng) for image in images])


def canny_edges(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The edges that Canny's detector finds, a pixel wide."""
    return np.stack([canny(image) for image in images]).astype(float)


CORRUPTIONS: dict[str, Corruption] = {
    "shot noise": shot_noise,
    "impulse noise": impulse_noise,
    "glass blur": glass_blur,
    "motion blur": motion_blur,
    "shear": shear,
    "scale": scale,
    "rotate": rotate,
    "brightness": brightness,
    "translate": translate,
    "stripe": stripe,
    "fog": fog,
    "spatter": spatter,
    "dotted line": dotted_line,
    "zigzag": zigzag,
    "canny edges": canny_edges,
}
"""By the paper's names."""


def _warped(images: np.ndarray, matrix) -> np.ndarray:
    """Images read where a matrix takes each pixel, (x, y) from the centre; bilinear, no ink outside."""
    inverse = np.eye(3)
    inverse[1:, 1:] = np.asarray(matrix)[::-1, ::-1]  # to rows and columns
    centre = np.array([0, CENTRE, CENTRE])
    return affine_transform(images, inverse, centre - inverse @ centre, order=1, mode="grid-constant")


def _either(two: list[np.ndarray], rng: np.random.Generator) -> np.ndarray:
    """Takes each image from one of two arrays [n, 28, 28], at random."""
    one, other = two
    return np.where(rng.integers(2, size=(len(one), 1, 1)), one, other)


def _plasma(count: int, decay: float, rng: np.random.Generator) -> np.ndarray:
    """Corners, float64 [count, 28, 28], of height maps by the diamond-square algorithm, each 0 to 1 as a whole.

    Args:
        decay: what the random part is divided by from one step to the next, half as wide.
    """
    heights = np.zeros((count, PLASMA, PLASMA))
    step, roughness = PLASMA, 100.0

    def middle(total: np.ndarray) -> np.ndarray:
        return total / 4 + roughness * rng.uniform(-roughness, roughness, total.shape)

    while step >= 2:
        half = step // 2
        corners = heights[:, ::step, ::step]
        total = corners + np.roll(corners, -1, axis=1)
        heights[:, half::step, half::step] = middle(total + np.roll(total, -1, axis=2))
        centres, corners = heights[:, half::step, half::step], heights[:, ::step, ::step]
        above = centres + np.roll(centres, 1, axis=1) + corners + np.roll(corners, -1, axis=2)
        left = centres + np.roll(centres, 1, axis=2) + corners + np.roll(corners, -1, axis=1)
        heights[:, ::step, half::step], heights[:, half::step, ::step] = middle(above), middle(left)
        step, roughness = half, roughness / decay
    heights -= heights.min(axis=(1, 2), keepdims=True)
    return (heights / heights.max(axis=(1, 2), keepdims=True))[:, :SIDE, :SIDE]


def _lines(x0: np.ndarray, y0: np.ndarray, x1: np.ndarray, y1: np.ndarray) -> np.ndarray:
    """Soft lines, float64 [n, 28, 28], 0 to 1, each from (x0, y0) to (x1, y1), of which x1 is the greater."""
    x0, y0, x1, y1 = (np.asarray(each, float)[:, np.newaxis, np.newaxis] for each in (x0, y0, x1, y1))
    columns, rows = np.arange(SIDE), np.arange(SIDE)[:, np.newaxis]
    away = np.abs(rows - y0 - (y1 - y0) / (x1 - x0) * (columns - x0))
    line = np.clip(np.log(1 - np.clip(away, 0, 2.3 - 1e-10) / 2.3) + 1, 0, 1)
    return np.where((columns >= np.floor(x0)) & (columns < np.ceil(x1)), line, 0)


def _zigzagged(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    size = 2.0  # a quarter of the period, and the height above the middle
    left, right = 2, 25
    start = rng.integers(0, 27)
    slope = np.arctan(rng.integers(-5, 5) / (right - left))
    length = (right - left) / np.cos(slope)
    turns = np.arange((length - size) // (2 * size) + 1)
    along = np.concatenate([[0], (2 * turns + 1) * size])
    across = np.concatenate([[0], (-1) ** turns * size])
    periods = 2 * size * (length // (2 * size))
    if length != periods:
        along, across = np.append(along, length), np.append(across, across[-1] / (2 * (length - periods)))
    x = left + along * np.cos(slope) - across * np.sin(slope)
    y = start + along * np.sin(slope) + across * np.cos(slope)
    for line in _lines(x[:-1], y[:-1], x[1:], y[1:]):
        image = np.minimum(image + line, 1)
    return image

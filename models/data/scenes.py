"""Scenes: digits among marks, under any light, through any camera, and which part of them is the digit.

Training learns from them to tell the digit from what stands around it.
"""

import io
import math

import numpy as np
from PIL import Image, ImageFilter
from scipy.ndimage import grey_erosion

from models.data import drawing, marks
from models.data.drawing import Condition
from models.data.mnist import CANVAS

CELLS = 28
"""Side of the map that tells where the digit is: cells of 8x8 pixels."""
STROKES = ("drawn", "drawn", "drawn", "thin", "thin", "thick", "outline")
"""One of them is chosen at random."""
SIZE = (0.11, 1.0)
"""Least and greatest longer side of the digit, as a share of the canvas."""

FILLING = 0.1
"""Share of the digits that fill the picture and touch its edges, as in data sets that are cropped to the digit."""

Enlargement = tuple[int, Image.Resampling]
"""Side in pixels before a picture is enlarged to the canvas, and how."""
Scene = tuple[np.ndarray, np.ndarray, bool]
"""A grey picture, uint8 [224, 224], the digit's cells, bool [28, 28], and whether it is lighter than the paper."""


def draw(image: np.ndarray, others: np.ndarray, rng: np.random.Generator) -> Scene:
    """Draws one digit among none to three kinds of marks, or so large that it touches the edges of the picture.

    One that few pixels make fainter than `drawing.INK` has no cells: nobody can read it.

    Args:
        image: uint8 [28, 28], light on dark.
        others: uint8 [n, 28, 28]: the digits that may stand beside it.
    """
    filling = rng.random() < FILLING
    size = rng.uniform(0.95, 1.08) if filling else _size(rng)
    ink = drawing.placed(image, Condition(size=(size, size), rotation=15), rng)
    ink = np.clip(_stroked(ink, str(rng.choice(STROKES))), 0, 1).astype(np.float32)
    digit = marks.digit(ink, others)
    enlargement = _enlargement(digit.longer, 0.8 if filling else 0.3, rng)
    cells = marks.blocks(drawing.enlarged(ink, *enlargement), CANVAS // CELLS) > drawing.INK
    count = rng.choice(4, p=(0.8, 0.2, 0, 0) if filling else (0.26, 0.38, 0.25, 0.11))
    kinds, shares = zip(*marks.SHARES.items(), strict=True)
    for kind in rng.choice(len(kinds), count, replace=False, p=shares):
        ink = np.maximum(ink, kinds[kind](digit, rng))
    if rng.random() < 0.12:
        ink = _inverted_side(ink, rng)
    light = bool(rng.integers(2))
    return _photographed(ink, light, digit, enlargement, rng), cells, light


def draw_chunk(chunk: tuple[int, int, np.ndarray]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draws images in a worker process, as `drawing.draw_chunk` does: [n, 224, 224], [n, 28, 28] and [n]."""
    seed, first, images = chunk
    scenes = [draw(image, images, np.random.default_rng([seed, i])) for i, image in enumerate(images, start=first)]
    pictures, cells, light = zip(*scenes, strict=True)
    return np.stack(pictures), np.stack(cells), np.array(light)


def _size(rng: np.random.Generator) -> float:
    """The longer side as a share of the canvas: of small digits as many as of large ones."""
    return math.exp(rng.uniform(*np.log(SIZE))) if rng.random() < 0.5 else rng.uniform(*SIZE)


def _enlargement(longer: int, share: float, rng: np.random.Generator) -> Enlargement:
    """That of a picture with few pixels, in this share of the cases; at least 8 pixels for the digit."""
    small = max(int(rng.choice((8, 10, 14, 20, 28, 28, 40, 56))), 8 * CANVAS // longer)
    way = Image.Resampling.NEAREST if rng.random() < 0.4 else Image.Resampling.BILINEAR
    return (small if rng.random() < share else CANVAS), way


def _stroked(ink: np.ndarray, stroke: str) -> np.ndarray:
    if stroke == "outline":
        body = (ink > 0.5).astype(np.float32)
        return body - grey_erosion(body, 5)
    return drawing.stroked(ink, stroke)


def _inverted_side(ink: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Paper and ink change places on one or two sides, also where the digit is."""
    changed = ink.copy()
    for side in rng.permutation(4)[: rng.integers(1, 3)]:
        turned = np.rot90(changed, side)  # a view
        width = int(rng.uniform(0.05, 0.3) * CANVAS)
        turned[:, :width] = 1 - turned[:, :width]
    return changed


def _photographed(
    ink: np.ndarray, light: bool, digit: marks.Digit, enlargement: Enlargement, rng: np.random.Generator
) -> np.ndarray:
    """The grey picture of ink on paper: contrast, light, blur, few pixels, noise, JPEG; each in some pictures only.

    Args:
        light: whether the ink is lighter than the paper.
        digit: the smaller it is, the less the picture is blurred. Shadows often have their edge on it.
        enlargement: for a picture with few pixels.
    """
    paper = rng.uniform(0.6, 1.0)
    full = paper * rng.uniform(0.0, 0.6 if rng.random() < 0.3 else 0.2)
    if light:
        paper, full = 1 - paper, 1 - full
    contrast = abs(full - paper)
    grey = paper + (full - paper) * ink
    if rng.random() < 0.35:
        grey = grey * _light(digit.box, rng)
    picture = Image.fromarray(np.rint(grey * 255).astype(np.uint8))
    if rng.random() < 0.3:
        picture = picture.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, max(digit.longer / 25, 0.5))))
    side, way = enlargement
    picture = _noisy(picture.resize((side, side), Image.Resampling.BOX), contrast, rng)
    picture = picture.resize((CANVAS, CANVAS), way)
    if rng.random() < 0.2:
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=int(rng.integers(20, 90)))
        picture = Image.open(file)
    return np.asarray(picture)


def _noisy(picture: Image.Image, contrast: float, rng: np.random.Generator) -> Image.Image:
    """Noise of at most a quarter of the contrast, in four pictures of ten."""
    if rng.random() < 0.6:
        return picture
    grey = np.asarray(picture, np.float32)
    strength = math.exp(rng.uniform(math.log(2), math.log(max(contrast * 64, 3))))
    if rng.random() < 0.6:
        grey = grey + rng.standard_normal(grey.shape, np.float32) * strength
    else:  # speckle: more where it is light
        grey = grey * (1 + rng.standard_normal(grey.shape, np.float32) * strength / 100)
    return Image.fromarray(np.clip(np.rint(grey), 0, 255).astype(np.uint8))


def _light(box: tuple[int, int, int, int], rng: np.random.Generator) -> np.ndarray:
    """float32 [224, 224], 0 to 1: light that falls off, or the edge of a shadow, straight or round, sharp or soft.

    Args:
        box: of the digit: left, top, right, bottom, in pixels. Every second edge goes through it.
    """
    steps = np.arange(CANVAS, dtype=np.float32) / CANVAS - 0.5
    x, y = np.meshgrid(steps, steps)
    left, top, right, bottom = np.array(box if rng.random() < 0.5 else (0, 0, CANVAS, CANVAS)) / CANVAS - 0.5
    on_edge = rng.uniform((left, top), (right, bottom))
    if rng.random() < 0.5:
        angle = rng.uniform(0, 2 * math.pi)
        way = (x - on_edge[0]) * math.cos(angle) + (y - on_edge[1]) * math.sin(angle)
    else:
        middle = rng.uniform(-0.6, 0.6, 2)
        way = np.hypot(x - middle[0], y - middle[1]) - math.dist(middle, on_edge)
        way *= rng.choice((-1, 1))
    softness = math.exp(rng.uniform(math.log(0.002), math.log(1.0)))
    dark = 1 / (1 + np.exp(-np.clip(way / softness, -30, 30)))
    return 1 - rng.uniform(0.1, 0.6) * dark

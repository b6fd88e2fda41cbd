"""Draws digits among stray marks: boxes, lines, blots, edges, and other digits.

Evaluation measures each condition. These generators are for evaluation only: a model that was trained on them would
learn the generators, not what paper looks like. Training must use other, more varied marks.
"""

import math
from collections.abc import Callable
from functools import partial

import numpy as np
from PIL import Image, ImageDraw
from scipy.ndimage import distance_transform_edt

from models.data import drawing
from models.data.drawing import Condition
from models.data.mnist import CANVAS

USUAL = Condition(size=(0.35, 0.6))
"""The size of the digit, unless the condition sets another."""
TINY = Condition(size=(0.12, 0.12))

Canvas = np.ndarray
"""float [224, 224], 0 to 1: the share of ink at each pixel."""
Box = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels; the last two are exclusive."""


def form_box(ink: Canvas, rng: np.random.Generator) -> Canvas:
    """In the box of a form. The margin on each side is 10 to 40 % of the digit's longer side."""
    left, top, right, bottom = bounds(ink)
    room = rng.uniform(0.1, 0.4, 4) * max(right - left, bottom - top)
    corners = (left - room[0], top - room[1], right + room[2], bottom + room[3])
    return _drawn(ink, lambda pen, full: pen.rectangle(corners, outline=full, width=int(rng.integers(2, 6))))


def ruled(ink: Canvas, rng: np.random.Generator) -> Canvas:
    """On ruled paper. The lines are fainter than the ink."""
    return np.maximum(ink, _rows(rng, spacing=(24, 48)) * rng.uniform(0.3, 0.6))


def squared(ink: Canvas, rng: np.random.Generator) -> Canvas:
    """On squared paper."""
    rows = _rows(rng, spacing=(14, 32))
    return np.maximum(ink, np.maximum(rows, rows.T) * rng.uniform(0.3, 0.6))


def underlined(ink: Canvas, rng: np.random.Generator) -> Canvas:
    """With a line of the same ink below, up to 3° from the horizontal."""
    left, top, right, bottom = bounds(ink)
    longer = max(right - left, bottom - top)
    start, end = left - rng.uniform(0, 0.3) * longer, right + rng.uniform(0, 0.3) * longer
    rise = math.tan(math.radians(rng.uniform(-3, 3))) * (end - start) / 2
    width = int(rng.integers(3, 7))
    y = bottom + rng.uniform(0.05, 0.15) * longer + abs(rise) + width / 2
    return _drawn(ink, lambda pen, full: pen.line((start, y - rise, end, y + rise), fill=full, width=width))


def blots(ink: Canvas, rng: np.random.Generator) -> Canvas:
    """With two to five round blots beside it, at least 4 pixels away."""
    away = distance_transform_edt(ink < drawing.INK)
    for _ in range(rng.integers(2, 6)):
        radius = rng.uniform(3, 12)
        rows, columns = np.nonzero(away > radius + 4)
        if len(rows):  # of a large digit, some blots have no room
            chosen = rng.integers(len(rows))
            x, y = columns[chosen], rows[chosen]
            blot = (x - radius, y - radius, x + radius, y + radius)
            ink = _drawn(ink, partial(_fill_ellipse, box=blot))
    return ink


def table(ink: Canvas, rng: np.random.Generator) -> Canvas:
    """On paper that ends inside the picture, on one or two sides. The table is 35 to 90 % as dark as the ink."""
    return _edges(ink, rng, sides=int(rng.integers(1, 3)), darkness=rng.uniform(0.35, 0.9), slant=6)


def dark_edge(ink: Canvas, rng: np.random.Generator) -> Canvas:
    """With a strip as dark as the ink on one to four sides, as on photocopies."""
    return _edges(ink, rng, sides=int(rng.integers(1, 5)), darkness=1, slant=1)


def wrong_pixels(ink: Canvas, rng: np.random.Generator) -> Canvas:
    """With 3 to 12 inverted pixels, as large as those of an enlarged picture."""
    size = int(rng.choice((2, 4, 8)))
    wrong = ink.copy()
    for x, y in rng.integers(CANVAS // size, size=(rng.integers(3, 13), 2)) * size:
        pixel = wrong[y : y + size, x : x + size]
        pixel[:] = 0 if pixel.mean() > 0.5 else 1
    return wrong


def unchanged(ink: Canvas, rng: np.random.Generator) -> Canvas:
    return ink


CONDITIONS: dict[str, Callable[[Canvas, np.random.Generator], Canvas]] = {
    "form box": form_box,
    "ruled paper": ruled,
    "squared paper": squared,
    "underlined": underlined,
    "blots": blots,
    "table at the edge": table,
    "dark at the edge": dark_edge,
    "shadow's edge": unchanged,
    "wrong pixels": wrong_pixels,
    "12 % of the canvas": unchanged,
    "half a second digit": unchanged,
}
"""Condition -> what is drawn around the digit. Those that are `unchanged` differ in light, size or a second digit."""


def draw(image: np.ndarray, name: str, rng: np.random.Generator, other: np.ndarray) -> np.ndarray:
    """Draws one digit among marks, dark on light paper or light on dark.

    Args:
        image: uint8 [28, 28], light on dark.
        name: a key of `CONDITIONS`.
        other: the second digit, as `image`.

    Returns:
        uint8 [224, 224, 3], RGB, 0 to 255.
    """
    if name == "half a second digit":
        ink = _two_digits(image, other, rng)
    else:
        digit = drawing.placed(image, TINY if name == "12 % of the canvas" else USUAL, rng)
        ink = CONDITIONS[name](np.clip(digit, 0, 1), rng)
    paper, full = rng.uniform(0.85, 1.0), rng.uniform(0.0, 0.2)
    if rng.integers(2) and name != "shadow's edge":
        paper, full = 1 - paper, 1 - full
    grey = paper + (full - paper) * ink
    if name == "shadow's edge":
        grey = grey * _shadow(bounds(ink), rng)
    levels = np.rint(grey * 255).astype(np.uint8)
    return np.repeat(levels[..., np.newaxis], 3, axis=-1)


def draw_chunk(name: str, chunk: tuple[int, int, np.ndarray]) -> np.ndarray:
    """Draws images in a worker process, as `drawing.draw_chunk` does."""
    seed, first, images = chunk
    pictures = []
    for i, image in enumerate(images):
        rng = np.random.default_rng([seed, list(CONDITIONS).index(name), first + i])
        pictures.append(draw(image, name, rng, other=images[rng.integers(len(images))]))
    return np.stack(pictures)


def bounds(ink: Canvas) -> Box:
    """The bounds of the digit: of all ink above `drawing.INK`."""
    rows, columns = np.nonzero(ink > drawing.INK)
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


def _fill_ellipse(pen: ImageDraw.ImageDraw, full: int, box: tuple[float, float, float, float]) -> None:
    pen.ellipse(box, fill=full)


def _drawn(ink: Canvas, mark: Callable[[ImageDraw.ImageDraw, int], None]) -> Canvas:
    """Adds a mark of full ink, drawn by Pillow."""
    picture = Image.new("L", (CANVAS, CANVAS))
    mark(ImageDraw.Draw(picture), 255)
    return np.maximum(ink, np.asarray(picture) / 255)


def _rows(rng: np.random.Generator, spacing: tuple[int, int]) -> Canvas:
    """Horizontal lines of one or two pixels from edge to edge, equally spaced."""
    step, width = int(rng.integers(spacing[0], spacing[1] + 1)), int(rng.integers(1, 3))
    inside = (np.arange(CANVAS) + rng.integers(step)) % step < width
    return np.repeat(inside[:, np.newaxis], CANVAS, axis=1).astype(float)


def _edges(ink: Canvas, rng: np.random.Generator, sides: int, darkness: float, slant: float) -> Canvas:
    """Strips along sides of the picture. They end at least 4 pixels before the digit.

    Args:
        slant: greatest angle of a strip's edge, in degrees.
    """
    for side in rng.permutation(4)[:sides]:
        turned = np.rot90(ink, side)
        left = bounds(turned)[0]
        lean = math.tan(math.radians(rng.uniform(-slant, slant)))
        down = np.arange(CANVAS)[:, np.newaxis] - CANVAS / 2
        width = min(rng.uniform(0.05, 0.25) * CANVAS, left - 4 - abs(lean) * CANVAS / 2)
        beyond = np.arange(CANVAS) < width + lean * down
        ink = np.rot90(np.where(beyond, darkness, turned), -side)
    return ink


def _two_digits(image: np.ndarray, other: np.ndarray, rng: np.random.Generator) -> Canvas:
    """A whole digit, and a second one of which about half is outside the picture. They do not touch."""
    while True:
        ink = np.clip(drawing.placed(image, USUAL, rng), 0, 1)
        second = np.clip(drawing.placed(other, USUAL, rng), 0, 1)
        side = int(rng.integers(4))
        second = np.rot90(second, side)
        left, _, right, _ = bounds(second)
        shift = (left + right) // 2
        half = np.zeros_like(second)
        half[:, : CANVAS - shift] = second[:, shift:]
        half = np.rot90(half, -side)
        if distance_transform_edt(half < drawing.INK)[ink > drawing.INK].min() > 6:
            return np.maximum(ink, half)


def _shadow(box: Box, rng: np.random.Generator) -> Canvas:
    """Light, 0 to 1, with the edge of a shadow through the digit at any angle, sharp or soft."""
    left, top, right, bottom = box
    x, y = rng.uniform(left, right), rng.uniform(top, bottom)
    direction, softness = rng.uniform(0, 2 * math.pi), rng.uniform(0.5, 6)
    steps = np.arange(CANVAS)
    away = math.cos(direction) * (steps[:, np.newaxis] - y) + math.sin(direction) * (steps - x)
    lit = 1 / (1 + np.exp(-np.clip(away / softness, -50, 50)))
    return 1 - rng.uniform(0.2, 0.45) * (1 - lit)

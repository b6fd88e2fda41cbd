"""Marks on paper that are not the digit: lines, outlines, grids, blots, edges, wrong pixels, scribbles, other digits.

Training draws them. `stray_marks` measures, with generators of its own: these are wider in kind, number, size and
strength, and none of them is one of those.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import make_interp_spline
from scipy.ndimage import distance_transform_edt

from models.data import drawing
from models.data.drawing import Condition
from models.data.mnist import CANVAS
from models.data.pen import Pen

Canvas = np.ndarray
"""float32 [224, 224], 0 to 1: the share of ink at each pixel."""
PLACES = 4
"""How many random places are tried for a second digit."""
COARSE = 4
"""Pixels of a cell in which distances from the digit are measured."""
TEXT = "abcdefghkmnpqrtuvwxyzABCEFGHJKLMNPRTUVXY.,:;-+=/()#%&"
"""What printed text consists of. No digits, and nothing that looks like one."""


@dataclass(frozen=True)
class Digit:
    """A digit on the canvas, and where there is room beside it.

    Attributes:
        ink: the share of ink at each pixel.
        box: left, top, right, bottom, in pixels.
        away: float [56, 56]: the distance of each cell of 4x4 pixels from the digit, in pixels.
        others: uint8 [n, 28, 28], images of other digits.
    """

    ink: Canvas
    box: tuple[int, int, int, int]
    away: np.ndarray
    others: np.ndarray

    @property
    def longer(self) -> int:
        """The longer side, in pixels."""
        return max(self.box[2] - self.box[0], self.box[3] - self.box[1])


def digit(ink: Canvas, others: np.ndarray) -> Digit:
    """Finds the box of a digit, and the distance of each cell from it."""
    cells = blocks(ink, COARSE) > drawing.INK
    rows, columns = np.nonzero(cells)
    box = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    left, top, right, bottom = (int(edge) * COARSE for edge in box)
    return Digit(ink, (left, top, right, bottom), distance_transform_edt(~cells) * COARSE, others)


def blocks(ink: Canvas, side: int) -> np.ndarray:
    """The strongest ink in each block of side x side pixels."""
    cells = CANVAS // side
    return ink.reshape(cells, side, cells, side).max(axis=(1, 3))


def lines(beside: Digit, rng: np.random.Generator) -> Canvas:
    """One to four straight or bent lines across the picture, at any angle, also through the digit."""
    with Pen() as pen:
        for _ in range(rng.integers(1, 5)):
            bends = rng.integers(0, 4) if rng.random() < 0.3 else 0
            points = rng.uniform(-0.1, 1.1, (2 + bends, 2)) * CANVAS
            if rng.random() < 0.5:  # nearly level or upright, as people rule
                axis = rng.integers(2)
                points[:, axis] = points[0, axis] + rng.normal(0, 4, len(points))
            pen.stroke(points, rng.integers(1, 9), _strength(rng))
    return pen.canvas


def near_lines(beside: Digit, rng: np.random.Generator) -> Canvas:
    """One to three straight lines beside the digit, on any of its sides: underlines, margins, parts of a box."""
    left, top, right, bottom = beside.box
    with Pen() as pen:
        for side in rng.permutation(4)[: rng.integers(1, 4)]:
            room = rng.uniform(0.05, 0.5) * beside.longer + 1
            start, end = rng.uniform(-0.1, 1.0, 2) * beside.longer
            lean = math.tan(math.radians(rng.normal(0, 4))) * (start + end + beside.longer) / 2
            if side < 2:
                y = (bottom + room) if side else (top - room)
                points = np.array([(left - start, y - lean), (right + end, y + lean)])
            else:
                x = (right + room) if side == 2 else (left - room)
                points = np.array([(x - lean, top - start), (x + lean, bottom + end)])
            pen.stroke(points, rng.integers(1, 9), _strength(rng))
    return pen.canvas


def outline(beside: Digit, rng: np.random.Generator) -> Canvas:
    """A closed outline around the digit: a polygon, a rectangle, an ellipse, or a chain of boxes, turned a little."""
    left, top, right, bottom = beside.box
    room = rng.uniform(0.03, 0.7, 4) * beside.longer + 2
    left, top, right, bottom = left - room[0], top - room[1], right + room[2], bottom + room[3]
    width, strength = rng.integers(1, 9), _strength(rng)
    corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)])
    with Pen() as pen:
        kind = rng.integers(4)
        if kind == 0:  # an ellipse, through the corners or a little outside of the sides
            angles = np.linspace(0, 2 * math.pi, 40)
            radii = np.array([right - left, bottom - top]) * rng.uniform(0.55, 0.72)
            turn = np.stack([np.cos(angles), np.sin(angles)], axis=1)
            pen.stroke(corners[:4].mean(axis=0) + turn * radii, width, strength)
        elif kind == 1:  # boxes of a form, side by side
            for i in range(-3, 4):
                pen.stroke(corners + (i * (right - left), 0), width, strength)
        else:
            shaken = corners + rng.normal(0, beside.longer * (0.06 if kind == 2 else 0.0), corners.shape)
            shaken[4] = shaken[0]
            centre = corners[:4].mean(axis=0)
            pen.stroke((shaken - centre) @ _turn(rng.normal(0, 4)) + centre, width, strength)
    return pen.canvas


def grid(beside: Digit, rng: np.random.Generator) -> Canvas:
    """Parallel lines in one or two directions, whole, dashed or dotted, fainter than ink or as strong."""
    step, width = rng.uniform(9, 60), rng.integers(1, 5)
    strength, turn = rng.uniform(0.15, 0.9), _turn(rng.normal(0, 6) + 90 * rng.integers(2))
    dash = rng.uniform(4, 20) if rng.random() < 0.3 else 0.0
    steps = np.arange(CANVAS, dtype=np.float32) - CANVAS / 2
    x, y = np.meshgrid(steps, steps)
    along, across = x * turn[0, 0] + y * turn[0, 1], x * turn[1, 0] + y * turn[1, 1]
    shift = rng.uniform(0, step, 2)
    ruled = (across + shift[0]) % step < width
    if dash:
        ruled &= along % dash < dash / 2
    if rng.random() < 0.5:
        ruled |= (along + shift[1]) % step < width
    return (ruled * strength).astype(np.float32)


def blots(beside: Digit, rng: np.random.Generator) -> Canvas:
    """One to eight filled spots beside the digit: ellipses and polygons."""
    with Pen() as pen:
        for _ in range(rng.integers(1, 9)):
            radius = rng.uniform(1, 26)
            place = _room(beside, radius + rng.uniform(1, 8), rng)
            if place is None:
                continue
            corners = np.arange(rng.integers(3, 12) if rng.random() < 0.5 else 16)
            angles = 2 * math.pi * corners / len(corners)
            radii = radius * rng.uniform(0.5, 1, (len(corners) if len(corners) < 16 else 1, 1))
            shape = np.stack([np.cos(angles), np.sin(angles) * rng.uniform(0.4, 1)], axis=1) * radii
            pen.area(place + shape @ _turn(rng.uniform(0, 360)), _strength(rng))
    return pen.canvas


def edges(beside: Digit, rng: np.random.Generator) -> Canvas:
    """What lies beyond the paper on one to four sides. Straight, slanted or wavy; up to the digit at most."""
    canvas = np.zeros((CANVAS, CANVAS), np.float32)
    strength = _strength(rng)
    down = np.arange(CANVAS, dtype=np.float32)
    for side in rng.permutation(4)[: rng.integers(1, 5)]:
        free = np.rot90(beside.away, side).min(axis=0) > 4  # columns of cells without the digit
        room = (int(np.argmin(free)) if not free.all() else len(free) // 2) * COARSE
        wave = rng.uniform(0, 6) * np.sin(down / rng.uniform(8, 60) + rng.uniform(0, 6)) if rng.random() < 0.3 else 0
        edge = math.tan(math.radians(rng.normal(0, 5))) * (down - CANVAS / 2) + wave
        width = rng.uniform(0.1, 1.0) * min(room, 0.4 * CANVAS) - max(np.max(edge), 0)
        if width > 2:
            beyond = np.rot90(down[np.newaxis] < (edge + width)[:, np.newaxis], -side)
            canvas = np.maximum(canvas, beyond * np.float32(strength))
    return canvas


def pixels(beside: Digit, rng: np.random.Generator) -> Canvas:
    """Single squares of ink anywhere: from a few to a tenth of the picture."""
    side = int(rng.choice((1, 2, 4, 7, 8, 14)))
    cells = CANVAS // side
    share = rng.uniform(0.2, 10) / 100 if rng.random() < 0.5 else rng.integers(1, 16) / cells**2
    small = (rng.random((cells, cells)) < share) * rng.uniform(0.3, 1, (cells, cells))
    return small.repeat(side, axis=0).repeat(side, axis=1).astype(np.float32)


def scribbles(beside: Digit, rng: np.random.Generator) -> Canvas:
    """One to three smooth or jagged strokes in the margin, or now and then through the digit."""
    with Pen() as pen:
        for _ in range(rng.integers(1, 4)):
            extent = rng.uniform(0.05, 0.35) * CANVAS
            place = _room(beside, extent * 0.7, rng)
            if place is None:
                if rng.random() < 0.7:
                    continue
                place, extent = rng.uniform(0, CANVAS, 2), CANVAS
            points = place + rng.uniform(-0.5, 0.5, (rng.integers(3, 9), 2)) * extent
            if rng.random() < 0.6 and len(points) > 3:
                ends = np.linspace(0, len(points) - 1, 40)
                points = make_interp_spline(np.arange(len(points)), points, k=3)(ends)
            pen.stroke(points, rng.integers(1, 14), _strength(rng))
    return pen.canvas


def other_digit(beside: Digit, rng: np.random.Generator) -> Canvas:
    """A second digit beside the first: in most cases cut off by the picture's edge, else smaller or fainter.

    It does not touch the first. If it does at each of its `PLACES`, there is none.
    """
    kind = str(rng.choice(("cut", "smaller", "fainter"), p=(0.6, 0.2, 0.2)))
    for _ in range(PLACES):
        second = _second(kind, beside, rng).astype(np.float32)
        if not ((blocks(second, COARSE) > 0.1) & (beside.away < 5)).any():
            return second
    return np.zeros((CANVAS, CANVAS), np.float32)


def text(beside: Digit, rng: np.random.Generator) -> Canvas:
    """One to three printed words without digits, beside the digit or where they fall."""
    with Pen() as pen:
        for _ in range(rng.integers(1, 4)):
            size = int(rng.integers(8, 40))
            word = "".join(rng.choice(list(TEXT), rng.integers(1, 9)))
            place = _room(beside, size, rng)
            if place is not None:
                pen.word(place, word, size, _strength(rng))
    near = (beside.away < 3).repeat(COARSE, axis=0).repeat(COARSE, axis=1)
    return np.where(near, 0, pen.canvas)


SHARES: dict[Callable[[Digit, np.random.Generator], Canvas], float] = {
    lines: 0.09,
    near_lines: 0.09,
    outline: 0.09,
    grid: 0.09,
    blots: 0.09,
    edges: 0.09,
    pixels: 0.09,
    scribbles: 0.09,
    other_digit: 0.19,
    text: 0.09,
}
"""Kinds of marks, and how often each is drawn: second digits, the hardest to tell from the first, most often."""


def _strength(rng: np.random.Generator) -> float:
    """As strong as the digit's ink in every second case."""
    return 1.0 if rng.random() < 0.5 else float(rng.uniform(0.25, 1))


def _turn(degrees: float) -> np.ndarray:
    """float [2, 2]: a rotation of points in rows."""
    angle = math.radians(degrees)
    return np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])


def _room(beside: Digit, distance: float, rng: np.random.Generator) -> np.ndarray | None:
    """A random point that far from the digit, x and y in pixels, or None."""
    free = np.flatnonzero(beside.away > distance)
    if not len(free):
        return None
    row, column = divmod(int(rng.choice(free)), beside.away.shape[1])
    return (np.array([column, row]) + rng.uniform(0, 1, 2)) * COARSE


def _second(kind: str, beside: Digit, rng: np.random.Generator) -> Canvas:
    image = beside.others[rng.integers(len(beside.others))]
    least, greatest = {"cut": (0.7, 1.5), "smaller": (0.15, 0.6), "fainter": (0.5, 1.0)}[kind]
    size = min(beside.longer / CANVAS * rng.uniform(least, greatest), 1)
    ink = drawing.placed(image, Condition(size=(size, size), rotation=15), rng)
    if kind == "cut":
        return _cut(ink, rng)
    return ink * rng.uniform(0.2, 0.5) if kind == "fainter" else ink


def _cut(ink: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Moves ink over an edge of the picture, so that 25 to 75 % of its box remain."""
    side = int(rng.integers(4))
    turned = np.rot90(ink, side)
    columns = np.flatnonzero(turned.max(axis=0) > drawing.INK)
    shift = int(columns[0] + rng.uniform(0.25, 0.75) * (columns[-1] + 1 - columns[0]))
    moved = np.zeros_like(turned)
    moved[:, : CANVAS - shift] = turned[:, shift:]
    return np.rot90(moved, -side)

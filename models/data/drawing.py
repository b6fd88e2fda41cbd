"""Draws MNIST's digits as people draw and photograph them.

Evaluation measures each condition alone and all of them together. Robust models are trained with the same functions,
on training images only.
"""

import io
import math
import string
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy.interpolate import make_interp_spline
from skimage.morphology import dilation, disk, skeletonize

from models.data.mnist import CANVAS

STROKES = ("drawn", "thin", "thick")
THIN = 1
"""Radius of a thin stroke round its skeleton, in pixels: a pen of 3 px."""
THICK = 0.05
"""Width added to each side of a thick stroke, as a share of the digit's longer side."""
INK = 0.3
"""Share of full ink above which a pixel of MNIST belongs to the digit."""
LETTERS = "".join(sorted(set(string.ascii_letters) - set("OoQDIlSsZzBbgqiG")))
"""Letters that nobody would read as a digit."""


@dataclass(frozen=True)
class Condition:
    """How a digit is drawn on the canvas.

    Attributes:
        size: least and greatest length of the longer side, as a share of the canvas. The position is random.
        rotation: greatest angle in either direction, in degrees.
        strokes: some of `STROKES`; one is chosen at random.
        dark: whether the ink is dark on light paper; None chooses at random.
        gradient: difference in brightness between two sides of the paper, as a share of the range of grey levels. The
            paper is then grey.
        noise: standard deviation, in grey levels of 0 to 255.
        jpeg: quality of the photograph, 1 to 95; None for none.
        pixels: side of the picture in pixels before it is enlarged to the canvas; None for as many as the canvas has.
    """

    size: tuple[float, float] = (20 / 28, 20 / 28)
    rotation: float = 0.0
    strokes: tuple[str, ...] = ("drawn",)
    dark: bool | None = False
    gradient: float = 0.0
    noise: float = 0.0
    jpeg: int | None = None
    pixels: int | None = None


PLACED = Condition(size=(0.3, 1.0))
CONDITIONS = {
    "place and size": PLACED,
    "thin strokes": replace(PLACED, strokes=("thin",)),
    "thick strokes": replace(PLACED, strokes=("thick",)),
    "rotation to 15°": replace(PLACED, rotation=15.0),
    "dark on light": replace(PLACED, dark=True),
    "uneven light": replace(PLACED, dark=True, gradient=1 / 3),
    "noise": replace(PLACED, noise=8.0),
    "JPEG quality 50": replace(PLACED, jpeg=50),
    "all together": Condition((0.3, 1.0), 15.0, STROKES, None, 1 / 3, 8.0, 50),
}
"""By the names in the documentation; `all together` is the hardest."""


def mixed(rng: np.random.Generator) -> Condition:
    """A condition for training: any of their properties together. Thick and thin strokes are frequent, for they are
    the hardest to read, and one digit of five fills a picture of few pixels."""
    few = rng.random() < 0.2
    return Condition(
        size=(0.8, 1.0) if few else PLACED.size,
        rotation=15.0 if rng.random() < 0.5 else 0.0,
        strokes=(str(rng.choice(STROKES, p=(0.25, 0.3, 0.45))),),
        dark=None,
        gradient=1 / 3 if rng.random() < 0.4 else 0.0,
        noise=8.0 if rng.random() < 0.4 else 0.0,
        jpeg=50 if rng.random() < 0.4 else None,
        pixels=int(rng.integers(8, 21)) if few else None,
    )


def draw(image: np.ndarray, condition: Condition, rng: np.random.Generator) -> np.ndarray:
    """Draws one digit on the canvas.

    Args:
        image: uint8 [28, 28], light on dark.

    Returns:
        uint8 [224, 224, 3], RGB, 0 to 255.
    """
    ink = placed(image, condition, rng)
    ink = stroked(ink, str(rng.choice(condition.strokes)))
    if condition.pixels:
        ink = enlarged(ink, condition.pixels, Image.Resampling.BILINEAR)
    grey = _lit(ink, condition, rng)
    if condition.noise:
        grey = grey + rng.normal(0, condition.noise, grey.shape)
    picture = Image.fromarray(np.clip(np.rint(grey), 0, 255).astype(np.uint8)).convert("RGB")
    if condition.jpeg is not None:
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=condition.jpeg)
        picture = Image.open(file)
    return np.asarray(picture)


def placed(image: np.ndarray, condition: Condition, rng: np.random.Generator) -> np.ndarray:
    """float [224, 224], 0 to 1: the digit, enlarged, rotated and placed at random inside the canvas."""
    angle = math.radians(rng.uniform(-condition.rotation, condition.rotation))
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    rows, columns = np.nonzero(image > INK * 255)
    corners = np.concatenate([np.stack([columns + x, rows + y]) for x in (0, 1) for y in (0, 1)], axis=1)
    turned = turn @ corners  # x, y
    least, extent = turned.min(axis=1), np.ptp(turned, axis=1)
    scale = rng.uniform(*condition.size) * CANVAS / extent.max()
    offset = rng.uniform(0, np.maximum(CANVAS - extent * scale, 0)) - least * scale
    inverse = turn.T / scale  # from the canvas back to the image
    shift = -inverse @ offset
    coefficients = (*inverse[0], shift[0], *inverse[1], shift[1])
    placed = Image.fromarray(image).transform(
        (CANVAS, CANVAS), Image.Transform.AFFINE, coefficients, Image.Resampling.BICUBIC
    )
    return np.asarray(placed) / 255


def stroked(ink: np.ndarray, stroke: str) -> np.ndarray:
    """Ink, float [224, 224], 0 to 1, with strokes as they are, 3 pixels wide, or wider: a key of `STROKES`."""
    if stroke == "drawn":
        return ink
    if stroke == "thin":
        return dilation(skeletonize(ink > INK), disk(THIN)).astype(float)
    rows, columns = np.nonzero(ink > INK)
    longer = max(np.ptp(rows), np.ptp(columns)) + 1
    return dilation(ink, disk(round(longer * THICK), decomposition="sequence"))


def enlarged(ink: np.ndarray, side: int, way: Image.Resampling) -> np.ndarray:
    """Ink as it is in a picture of side x side pixels that is enlarged to the canvas: wider and fainter."""
    if side >= CANVAS:
        return ink
    small = Image.fromarray(np.rint(ink * 255).astype(np.uint8)).resize((side, side), Image.Resampling.BOX)
    return np.asarray(small.resize((CANVAS, CANVAS), way)) / 255


def _lit(ink: np.ndarray, condition: Condition, rng: np.random.Generator) -> np.ndarray:
    """Grey levels, 0 to 255, of ink on paper under the condition's light."""
    dark = bool(rng.integers(2)) if condition.dark is None else condition.dark
    paper, drawn = (1.0, 0.0) if dark else (0.0, 1.0)
    if not condition.gradient:
        return (paper + (drawn - paper) * ink) * 255
    direction = rng.uniform(0, 2 * math.pi)
    steps = np.arange(CANVAS) / (CANVAS - 1) - 0.5
    along = math.cos(direction) * steps[:, np.newaxis] + math.sin(direction) * steps
    brighter = (along - along.min()) / np.ptp(along) * condition.gradient
    light = 0.5 + brighter  # on white paper; grey paper reflects nine tenths, dark paper and ink little
    paper, drawn = (0.9, 0.15) if dark else (0.15, 0.9)
    return (paper + (drawn - paper) * ink) * light * 255


def scribble(rng: np.random.Generator) -> np.ndarray:
    """A few smooth strokes that are not a digit: uint8 [224, 224, 3], light on dark.

    Each stroke is a closed or open curve through random points, smoothed by a cubic spline.
    """
    picture = Image.new("L", (CANVAS, CANVAS))
    pen = ImageDraw.Draw(picture)
    for _ in range(rng.integers(1, 5)):
        points = rng.uniform(0.05, 0.95, (rng.integers(4, 9), 2)) * CANVAS
        curve = make_interp_spline(np.arange(len(points)), points, k=3)(np.linspace(0, len(points) - 1, 80))
        pen.line([tuple(point) for point in curve], fill=255, width=int(rng.integers(3, 20)), joint="curve")
    return np.asarray(picture.convert("RGB"))


def letter(character: str, rng: np.random.Generator, font: str | None = None) -> np.ndarray:
    """A printed letter of random size and position: uint8 [224, 224, 3], light on dark.

    Args:
        font: path of a TrueType font; default: Pillow's own.
    """
    picture = Image.new("L", (CANVAS, CANVAS))
    size = int(rng.uniform(0.4, 1.0) * CANVAS)
    face = ImageFont.truetype(font, size) if font else ImageFont.load_default(size)
    left, top, right, bottom = face.getbbox(character)
    x, y = rng.uniform(0, np.maximum(CANVAS - np.array([right - left, bottom - top]), 1))
    ImageDraw.Draw(picture).text((x - left, y - top), character, font=face, fill=255)
    return np.asarray(picture.convert("RGB"))


def draw_chunk(condition: Condition | None, chunk: tuple[int, int, np.ndarray]) -> np.ndarray:
    """Draws images in a worker process. Each image has its own random generator, so chunks may have any size.

    Args:
        condition: None takes `mixed` for each image.
        chunk: seed, index of the first image, uint8 [n, 28, 28].

    Returns:
        uint8 [n, 224, 224, 3].
    """
    seed, first, images = chunk
    pictures = []
    for i, image in enumerate(images, start=first):
        rng = np.random.default_rng([seed, i])
        pictures.append(draw(image, condition or mixed(rng), rng))
    return np.stack(pictures)


def scribble_chunk(chunk: tuple[int, int, int]) -> np.ndarray:
    """The same for scribbles: (seed, index of the first, count) -> uint8 [n, 224, 224, 3]."""
    seed, first, count = chunk
    return np.stack([scribble(np.random.default_rng([seed, first + i])) for i in range(count)])


def letter_chunk(chunk: tuple[int, int, int]) -> np.ndarray:
    """The same for letters."""
    seed, first, count = chunk
    lots = (np.random.default_rng([seed, first + i]) for i in range(count))
    return np.stack([letter(str(rng.choice(list(LETTERS))), rng) for rng in lots])

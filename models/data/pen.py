"""A pen that draws marks on the canvas."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from models.data.mnist import CANVAS


class Pen:
    """Draws shapes by Pillow, each in a strength of its own. `canvas` has them all, once the block ends."""

    def __enter__(self) -> "Pen":
        self._picture = Image.new("L", (CANVAS, CANVAS))
        self._draw = ImageDraw.Draw(self._picture)
        return self

    def __exit__(self, *_: object) -> None:
        self.canvas = np.asarray(self._picture, np.float32) / 255

    def stroke(self, points: np.ndarray, width: int, strength: float) -> None:
        self._draw.line(points.ravel().tolist(), fill=_level(strength), width=int(width), joint="curve")

    def area(self, points: np.ndarray, strength: float) -> None:
        self._draw.polygon(points.ravel().tolist(), fill=_level(strength))

    def word(self, place: np.ndarray, word: str, size: int, strength: float) -> None:
        self._draw.text(
            tuple(place.tolist()), word, fill=_level(strength), font=ImageFont.load_default(size), anchor="mm"
        )


def _level(strength: float) -> int:
    return round(strength * 255)

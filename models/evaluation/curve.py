"""The curve of a hybrid: what each threshold sends to the larger model, and how many answers are right."""

from dataclasses import dataclass

THRESHOLDS = (
    *(0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98),
    *(0.985, 0.99, 0.993, 0.995, 0.997, 0.998, 0.999, 0.9995, 1.0),
)
"""Denser towards 1, where most answers of a good model are. 0 sends nothing, 1 everything."""
CLEAN = "clean"
"""The kind of the unchanged test digits."""


@dataclass(frozen=True)
class Curve:
    """What a hybrid does under one condition.

    Attributes:
        kind: `clean` for the unchanged test digits, or one of `KINDS`.
        name: of the condition.
        images: number of pictures.
        sent: for each threshold, how many pictures are sent.
        right: for each threshold, how many answers are right.
    """

    kind: str
    name: str
    images: int
    sent: tuple[int, ...]
    right: tuple[int, ...]

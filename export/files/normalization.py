"""What a finished model expects of a pixel."""

import math
from dataclasses import dataclass

NAMED = {
    "0,255": ((0.0,), (1.0,)),
    "0,1": ((0.0,), (255.0,)),
    "1,0": ((255.0,), (-255.0,)),
    "-1,1": ((127.5,), (127.5,)),
    "torch": ((123.675, 116.28, 103.53), (58.395, 57.12, 57.375)),
}
"""Name -> mean and deviation: the usual ranges, from dark to light; `torch` is that of ImageNet, as in torchvision."""
NEAR = 0.02
"""How far the ends of a quantised range may be from a usual one, as a share of it."""


@dataclass(frozen=True)
class Normalization:
    """A model takes (pixel - mean) / deviation, for pixels from 0 to 255.

    Attributes:
        mean: one number for all channels, or one for each.
        deviation: the same; none is 0.
    """

    mean: tuple[float, ...]
    deviation: tuple[float, ...]

    @property
    def is_identity(self) -> bool:
        return set(self.mean) == {0.0} and set(self.deviation) == {1.0}

    def check(self, channels: int, title: str) -> None:
        """Raises `ValueError` if it has another number of channels than the model."""
        for numbers in (self.mean, self.deviation):
            if len(numbers) not in (1, channels):
                raise ValueError(f"{title} has {channels} channels, but the normalisation has {len(numbers)} numbers.")


def named(name: str) -> Normalization:
    return Normalization(*NAMED[name])


def given(mean: str, deviation: str) -> Normalization:
    """From `--mean` and `--std`: one number, or three with commas between them.

    Raises:
        ValueError: something else, or a deviation of 0.
    """
    return Normalization(_numbers("--mean", mean), _numbers("--std", deviation, zero=False))


def _numbers(option: str, text: str, zero: bool = True) -> tuple[float, ...]:
    try:
        numbers = tuple(map(float, text.split(",")))
    except ValueError:
        numbers = ()
    if len(numbers) not in (1, 3) or not all(map(math.isfinite, numbers)) or (0.0 in numbers and not zero):
        kind = "a number, or three" if zero else "a number other than 0, or three of them"
        raise ValueError(f"{option} is '{text}'; it must be {kind}, in units of a pixel from 0 to 255.")
    return numbers


def of_scale(scale: float, zero: int, lowest: int) -> Normalization | None:
    """What a quantised input says: the usual range that its 256 numbers cover; None if they cover another.

    Args:
        scale: real = scale * (number - zero).
        zero: the number that stands for 0.
        lowest: the smallest number of its type, 0 or -128.
    """
    ends = (scale * (lowest - zero), scale * (lowest + 255 - zero))
    for name in ("0,255", "0,1", "-1,1"):
        low, high = map(float, name.split(","))
        if all(abs(end - wanted) < NEAR * (high - low) for end, wanted in zip(ends, (low, high), strict=True)):
            return named(name)
    return None

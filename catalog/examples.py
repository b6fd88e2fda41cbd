"""The pictures to try, in `static/data/examples/`, and what each shows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A picture to try.

    Attributes:
        file: its name in `static/data/examples/`. Pages are cached by it, so a changed picture needs another name.
        task: of the models that it is for.
        shows: the digit, or what is in the photograph, in English.
    """

    file: str
    task: str
    shows: str


EXAMPLES = (
    *(Example(f"digit-{digit}.png", "digit", digit) for digit in "235689"),
    *(Example(f"{shows}.jpg", "photo", shows) for shows in ("cat", "espresso", "photographer", "rocket")),
)

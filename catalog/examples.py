"""The example pictures in `static/data/examples/`, and what each shows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """An example picture.

    Attributes:
        file: its name in `static/data/examples/`. It is cached under this name, so a changed picture needs a new name.
        task: the task of the models that it is for.
        shows: the digit, or the subject of the photograph, in English.
    """

    file: str
    task: str
    shows: str


EXAMPLES = (
    *(Example(f"digit-{digit}.png", "digit", digit) for digit in "235689"),
    *(Example(f"{shows}.jpg", "photo", shows) for shows in ("cat", "espresso", "photographer", "rocket")),
)

"""The name of a user's model: in the catalog, and as users see it."""

import re
from pathlib import Path

from models.registry import MODELS

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
PARTS = ("front_end", "features")
"""Names that the command line and `static/models/` have for parts of this project's models."""


def given(path: Path) -> Path:
    """The path under the name that the user gave, not that of what a link points to; `.` and `..` have one too."""
    return path if path.name not in ("", "..") else path.resolve()


def name_of(path: Path, name: str | None) -> str:
    """The name in the catalog: `name`, or one made from that of the file. Raises `ValueError` if it is not plain."""
    if name is None:
        own = given(path)
        chosen = re.sub("[^a-z0-9_-]+", "-", (own.name if path.is_dir() else own.stem).lower()).strip("-_")
    else:
        chosen = name
    if not NAME.fullmatch(chosen):
        raise ValueError(
            f"'{chosen}' is not a valid name: use at most 64 of a-z, 0-9, _ and -. Choose one with --name."
        )
    if chosen in MODELS:
        raise ValueError(f"'{chosen}' is a model of this project. Choose another name with --name.")
    if chosen in PARTS:
        raise ValueError(f"'{chosen}' is a part of this project's models. Choose another name with --name.")
    return chosen


def title_of(name: str) -> str:
    """The name that users see, made from that in the catalog."""
    return re.sub("[_-]+", " ", name).strip().capitalize()

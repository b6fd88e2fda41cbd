"""Writes tables into the documentation, between `<!-- NAME -->` and `<!-- /NAME -->`."""

import re
from pathlib import Path

from harness.server import ROOT

README = ROOT / "README.md"
FOLDER = ROOT / "docs"
PLACE = re.compile(r"<!-- (\w+) -->\n(.*?)<!-- /\1 -->", re.DOTALL)


def pages() -> list[Path]:
    """The README and all pages in `docs/`."""
    return [README, *sorted(FOLDER.glob("*.md"))]


def write(tables: dict[str, str], paths: list[Path] | None = None) -> None:
    """Writes each table into every place with its name, on all pages.

    Args:
        tables: name of the place -> Markdown.
        paths: of the pages; all of the documentation, if left out.

    Raises:
        ValueError: a table has no place on any page; nothing is written.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in paths or pages()}
    places = {name for text in texts.values() for name, _ in PLACE.findall(text)}
    if missing := tables.keys() - places:
        name = min(missing)
        raise ValueError(f"No page has a place for the table '{name}': <!-- {name} --> ... <!-- /{name} -->.")

    def replaced(match: re.Match) -> str:
        name, old = match.groups()
        table = f"{tables[name]}\n" if name in tables else old
        return f"<!-- {name} -->\n{table}<!-- /{name} -->"

    for path, text in texts.items():
        path.write_text(PLACE.sub(replaced, text), encoding="utf-8")

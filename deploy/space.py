"""The files of a Hugging Face Space, and its card, which is the front matter of its README."""

import re
import shutil
from modulefinder import ModuleFinder
from pathlib import Path

from huggingface_hub import RepoCard, SpaceCard, SpaceCardData

import catalog
from catalog import ENCODINGS

ROOT = Path(__file__).parent.parent
LIMIT = catalog.LIMITS.file_bytes
"""Bytes that no file may have: a Space refuses large ones without Git LFS."""

PICTURE = re.compile(r"!\[[^]]*]\(([^):]+)\)")
"""A picture in Markdown; its path is relative to the page."""

STATIC_README = """# {title}

{description}. It runs in your browser and sends nothing, but to a server that you name for a comparison; after one
visit it needs no network.
"""


def files(static: bool = False) -> dict[str, Path | bytes]:
    """Path in the Space, with forward slashes -> the file here, or the content if it is written for the Space.

    Args:
        static: only the page, without the server.

    Raises:
        ValueError: a file is too large for a Space.
    """
    found = _page() if static else _server()
    for name, file in found.items():
        if size(file) >= LIMIT:
            raise ValueError(f"'{name}' has {size(file):,} bytes. A file for a Space must have less than {LIMIT:,}.")
    return dict(sorted(found.items()))


def size(file: Path | bytes) -> int:
    """In bytes."""
    return len(file) if isinstance(file, bytes) else file.stat().st_size


def write(folder: Path, found: dict[str, Path | bytes]) -> None:
    """Writes what `files` has found into `folder`, as it will be in the Space."""
    for name, file in found.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(file, bytes):
            path.write_bytes(file)
        else:
            shutil.copyfile(file, path)


def _server() -> dict[str, Path | bytes]:
    pages = {path: path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]}
    pictures = {(page.parent / link).resolve() for page, text in pages.items() for link in PICTURE.findall(text)}
    paths = [ROOT / "LICENSE", ROOT / "requirements.txt", *pictures, *_code(), *_static()]
    found: dict[str, Path | bytes] = {path.relative_to(ROOT).as_posix(): path for path in paths}
    there = {ROOT / name for name in found} | pages.keys()
    written = {page.relative_to(ROOT).as_posix(): _linked(text, page, there) for page, text in pages.items()}
    return found | written


def _linked(text: str, page: Path, there: set[Path]) -> bytes:
    """A page without links to files that are not in the Space. Their text stays, as code."""

    def link(match: re.Match) -> str:
        words, target = match.groups()
        file, _, _ = target.partition("#")
        stays = "://" in target or not file or (page.parent / file).resolve() in there
        return match[0] if stays else f"`{words}`"

    return re.sub(r"(?<!!)\[([^]]+)]\(([^)]+)\)", link, text).encode()


def _page() -> dict[str, Path | bytes]:
    pages = {path.relative_to(ROOT / "static").as_posix(): path for path in _static()}
    return {**pages, "LICENSE": ROOT / "LICENSE", "README.md": _static_readme()}


def _code() -> set[Path]:
    """The modules that `app.py` imports, and the other files in the server's folders."""
    finder = ModuleFinder([str(ROOT)])
    finder.run_script(str(ROOT / "app.py"))
    modules = {Path(file) for module in finder.modules.values() if (file := vars(module)["__file__"])}
    beside = {path for path in _under(ROOT / "demo") if path.suffix != ".py" or not _is_package(path.parent)}
    return modules | beside


def _is_package(folder: Path) -> bool:
    return (folder / "__init__.py").exists()


def _static() -> list[Path]:
    """The page and the published models, without the files that are built by a command."""
    published = catalog.load(ROOT / "static" / "models" / "catalog.json")
    owners: list[catalog.Model | catalog.FrontEnd] = [
        *published.models,
        *([published.front_end] if published.front_end else []),
    ]
    built = [file for owner in owners for file in owner.files if file.command]
    paths = {path for file in built for path in (file.path, *(part.path for part in file.parts))}
    left_out = {ROOT / "static" / "models" / f"{path}{end}" for path in paths for end in ("", *ENCODINGS.values())}
    return [path for path in _under(ROOT / "static") if path not in left_out]


def _under(folder: Path) -> list[Path]:
    """All files in a folder, except caches, hidden files and temporary files."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix != ".tmp"
        and not any(part == "__pycache__" or part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _static_readme() -> bytes:
    """The README of a static Space, with the title, colours and licence of the project's README."""
    ours = RepoCard.load(ROOT / "README.md").data.to_dict()
    kept = {key: ours[key] for key in ("title", "emoji", "colorFrom", "colorTo", "license")}
    description = "The same model as on the server, in your browser"
    data = SpaceCardData(**kept, sdk="static", app_file="index.html", short_description=description)
    text = STATIC_README.format(title=ours["title"], description=description)
    return str(SpaceCard(f"---\n{data.to_yaml()}\n---\n\n{text}")).encode()

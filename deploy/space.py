"""What a Hugging Face Space needs, and no more: its files, and its card, which is the head of a README."""

import re
import shutil
from modulefinder import ModuleFinder
from pathlib import Path

from huggingface_hub import RepoCard, SpaceCard, SpaceCardData

import catalog

ROOT = Path(__file__).parent.parent
LIMIT = catalog.LIMITS.file_bytes
"""Bytes that a file may have: a Space takes no larger one without Git LFS."""

PICTURE = re.compile(r"!\[[^]]*]\(([^):]+)\)")
"""A picture of the project in Markdown; its path is relative to the page."""

STATIC_README = """# {title}

{description}. It runs in your browser and sends nothing anywhere; after one visit it needs no network.
"""


def files(static: bool = False) -> dict[str, Path | bytes]:
    """Path in the Space, with forward slashes -> the file here, or its content where it is written for the Space.

    Args:
        static: the page alone, instead of the whole server.

    Raises:
        ValueError: a file is larger than a Space takes.
    """
    found = _page() if static else _server()
    for name, file in found.items():
        if size(file) > LIMIT:
            raise ValueError(f"'{name}' has {size(file):,} bytes, and a Space takes no file over {LIMIT:,}.")
    return dict(sorted(found.items()))


def size(file: Path | bytes) -> int:
    """In bytes."""
    return len(file) if isinstance(file, bytes) else file.stat().st_size


def write(folder: Path, static: bool = False) -> None:
    """Lays the files into `folder` as they will lie in the Space."""
    for name, file in files(static).items():
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
    """A page without the links to what is not in the Space: their words stay, and name the file in the project."""

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
    """What `app.py` imports of this project, and what lies in the server's folders beside its modules."""
    finder = ModuleFinder([str(ROOT)])
    finder.run_script(str(ROOT / "app.py"))
    modules = {Path(file) for module in finder.modules.values() if (file := vars(module)["__file__"])}
    beside = {path for path in _under(ROOT / "demo") if path.suffix != ".py" or not _is_package(path.parent)}
    return modules | beside


def _is_package(folder: Path) -> bool:
    return (folder / "__init__.py").exists()


def _static() -> list[Path]:
    """The page and the published models, without those that the catalog says are built by a command."""
    published = catalog.load(ROOT / "static" / "models" / "catalog.json")
    owners: list[catalog.Model | catalog.FrontEnd] = [
        *published.models,
        *([published.front_end] if published.front_end else []),
    ]
    built = [file for owner in owners for file in owner.files if file.command]
    paths = {path for file in built for path in (file.path, *(part.path for part in file.parts))}
    left_out = {ROOT / "static" / "models" / path for path in paths}
    return [path for path in _under(ROOT / "static") if path not in left_out]


def _under(folder: Path) -> list[Path]:
    """All files in a folder, without caches, hidden and temporary ones."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix != ".tmp"
        and not any(part == "__pycache__" or part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _static_readme() -> bytes:
    """The README of the page alone, with the title, the colours and the licence of the whole."""
    ours = RepoCard.load(ROOT / "README.md").data.to_dict()
    kept = {key: ours[key] for key in ("title", "emoji", "colorFrom", "colorTo", "license")}
    description = "The same model as on the server, in your browser"
    data = SpaceCardData(**kept, sdk="static", app_file="index.html", short_description=description)
    text = STATIC_README.format(title=ours["title"], description=description)
    return str(SpaceCard(f"---\n{data.to_yaml()}\n---\n\n{text}")).encode()

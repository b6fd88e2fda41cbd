"""Checks that exactly the published files are there, byte for byte."""

import hashlib
from pathlib import Path

import catalog
from catalog import DEFAULT, ENCODINGS, HYBRIDS, LIMITS


def strays(published: catalog.Catalog, path: Path, name: str | None = None) -> list[str]:
    """Files beside the catalog that are neither in it nor made with it, as sentences.

    Git may ignore them, but every host would serve them.

    Args:
        published: the catalog.
        path: of the catalog.
        name: the only model to check; default: all.
    """
    rows = [file for model in published.models for file in model.files]
    rows += published.front_end.files if published.front_end else ()
    rows += [model.features.file for model in published.models if model.features]
    paths = [path.name, DEFAULT, HYBRIDS, *(part.path for file in rows for part in file.whole)]
    known = {f"{name}{end}" for name in paths for end in ("", *ENCODINGS.values())}
    there = (path.parent / name if name else path.parent).rglob("*")
    names = sorted(file.relative_to(path.parent).as_posix() for file in there if not file.is_dir())
    return [f"{stray} is not in the catalog." for stray in names if stray not in known]


def faults(file: catalog.File, folder: Path) -> list[str]:
    """What is wrong with the bytes of a file and its parts, as sentences.

    Args:
        folder: of the catalog.
    """
    parts = file.whole
    there = [part for part in parts if (folder / part.path).is_file()]
    if file.withheld:
        return [f"{part.path} exists, but the catalog withholds it." for part in there]
    if file.command and not there:
        if file.bytes >= LIMITS.file_bytes:
            return []
        least = f"{LIMITS.file_bytes:,} bytes"
        return [f"{file.path} is missing. Only a file of {least} or more may be, but it has {file.bytes:,}."]
    return [said for part in parts if (said := _fault(part, folder / part.path))]


def _fault(part: catalog.Part, place: Path) -> str | None:
    if not place.is_file():
        return f"{part.path} is missing."
    content = place.read_bytes()
    if len(content) != part.bytes:
        return f"{part.path} has {len(content):,} bytes; the catalog says {part.bytes:,}."
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 != part.sha256:
        return f"{part.path} was changed: its SHA-256 is {sha256}; the catalog says {part.sha256}."
    return None

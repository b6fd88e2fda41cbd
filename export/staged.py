"""The staging folder: files are written and described there, then moved into place."""

import contextlib
import dataclasses
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

import catalog
from export.formats import metadata
from export.formats.handlers import HANDLERS, Conversion
from export.samples import Samples
from export.sources.source import Source
from export.verify.verification import Comparison

PREFIX = ".export-"
LEFT = 24 * 60 * 60
"""Age in seconds from which on a staging folder was left by a command that was killed."""


@contextlib.contextmanager
def folder(beside: Path) -> Iterator[Path]:
    """A temporary folder in that of the catalog, so that the last step is a rename within a file system.

    Args:
        beside: the folder of the catalog, which is made if there is none.
    """
    beside.mkdir(parents=True, exist_ok=True)
    for left in beside.glob(f"{PREFIX}*"):
        if time.time() - left.stat().st_mtime > LEFT:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=beside) as temporary:
        yield Path(temporary)


def convert(source: Source, format: str, precision: str, staging: Path, pictures: Samples) -> str:
    """Writes a file under `staging/`. Returns its path from there."""
    file = catalog.FORMATS[format].path_of(source.name, precision)
    HANDLERS[format].convert(Conversion(source, staging / "saved_model", precision, pictures), staging / file)
    return file


def entry(
    source: Source, file: str, format: str, precision: str, staging: Path, comparison: Comparison
) -> catalog.File:
    """The row in the catalog for a staged file.

    A file whose probabilities are not finite is only listed if it is withheld. Its difference is the largest that two
    probabilities can have, because JSON has no NaN.
    """
    main = staging / file
    others = sorted(set(main.parent.iterdir()) - {main}) if catalog.FORMATS[format].has_parts else []
    parts = [catalog.Part(Path(file).with_name(other.name).as_posix(), *size_and_hash(other)) for other in others]
    size, sha256 = size_and_hash(main)
    size += sum(part.bytes for part in parts)
    return catalog.File(
        format=format,
        precision=precision,
        path=file,
        bytes=size,
        sha256=sha256,
        accuracy=comparison.accuracy,
        max_difference=comparison.max_difference if np.isfinite(comparison.max_difference) else 1.0,
        labels_differ=comparison.labels_differ,
        pictures=comparison.images,
        milliseconds=float(f"{comparison.milliseconds:.3g}"),
        parts=tuple(parts),
        command=source.command if size >= catalog.LIMITS.file_bytes else None,
    )


def size_and_hash(path: Path) -> tuple[int, str]:
    content = path.read_bytes()
    return len(content), hashlib.sha256(content).hexdigest()


def remove(staging: Path, file: catalog.File) -> None:
    for path in (file.path, *(part.path for part in file.parts)):
        (staging / path).unlink()


def with_time_of(
    before: Iterable[catalog.File], folder: Path, stamp: str | None, file: catalog.File, staging: Path
) -> catalog.File:
    """The file, with the time of the published file if that has the same bytes, except for the version.

    Args:
        before: the published files.
        folder: of the catalog.
        stamp: the version in the published `.tflite` files; None if they have none.
        file: the new file.
        staging: the folder with the new file. A `.tflite` is not stamped yet.
    """
    for old in before:
        if [part.path for part in old.whole] == [part.path for part in file.whole] and all(
            unstamped(folder / part.path, stamp) == (staging / part.path).read_bytes()
            for part in file.whole
            if (staging / part.path).exists()
        ):
            return dataclasses.replace(file, milliseconds=old.milliseconds)
    return file


def unstamped(path: Path, stamp: str | None) -> bytes | None:
    """The content of a published file without its version; None if the file is missing."""
    if not path.is_file():
        return None
    content = path.read_bytes()
    return metadata.stamped(content, metadata.UNSTAMPED, stamp) if stamp and path.suffix == ".tflite" else content


@contextlib.contextmanager
def replaced(new: Path | None, place: Path, aside: Path) -> Iterator[None]:
    """Replaces a folder, and restores the old one if the body of the `with` statement fails.

    Args:
        new: takes its place; None: nothing does.
        place: of the folder.
        aside: where the old one goes.

    A signal may end the command anywhere in here, so the files themselves tell how far it has come.
    """
    try:
        if place.exists():
            os.replace(place, aside)
        if new:
            os.replace(new, place)
        yield
    except BaseException:
        if new and not new.exists():
            shutil.rmtree(place, ignore_errors=True)
        if aside.exists():
            os.replace(aside, place)
        raise

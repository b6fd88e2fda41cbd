"""Publishing: a trained model's files, all verified, into `static/models/`, and its entry into the catalog."""

import contextlib
import dataclasses
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import catalog
from export.formats import conversion, runners
from export.formats.handlers import HANDLERS, Conversion
from export.sources.ours import Source
from export.verify import samples
from export.verify.verification import Comparison, VerificationError, compare, fault
from models.registry import DEFAULT


@dataclass(frozen=True)
class Measured:
    """A file of the catalog, and how it compares with the trained model."""

    file: catalog.File
    comparison: Comparison


def publish(
    source: Source,
    pictures: samples.Samples,
    path: Path = catalog.PATH,
    forms: tuple[tuple[str, str], ...] = catalog.FORMS,
) -> list[Measured]:
    """Converts a trained model, runs each file beside it on the pictures, then publishes.

    Args:
        source: the model.
        pictures: on which it is verified.
        path: of the catalog; the files go beside it.
        forms: format and precision of each file.

    Returns:
        What was published, with what was measured.

    Raises:
        VerificationError: a float32 file answers otherwise than the trained model; the old files stay as they were.
            A lower precision that is not good enough is withheld, and the catalog says why.
    """
    reference = np.concatenate([source.predict(batch) for batch in runners.shown(pictures, source.name)])
    path.parent.mkdir(parents=True, exist_ok=True)
    # beside the catalog, so that the last step is a rename on one file system
    with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as temporary:
        staging = Path(temporary)
        conversion.to_saved_model(source, staging / "saved_model")
        (staging / source.name).mkdir()
        measured = []
        for format, precision in forms:
            if format == "keras" and source.save is None:
                continue
            file = convert(source, format, precision, staging, pictures)
            comparison = compare(HANDLERS[format].run(staging / file, pictures), reference, pictures.labels)
            why_not = fault(precision, comparison)
            if why_not and precision == "float32":
                raise VerificationError(f"{file} {why_not}. Nothing was published.")
            described = entry(source, file, format, precision, staging, comparison)
            if why_not:
                described = dataclasses.replace(described, withheld=f"{why_not[0].upper()}{why_not[1:]}.", command=None)
                _remove(staging, described)
            measured.append(Measured(described, comparison))
        published = catalog.Model(
            name=source.name,
            title=source.title,
            task=source.task,
            origin=source.origin,
            version=source.version,
            labels=source.labels,
            input=source.input,
            parameters=source.parameters,
            accuracy=measured[0].comparison.reference_accuracy,
            training_seconds=source.training_seconds,
            files=tuple(each.file for each in measured),
        )
        old = catalog.load(path) if path.exists() else catalog.Catalog(default=source.name, models=())
        new = old.with_model(published)
        if source.name == DEFAULT:
            new = dataclasses.replace(new, default=source.name)
        with replaced(staging / source.name, path.parent / source.name, staging / "old"):
            catalog.save(new, path)
    return measured


def convert(source: Source, format: str, precision: str, staging: Path, pictures: samples.Samples) -> str:
    """Writes one form under `staging/NAME`; its path from there."""
    file = catalog.FORMATS[format].path_of(source.name, precision)
    HANDLERS[format].convert(Conversion(source, staging / "saved_model", precision, pictures), staging / file)
    return file


def entry(
    source: Source, file: str, format: str, precision: str, staging: Path, comparison: Comparison
) -> catalog.File:
    """The catalog's row of a file under `staging/`."""
    main = staging / file
    others = sorted(set(main.parent.iterdir()) - {main}) if catalog.FORMATS[format].has_parts else []
    parts = [catalog.Part(Path(file).with_name(other.name).as_posix(), *_size_and_hash(other)) for other in others]
    size, sha256 = _size_and_hash(main)
    size += sum(part.bytes for part in parts)
    return catalog.File(
        format=format,
        precision=precision,
        path=file,
        bytes=size,
        sha256=sha256,
        accuracy=comparison.accuracy,
        max_difference=comparison.max_difference,
        labels_differ=comparison.labels_differ,
        pictures=comparison.images,
        milliseconds=float(f"{comparison.milliseconds:.3g}"),
        parts=tuple(parts),
        command=source.command if size >= catalog.LIMITS.file_bytes else None,
    )


def _size_and_hash(path: Path) -> tuple[int, str]:
    content = path.read_bytes()
    return len(content), hashlib.sha256(content).hexdigest()


def _remove(staging: Path, file: catalog.File) -> None:
    for path in (file.path, *(part.path for part in file.parts)):
        (staging / path).unlink()


@contextlib.contextmanager
def replaced(new: Path, place: Path, aside: Path) -> Iterator[None]:
    """Puts a folder in the place of another, and puts the other back if what follows fails."""
    if place.exists():
        os.replace(place, aside)
    try:
        os.replace(new, place)
        yield
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        if aside.exists():
            os.replace(aside, place)
        raise

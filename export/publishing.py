"""Publishing: a trained model's files, all verified, into `static/models/`, and its entry into the catalog."""

import contextlib
import dataclasses
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import catalog
from export import versions
from export.formats import conversion, metadata, runners
from export.formats.handlers import HANDLERS, Conversion
from export.sources.ours import Source
from export.verify import inside, oldest, samples
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
    only: str | None = None,
    keep_times: bool = False,
) -> list[Measured]:
    """Converts a trained model, runs each file beside it on the pictures, then publishes.

    A `.tflite` must answer in the oldest runtime as in the newest, too.

    Args:
        source: the model.
        pictures: on which it is verified.
        path: of the catalog; the files go beside it.
        forms: format and precision of each file.
        only: a format; the published files of the others stay as they are.
        keep_times: keeps the published p50 of a file whose bytes stay as they are, but for the version: for a machine
            that does other work.

    Returns:
        What was published, with what was measured.

    Raises:
        VerificationError: a float32 file answers otherwise than the trained model; the old files stay as they were.
            A lower precision that is not good enough is withheld, and the catalog says why.
        ValueError: files of other formats should stay, and are of other weights.
        NoOldestRuntime: it is not on this machine.
        NoChromium: there is none to run the TF.js files in.
    """
    old = catalog.load(path) if path.exists() else catalog.Catalog(default=source.name, models=())
    namesake = next((model for model in old.models if model.name == source.name), None)
    kept = _kept(namesake, source, only) if only else ()
    reference = np.concatenate([source.predict(batch) for batch in runners.shown(pictures, source.name)])
    path.parent.mkdir(parents=True, exist_ok=True)
    # beside the catalog, so that the last step is a rename on one file system
    with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as temporary:
        staging = Path(temporary)
        conversion.to_saved_model(source, staging / "saved_model")
        (staging / source.name).mkdir()
        if namesake and kept:
            _copy(kept, path.parent, staging, namesake.version)
        measured = []
        for format, precision in forms:
            if only not in (None, format) or (format == "keras" and source.save is None):
                continue
            file = convert(source, format, precision, staging, pictures)
            answers = HANDLERS[format].run(staging / file, pictures)
            comparison = compare(answers, reference, pictures.labels)
            why_not = fault(precision, comparison)
            if format == "tflite":
                why_not = why_not or oldest.fault(staging / file, precision, answers.probabilities, pictures)
            if why_not and precision == "float32":
                raise VerificationError(f"{file} {why_not}. Nothing was published.")
            described = entry(source, file, format, precision, staging, comparison)
            if namesake and keep_times:
                described = with_time_of(namesake.files, path.parent, namesake.version, described, staging)
            if why_not:
                described = dataclasses.replace(described, withheld=f"{why_not[0].upper()}{why_not[1:]}.", command=None)
                _remove(staging, described)
            measured.append(Measured(described, comparison))
        version, files = _stamped(source, [*(each.file for each in measured), *kept], staging)
        tflite = [staging / file.path for file in files if file.format == "tflite" and not file.withheld]
        shown_by, blank = inside.look(tflite[0], old.front_end, path.parent, pictures) if tflite else (None, None)
        published = catalog.Model(
            name=source.name,
            title=source.title,
            task=source.task,
            origin=source.origin,
            version=version,
            weights=source.weights,
            labels=source.labels,
            input=source.input,
            parameters=source.parameters,
            front_end=shown_by,
            blank=blank,
            accuracy=measured[0].comparison.reference_accuracy,
            training_seconds=source.training_seconds,
            files=files,
        )
        latest = catalog.load(path) if path.exists() else old  # minutes later: another model may be published since
        new = latest.with_model(published)
        if source.name == DEFAULT:
            new = dataclasses.replace(new, default=source.name)
        with replaced(staging / source.name, path.parent / source.name, staging / "old"):
            catalog.save(new, path)
    return measured


def with_time_of(
    before: Iterable[catalog.File], folder: Path, stamp: str | None, file: catalog.File, staging: Path
) -> catalog.File:
    """The file with the p50 of the published one that has the same bytes, but for the version; else as it is.

    Args:
        before: what was published.
        folder: the catalog's.
        stamp: the version in the published `.tflite` files; None where they have none.
        file: the new one.
        staging: where it is; a `.tflite` is not stamped yet.
    """
    for old in before:
        if [part.path for part in old.whole] == [part.path for part in file.whole] and all(
            _unstamped(folder / part.path, stamp) == (staging / part.path).read_bytes()
            for part in file.whole
            if (staging / part.path).exists()
        ):
            return dataclasses.replace(file, milliseconds=old.milliseconds)
    return file


def _unstamped(path: Path, stamp: str | None) -> bytes | None:
    """A published file without its version; None where it is not here."""
    if not path.is_file():
        return None
    content = path.read_bytes()
    return metadata.stamped(content, metadata.UNSTAMPED, stamp) if stamp and path.suffix == ".tflite" else content


def _kept(namesake: catalog.Model | None, source: Source, only: str) -> tuple[catalog.File, ...]:
    """The published files of other formats than that; raises `ValueError` where they are of other weights."""
    if namesake is None or namesake.weights != source.weights:
        published = namesake.weights if namesake else "not there"
        raise ValueError(
            f"Model '{source.name}' has the weights {source.weights}, and the published ones are {published}: "
            f"publish every format, not {only} alone."
        )
    return tuple(file for file in namesake.files if file.format != only)


def _copy(files: Iterable[catalog.File], folder: Path, staging: Path, version: str) -> None:
    """Copies published files that are here, the `.tflite` without their version: large ones may be missing."""
    for part in (part for file in files for part in file.whole if (folder / part.path).is_file()):
        content = (folder / part.path).read_bytes()
        if part.path.endswith(".tflite"):
            content = metadata.stamped(content, metadata.UNSTAMPED, instead=version)
        (staging / part.path).parent.mkdir(parents=True, exist_ok=True)
        (staging / part.path).write_bytes(content)


def _stamped(source: Source, files: Iterable[catalog.File], staging: Path) -> tuple[str, tuple[catalog.File, ...]]:
    """The version of the files under `staging/`, and their rows in order, with that version in the `.tflite`."""
    files = sorted(files, key=lambda file: catalog.FORMS.index((file.format, file.precision)))
    version = versions.of_files(source.weights, files, staging, stamp=metadata.UNSTAMPED)
    for index, file in enumerate(files):
        if file.format == "tflite" and not file.withheld:
            place = staging / file.path
            place.write_bytes(metadata.stamped(place.read_bytes(), version))
            files[index] = dataclasses.replace(file, sha256=_size_and_hash(place)[1])
    return version, tuple(files)


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

"""Publishes a trained model: its verified files in `static/models/`, and its entry in the catalog."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import catalog
from export import samples, staged, versions
from export.formats import conversion, metadata, runners
from export.formats.browser import run_litert_js
from export.formats.handlers import HANDLERS
from export.sources.source import Source
from export.verify import inside
from export.verify.verification import TOLERANCE, Comparison, VerificationError, compare, fault, in_page_fault
from models.registry import DEFAULT

MANY = 50
"""If a model answers so many pictures alike, it does not see them as it expects to."""

RANGE_HINT = " Check --input-range: on pixels of a wider range than it was trained on, a model's rounding errors grow."


@dataclass(frozen=True)
class Measured:
    """A file in the catalog, and its comparison with the trained model.

    Attributes:
        file: in the catalog.
        comparison: with the trained model.
        in_page: of LiteRT.js with LiteRT; None if the page runs TF.js files of the same model.
    """

    file: catalog.File
    comparison: Comparison
    in_page: Comparison | None = None


def publish(
    source: Source,
    pictures: samples.Samples,
    path: Path = catalog.PATH,
    forms: tuple[tuple[str, str], ...] = catalog.FORMS,
    only: str | None = None,
    keep_times: bool = False,
) -> list[Measured]:
    """Converts a trained model, compares each file with it on the pictures, then publishes the files.

    Args:
        source: the model. A finished file is published in its own precision, and verified in LiteRT.js too.
        pictures: the pictures to verify it on.
        path: of the catalog. The files are written beside it.
        forms: format and precision of each file.
        only: publishes only this format again.
        keep_times: keeps the published time of a file whose bytes do not change, except for the version. For machines
            that are busy with other work.

    Returns:
        The published files and their comparisons.

    Raises:
        VerificationError: a float32 file answers differently from the trained model. The old files stay unchanged.
            A lower precision that loses too much is withheld instead, and the catalog says why.
        ValueError: the files of the other formats were made from other weights, the model has none of `only`, or it
            answers all pictures alike, so that they verify nothing.
        NoOldestRuntime: the oldest runtime is not installed.
        NoChromium: there is no Chromium to run the page's files in.
    """
    if source.ready:
        forms = (("tflite", source.ready.precision),)
    forms = tuple((format, precision) for format, precision in forms if only in (None, format))
    if source.save is None:
        forms = tuple(form for form in forms if form[0] != "keras")
    if not forms:
        raise ValueError(f"Model '{source.name}' has no file of the format '{only}'.")
    old = catalog.load(path) if path.exists() else catalog.Catalog(default=source.name, models=())
    namesake = next((model for model in old.models if model.name == source.name), None)
    kept = _kept(namesake, source, only) if only else ()
    reference = np.concatenate([source.predict(batch) for batch in runners.shown(pictures, source.name)])
    if len(reference) >= MANY and np.ptp(reference, axis=0).max() < TOLERANCE:
        raise ValueError(
            f"Model '{source.name}' answers all {len(reference)} pictures alike, to {TOLERANCE:g}, so no file can be "
            "verified on them. Check --input-range, or give other pictures by --samples."
        )
    with staged.folder(path.parent) as staging:
        if not source.ready:
            conversion.to_saved_model(source, staging / "saved_model")
        (staging / source.name).mkdir()
        if namesake and kept:
            _copy(kept, path.parent, staging, namesake.version)
        measured = []
        for format, precision in forms:
            file = staged.convert(source, format, precision, staging, pictures)
            answers = HANDLERS[format].run(staging / file, pictures)
            comparison = compare(answers, reference, pictures.labels)
            # a file that is published as it is must answer as before, also if its weights are float16
            is_exact = source.ready and not precision.startswith("int8")
            why_not = fault("float32" if is_exact else precision, comparison)
            if (further := HANDLERS[format].fault) and not why_not:
                why_not = further(staging / file, precision, answers.probabilities, pictures)
            in_page = None
            if source.ready and not why_not:
                in_page = compare(run_litert_js(staging / file, pictures), answers.probabilities, None)
                why_not = in_page_fault(precision, in_page)
            if why_not and (precision == "float32" or source.ready):
                hint = RANGE_HINT if source.origin == "user" and np.isfinite(comparison.max_difference) else ""
                raise VerificationError(f"{file} {why_not}. Nothing was published.{hint}")
            described = staged.entry(source, file, format, precision, staging, comparison)
            if namesake and keep_times:
                described = staged.with_time_of(namesake.files, path.parent, namesake.version, described, staging)
            if why_not:
                described = dataclasses.replace(described, withheld=f"{why_not[0].upper()}{why_not[1:]}.", command=None)
                staged.remove(staging, described)
            measured.append(Measured(described, comparison, in_page))
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
        latest = (
            catalog.load(path) if path.exists() else old
        )  # read again: another model may have been published in the meantime
        new = latest.with_model(published)
        if source.name == DEFAULT:
            new = dataclasses.replace(new, default=source.name)
        with staged.replaced(staging / source.name, path.parent / source.name, staging / "old"):
            catalog.save(new, path)
    return measured


def remove(name: str, path: Path = catalog.PATH) -> None:
    """Removes a user's own model, its files and its entry in the catalog.

    Raises:
        UnknownName: the catalog has no such model.
        ValueError: it is a model of this project, or the default.
    """
    old = catalog.load(path)
    model = old.model(name)
    if model.origin != "user":
        raise ValueError(f"'{name}' is a model of this project: --remove is for a model of your own.")
    if name == old.default:
        raise ValueError(f"'{name}' is the default model, which the page opens with: it cannot be removed.")
    with staged.folder(path.parent) as staging, staged.replaced(None, path.parent / name, staging / "old"):
        catalog.save(catalog.load(path).without(name), path)


def _kept(namesake: catalog.Model | None, source: Source, only: str) -> tuple[catalog.File, ...]:
    """The published files of the other formats; raises `ValueError` if they were made from other weights."""
    if namesake is None or namesake.weights != source.weights:
        published = namesake.weights if namesake else "not there"
        raise ValueError(
            f"Model '{source.name}' has the weights {source.weights}, but the published ones are {published}: "
            f"publish all formats, not only {only}."
        )
    return tuple(file for file in namesake.files if file.format != only)


def _copy(files: Iterable[catalog.File], folder: Path, staging: Path, version: str) -> None:
    """Copies published files, the `.tflite` without their version. Large files may be missing."""
    for part in (part for file in files for part in file.whole if (folder / part.path).is_file()):
        content = (folder / part.path).read_bytes()
        if part.path.endswith(".tflite"):
            content = metadata.stamped(content, metadata.UNSTAMPED, instead=version)
        (staging / part.path).parent.mkdir(parents=True, exist_ok=True)
        (staging / part.path).write_bytes(content)


def _stamped(source: Source, files: Iterable[catalog.File], staging: Path) -> tuple[str, tuple[catalog.File, ...]]:
    """Computes the version, writes it into the staged `.tflite` files, and returns it with the rows in order."""
    files = sorted(files, key=lambda file: catalog.FORMS.index((file.format, file.precision)))
    version = versions.of_files(source.weights, files, staging, stamp=metadata.UNSTAMPED)
    for index, file in enumerate(files):
        if catalog.FORMATS[file.format].has_version and not file.withheld:
            place = staging / file.path
            place.write_bytes(metadata.stamped(place.read_bytes(), version))
            files[index] = dataclasses.replace(file, sha256=staged.size_and_hash(place)[1])
    return version, tuple(files)

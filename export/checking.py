"""Checks that the published files still answer as the catalog says, and changes nothing."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

import catalog
from export import chromium, features, front_end, samples, versions
from export.formats.browser import run_litert_js
from export.formats.handlers import HANDLERS
from export.samples import Samples
from export.sources import ours
from export.verify import integrity
from export.verify.oldest import NoOldestRuntime
from export.verify.verification import TOLERANCE, Comparison, compare, fault, in_page_fault
from models.trained_files import trained_path

ROUNDING = {"float16": 0.01, "uint8": 0.01, "int8": 0.5, "int8-full": 0.5}
"""Share by which the largest difference of a lower precision may change on another processor, which rounds differently:
1 % with float arithmetic; 50 % with integers, because LiteRT's own two sets of kernels differ by 25 %."""
FEW = 2
"""Number of pictures whose label may change on another processor."""
ROW = "{:36} {:>10} {:>9} {:>10} {:>15} {:>8}"


@dataclass(frozen=True)
class Reference:
    """The answers that the files of a model are compared with.

    Attributes:
        title: the name in messages.
        probabilities: float32 [n, labels].
        max_difference: its own largest difference from the trained model.
        labels_differ: number of pictures whose label differs from the trained model's.
    """

    title: str
    probabilities: np.ndarray
    max_difference: float = 0.0
    labels_differ: int = 0


def check(name: str | None = None, sample: int | None = None, path: Path = catalog.PATH) -> list[str]:
    """Verifies the published files again, and prints a row for each.

    A file is compared with the trained model or, if that is not on this machine, with another published file. A
    user's model must only satisfy the rules of publishing, on generated pictures. If it was published with the user's
    own pictures, which may not be here, its lower precisions must only run.

    Args:
        name: the only model to check; default: all.
        sample: number of pictures for each file, the first ones; default: all. The figures in the catalog are those
            of all pictures, so a sample cannot check the accuracy, and finds only differences that are too large.
        path: of the catalog.

    Returns:
        What is wrong, as sentences; empty if nothing is.

    Raises:
        UnknownName: the catalog has no such model.
        ValueError: the sample has less than one picture.
        NoChromium: there is no Chromium to run TF.js files in.
        NoOldestRuntime: the oldest runtime is not installed.
    """
    if sample is not None and sample < 1:
        raise ValueError(f"A sample has at least 1 picture, not {sample}.")
    published = catalog.load(path)
    models = published.models if name is None else (published.model(name),)
    faults = integrity.strays(published, path, name)
    print(ROW.format("file", "bytes", "accuracy", "difference", "labels differ", "p50, ms"), flush=True)
    with chromium.browser():  # for all files
        for model in models:
            faults += _check(model, path.parent, sample)
            faults += _check_features(model, path.parent, sample)
        if name is None and published.front_end:
            faults += _check_front_end(published.front_end, path.parent, sample)
    return faults


def _check_front_end(published: catalog.FrontEnd, folder: Path, sample: int | None) -> list[str]:
    faults = [said for file in published.files for said in integrity.faults(file, folder)]
    if faults:
        return faults
    pictures = _first(samples.digits(), sample)
    reference = front_end.frames(front_end.source(), pictures)
    for file in published.files:
        comparison = front_end.compare(HANDLERS[file.format].run(folder / file.path, pictures), reference)
        _show(file, comparison, of_all=sample is None)
        wrong = front_end.fault(comparison)
        faults += [f"{file.path} {wrong}."] if wrong else []
    return faults


def _check_features(model: catalog.Model, folder: Path, sample: int | None) -> list[str]:
    if model.features is None:
        return []
    file = model.features.file
    if faults := integrity.faults(file, folder):
        return faults
    whole = folder / model.defaults["tfjs"]
    comparison, length = features.verify(folder / file.path, whole, _pictures(model, sample))
    _show(file, comparison, of_all=sample is None)
    wrong = features.fault(comparison)
    faults += [f"{file.path} {wrong}."] if wrong else []
    if length != model.features.length:
        faults.append(f"{file.path} gives {length} features; the catalog says {model.features.length}.")
    return faults


def _check(model: catalog.Model, folder: Path, sample: int | None) -> list[str]:
    faults, files = [], []
    for file in model.files:
        wrong = integrity.faults(file, folder)
        faults += wrong
        if not wrong and (folder / file.path).is_file():
            files.append(file)
        else:
            state = wrong[0] if wrong else "withheld" if file.withheld else "too large to be committed, and not here"
            print(f"{file.path:36} {file.bytes:>10,} {state}", flush=True)
    if not faults:
        faults += filter(None, [versions.fault(model, folder)])
    if not files:
        return faults
    pictures = _pictures(model, sample)
    reference, wrong = _trained(model, pictures)
    faults += wrong
    # float32 first: a file may replace the trained model as the reference
    for file in sorted(files, key=lambda file: file.precision != "float32"):
        try:
            answers = HANDLERS[file.format].run(folder / file.path, pictures)
            if reference is None:
                reference = Reference(file.path, answers.probabilities, file.max_difference, file.labels_differ)
            comparison = compare(answers, reference.probabilities, pictures.labels)
            if further := HANDLERS[file.format].fault:
                why_not = further(folder / file.path, file.precision, answers.probabilities, pictures)
                faults += [f"{file.path} {why_not}."] if why_not else []
            if "tfjs" not in model.defaults:  # the page runs this very file
                in_page = compare(run_litert_js(folder / file.path, pictures), answers.probabilities, None)
                why_not = in_page_fault(file.precision, in_page)
                faults += [f"{file.path} {why_not}."] if why_not else []
        except (chromium.NoChromium, NoOldestRuntime):
            raise
        except Exception as error:  # each runtime raises its own exceptions
            faults.append(f"{file.path} does not run: {error!r}")
            continue
        _show(file, comparison, of_all=sample is None)
        if model.origin != "user":
            faults += differences(file, comparison, reference, of_all=sample is None)
        elif file.precision == "float32" or file.pictures == samples.CROPS:
            why_not = fault(file.precision, comparison)
            faults += [f"{file.path} {why_not}."] if why_not else []
    if reference and sample is None and pictures.labels is not None:
        accuracy = float((reference.probabilities.argmax(axis=1) == pictures.labels).mean())
        faults += _accuracy(f"Model '{model.name}'", accuracy, model.accuracy, pictures.count)
    return faults


def differences(file: catalog.File, measured: Comparison, reference: Reference, of_all: bool) -> list[str]:
    """The differences between a file's answers and what the catalog says, as sentences.

    Args:
        file: the row in the catalog.
        measured: the comparison with the reference.
        reference: may itself differ from the trained model, by its figures.
        of_all: whether the comparison is on all pictures, not on a sample.
    """
    faults = []
    said, found = file.max_difference, measured.max_difference
    slack = said * ROUNDING.get(file.precision, 0) + TOLERANCE + reference.max_difference
    most = TOLERANCE + reference.max_difference if file.precision == "float32" else said + slack
    # `not <=` and not `>`: a NaN must be found too
    if not found <= most or (of_all and found < said - slack):
        faults.append(
            f"{file.path} differs from {reference.title} by {found:.3g} in a probability, on {measured.images} "
            f"pictures; the catalog says {said:.3g}, and at most {most:.3g} is allowed."
        )
    said, found = file.labels_differ, measured.labels_differ
    few = FEW + reference.labels_differ
    if found > said + few or (of_all and found < said - few):
        faults.append(
            f"{file.path} gives another label than {reference.title} for {found} of {measured.images} pictures; "
            f"the catalog says {said}."
        )
    if of_all and measured.images != file.pictures:
        faults.append(f"{file.path} was run on {measured.images} pictures; the catalog says {file.pictures}.")
    if of_all:
        faults += _accuracy(file.path, measured.accuracy, file.accuracy, measured.images)
    return faults


def _accuracy(title: str, found: float | None, said: float | None, images: int) -> list[str]:
    """Allows a difference of one image, because processors round differently."""
    if found is said is None or (found is not None and said is not None and abs(found - said) * images < 1.5):
        return []
    given, expected = ("no accuracy" if share is None else f"an accuracy of {share:.2%}" for share in (found, said))
    return [f"{title} has {given}, on {images} pictures; the catalog says {expected}."]


def _trained(model: catalog.Model, pictures: Samples) -> tuple[Reference | None, list[str]]:
    """The answers of the trained model, if it is here and is the published one; otherwise why it is not."""
    if model.origin == "user" or not trained_path(model.name).exists():
        return None, []
    source = ours.of_registry(model.name)
    wrong = [
        f"Trained model '{model.name}', {fact}: {getattr(source, fact)}; the catalog says {getattr(model, fact)}."
        for fact in ("weights", "labels", "input", "parameters")
        if getattr(source, fact) != getattr(model, fact)
    ]
    if wrong:
        return None, wrong
    return Reference("the trained model", np.concatenate([source.predict(batch) for batch in pictures.batches()])), []


def _pictures(model: catalog.Model, sample: int | None) -> Samples:
    return _first(samples.of_model(model), sample)


def _first(every: Samples, sample: int | None) -> Samples:
    return every if sample is None else samples.first(every, sample)


def _show(file: catalog.File, comparison: Comparison, of_all: bool) -> None:
    accuracy = "" if comparison.accuracy is None or not of_all else f"{comparison.accuracy:.2%}"
    labels = f"{comparison.labels_differ} of {comparison.images}"
    difference, milliseconds = f"{comparison.max_difference:.1e}", f"{comparison.milliseconds:.3g}"
    print(ROW.format(file.path, f"{file.bytes:,}", accuracy, difference, labels, milliseconds), flush=True)

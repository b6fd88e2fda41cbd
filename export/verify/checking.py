"""Checking: what is published still answers as the catalog says. Nothing is changed."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

import catalog
from export.chromium import NoChromium
from export.formats.handlers import HANDLERS
from export.sources import front_end, ours
from export.verify import integrity, oldest, samples
from export.verify.oldest import NoOldestRuntime
from export.verify.samples import Samples
from export.verify.verification import TOLERANCE, Comparison, compare, fault
from models.training import trained_path

ROUNDING = {"float16": 0.01, "uint8": 0.01, "int8": 0.5, "int8-full": 0.5}
"""Share by which another processor's rounding may move a lower precision's largest difference: a hundredth where the
arithmetic is in floats; where it is in integers half, for LiteRT's own two sets of kernels differ by a quarter."""
FEW = 2
"""Pictures that another processor's rounding may give another label."""
ROW = "{:36} {:>10} {:>9} {:>10} {:>15} {:>8}"


@dataclass(frozen=True)
class Reference:
    """What a model's files are compared with.

    Attributes:
        title: for people.
        probabilities: float32 [n, labels].
        max_difference: how far it is from the trained model itself.
        labels_differ: pictures to which it gives another label than the trained model.
    """

    title: str
    probabilities: np.ndarray
    max_difference: float = 0.0
    labels_differ: int = 0


def check(name: str | None = None, sample: int | None = None, path: Path = catalog.PATH) -> list[str]:
    """Verifies what is published again, and prints a row for each file as it goes.

    A file is run beside the trained model, or where that is not on this machine, beside another published file. A
    model that is none of this project's is held to the rules of publishing alone, on generated pictures; where it
    was published on its owner's, which may be elsewhere, its lower precisions must only run.

    Args:
        name: of the only model to check; all, if left out.
        sample: number of pictures that each file answers, the first ones; all, if left out. What the catalog says is
            said of all, so a sample cannot check accuracy, and finds only a difference that is too large.
        path: of the catalog.

    Returns:
        What is wrong, as sentences; none where all is as the catalog says.

    Raises:
        UnknownName: the catalog has no such model.
        ValueError: the sample is less than one picture.
        NoChromium: there is none to run the TF.js files in.
        NoOldestRuntime: there is none to run the `.tflite` files in.
    """
    if sample is not None and sample < 1:
        raise ValueError(f"A sample has at least 1 picture, not {sample}.")
    published = catalog.load(path)
    models = published.models if name is None else (published.model(name),)
    faults = integrity.strays(published, path, name)
    print(ROW.format("file", "bytes", "accuracy", "difference", "labels differ", "p50, ms"), flush=True)
    for model in models:
        faults += _check(model, path.parent, sample)
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
        faults += filter(None, [integrity.version_fault(model, folder)])
    if not files:
        return faults
    pictures = _pictures(model, sample)
    reference, wrong = _trained(model, pictures)
    faults += wrong
    # a file may have to stand in for the trained model, and a float32 one does so best
    for file in sorted(files, key=lambda file: file.precision != "float32"):
        try:
            answers = HANDLERS[file.format].run(folder / file.path, pictures)
            if reference is None:
                reference = Reference(file.path, answers.probabilities, file.max_difference, file.labels_differ)
            comparison = compare(answers, reference.probabilities, pictures.labels)
            if file.format == "tflite":
                why_not = oldest.fault(folder / file.path, file.precision, answers.probabilities, pictures)
                faults += [f"{file.path} {why_not}."] if why_not else []
        except (NoChromium, NoOldestRuntime):
            raise
        except Exception as error:  # each runtime has its own for a file that it cannot read
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
    """Where a file answers otherwise than the catalog says, as sentences.

    Args:
        file: what the catalog says of it.
        measured: how it compares with the reference now.
        reference: may itself be as far from the trained model as its figures say.
        of_all: whether all pictures were answered, and not a sample.
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
    """One image may fall the other way where another processor rounds otherwise."""
    if found is said is None or (found is not None and said is not None and abs(found - said) * images < 1.5):
        return []
    given, expected = ("no accuracy" if share is None else f"an accuracy of {share:.2%}" for share in (found, said))
    return [f"{title} has {given}, on {images} pictures; the catalog says {expected}."]


def _trained(model: catalog.Model, pictures: Samples) -> tuple[Reference | None, list[str]]:
    """The trained model's answers, if it is on this machine and the one that was published; else why it is not."""
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

"""How the files of each format in the catalog are converted, opened, run and verified."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from export.formats import conversion, runners
from export.formats.browser import run_tfjs
from export.formats.runners import Answer
from export.samples import Answers, Samples
from export.sources.source import Source
from export.verify import oldest


@dataclass(frozen=True)
class Conversion:
    """The inputs of a conversion.

    Attributes:
        source: the trained model.
        saved_model: the folder with its SavedModel.
        precision: of the file to write.
        pictures: to calibrate activations.
    """

    source: Source
    saved_model: Path
    precision: str
    pictures: Samples


@dataclass(frozen=True)
class Handler:
    """The functions for the files of one format.

    Attributes:
        convert: writes a file to a path, whose folder exists.
        run: what a file answers to pictures, one at a time.
        open: returns the function that answers one picture; None if the format does not run in this process.
        fault: a check in addition to the comparison with the trained model. Takes the path, the precision, the
            probabilities that the file gave and the pictures; returns why the file must not be published, or None.
    """

    convert: Callable[[Conversion, Path], object]
    run: Callable[[Path, Samples], Answers]
    open: Callable[[Path], contextlib.AbstractContextManager[Answer]] | None = None
    fault: Callable[[Path, str, np.ndarray, Samples], str | None] | None = None


def _to_tflite(made: Conversion, path: Path) -> None:
    if made.source.ready:
        path.write_bytes(made.source.ready.content)
        return
    path.write_bytes(conversion.to_tflite(made.source, made.saved_model, made.precision, made.pictures))


def _to_tfjs(made: Conversion, path: Path) -> None:
    conversion.to_tfjs(made.saved_model, path.parent, made.precision)


def _to_keras(made: Conversion, path: Path) -> None:
    if made.source.save is None:
        raise ValueError(f"'{made.source.name}' is not a Keras 3 model, so it has no .keras file.")
    made.source.save(path)


def _in_process(open: Callable[[Path], contextlib.AbstractContextManager[Answer]]) -> Callable:
    def run(path: Path, samples: Samples) -> Answers:
        with open(path) as answer:
            return runners.timed(answer, samples, path.name)

    return run


HANDLERS = {
    "tflite": Handler(_to_tflite, _in_process(runners.litert), runners.litert, oldest.fault),
    "tfjs": Handler(_to_tfjs, run_tfjs),
    "saved_model": Handler(
        lambda made, path: conversion.to_zip(made.saved_model, path),
        _in_process(runners.saved_model),
        runners.saved_model,
    ),
    "keras": Handler(_to_keras, _in_process(runners.keras_file), runners.keras_file),
}
"""By the name of the format in `catalog.FORMATS`. TF.js files run where their users run them, in a browser."""

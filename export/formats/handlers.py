"""What is done with each format of the catalog: how a file of it is converted, opened and run."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from export.formats import conversion, runners
from export.formats.browser import run_tfjs
from export.formats.runners import Answer, Answers
from export.sources.ours import Source
from export.verify.samples import Samples


@dataclass(frozen=True)
class Conversion:
    """What a file is made from.

    Attributes:
        source: the trained model.
        saved_model: the folder with its SavedModel.
        precision: of the file.
        pictures: by which activations are quantised.
    """

    source: Source
    saved_model: Path
    precision: str
    pictures: Samples


@dataclass(frozen=True)
class Handler:
    """What is done with files of one format.

    Attributes:
        convert: writes a file to a path, whose folder exists.
        run: what a file answers to pictures, one at a time.
        open: gives the function that answers to one picture; None where no runtime in this process runs the format.
    """

    convert: Callable[[Conversion, Path], object]
    run: Callable[[Path, Samples], Answers]
    open: Callable[[Path], contextlib.AbstractContextManager[Answer]] | None = None


def _to_tflite(made: Conversion, path: Path) -> None:
    path.write_bytes(conversion.to_tflite(made.source, made.saved_model, made.precision, made.pictures))


def _to_tfjs(made: Conversion, path: Path) -> None:
    conversion.to_tfjs(made.saved_model, path.parent, made.precision)


def _to_keras(made: Conversion, path: Path) -> None:
    if made.source.save is None:
        raise ValueError(f"'{made.source.name}' is no Keras 3 model, so there is no .keras file of it.")
    made.source.save(path)


def _in_process(open: Callable[[Path], contextlib.AbstractContextManager[Answer]]) -> Callable:
    def run(path: Path, samples: Samples) -> Answers:
        with open(path) as answer:
            return runners.timed(answer, samples, path.name)

    return run


HANDLERS = {
    "tflite": Handler(_to_tflite, _in_process(runners.litert), runners.litert),
    "tfjs": Handler(_to_tfjs, run_tfjs),
    "saved_model": Handler(
        lambda made, path: conversion.to_zip(made.saved_model, path),
        _in_process(runners.saved_model),
        runners.saved_model,
    ),
    "keras": Handler(_to_keras, _in_process(runners.keras_file), runners.keras_file),
}
"""By the name of the format in `catalog.FORMATS`. TF.js files run where their users run them, in a browser."""

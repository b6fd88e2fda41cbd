"""A user's `.tflite`, ONNX file or PyTorch program as a source, with the input and output of every published model."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tensorflow as tf
from ai_edge_litert.schema_py_generated import BuiltinOperator, TensorType
from scipy import special

from export import samples
from export.files import adapter, grafting, originals, tflite_file
from export.files.normalization import Normalization, of_scale
from export.files.tflite_file import TfliteFile
from export.formats import metadata
from export.sources import names, user_model
from export.sources.input_adapter import SIDE
from export.sources.label_file import checked_labels, read_labels
from export.sources.source import Ready, Source
from models.data import mnist

SUFFIXES = tuple(originals.RUNTIMES)
PICKLES = (".pt", ".pth", ".ckpt", ".pkl", ".bin")
"""Endings of files that PyTorch reads with pickle, which runs whatever code a file contains."""


@dataclass(frozen=True)
class Options:
    """What the user says about the file.

    Attributes:
        labels: a text file with one label per line; None: the labels in its metadata.
        name: in the catalog; None: made from the name of the file.
        normalization: None: what its metadata or its quantised input says.
        command: the command that was given, without the folders of this machine.
    """

    labels: Path | None = None
    name: str | None = None
    normalization: Normalization | None = None
    command: str = ""


def of_path(path: Path, options: Options) -> Source:
    """A user's finished file, with the input and output of every published model.

    Args:
        path: a `.tflite`, `.onnx` or `.pt2` file.
        options: what the file does not say itself.

    Raises:
        FileNotFoundError: there is no such file.
        NoConverter: what converts such files is not installed.
        ValueError: the file is not an image classifier, its labels or its normalisation are neither in it nor given, or
            the name is invalid; the message says which.
    """
    chosen = names.name_of(path, options.name)
    labels = read_labels(options.labels) if options.labels else None
    if not path.is_file():
        raise FileNotFoundError(f"There is no file '{path}'.")
    if (size := path.stat().st_size) > tflite_file.FILE_BYTES:  # before a converter reads it
        raise ValueError(f"'{path}' has {size:,} bytes; at most {tflite_file.FILE_BYTES:,} are read.")
    file = _read(path)
    normalization = options.normalization or _normalization(path, file)
    normalization.check(file.channels, f"'{path}'")
    labels = _labels(path, file, labels, options.labels)
    adapt = adapter.make(file, normalization)
    answer = _original(path, adapt)
    first = next(samples.generated().batches())[: user_model.PICTURES]
    softmax = not _are_probabilities(path, file, answer(first))
    model = grafting.graft(file, adapter.converted(adapt), softmax)
    about = metadata.About(
        name=names.title_of(chosen),
        description=metadata.DESCRIPTION,
        labels=labels,
        author=file.said.author,
        licence=file.said.licence,
    )
    content = grafting.content_of(model, about)
    return Source(
        name=chosen,
        title=about.name,
        task="digit" if labels == mnist.LABELS else "photo",
        origin="user",
        labels=labels,
        input=(1, SIDE, SIDE, 3),
        parameters=file.parameters,
        weights=tflite_file.weights_of(file),
        command=options.command,
        author=file.said.author,
        notes=_notes(path, file, softmax),
        ready=Ready(
            content,
            file.precision,
            lambda pictures: special.softmax(answer(pictures), axis=1) if softmax else answer(pictures),
        ),
    )


def _read(path: Path) -> TfliteFile:
    if path.suffix.lower() == ".tflite":
        return tflite_file.read(path)
    with tempfile.TemporaryDirectory() as folder:
        converted = Path(folder) / "converted.tflite"
        originals.convert(path, converted)
        return tflite_file.read(converted, f"'{path}', converted,")


def _normalization(path: Path, file: TfliteFile) -> Normalization:
    """What the file says itself."""
    if file.said.normalization:
        return Normalization(*file.said.normalization)
    given = file.input
    if given.scale and (found := of_scale(given.scale, given.zero, -128 if given.type == TensorType.INT8 else 0)):
        return found
    if given.type == TensorType.UINT8 and not given.scale:
        return Normalization((0.0,), (1.0,))  # without a scale, the number is the pixel
    raise ValueError(
        f"'{path}' does not say what it expects for dark and light: add --input-range, or --mean and --std as it was "
        "trained with."
    )


def _labels(path: Path, file: TfliteFile, given: tuple[str, ...] | None, given_path: Path | None) -> tuple[str, ...]:
    outputs = file.output.shape[-1]
    user_model.check_several(path, outputs)
    if given is None and file.said.labels is None:
        raise ValueError(
            f"'{path}' contains no labels: add --labels FILE, with one label per line in the order of its outputs."
        )
    labels = given or checked_labels(file.said.labels or (), path)
    if len(labels) != outputs:
        raise ValueError(
            f"'{given_path or path}' has {len(labels)} labels, but '{path}' has {outputs} outputs: each output needs a "
            "label."
        )
    return labels


def _original(path: Path, adapt: adapter.Adapter) -> Callable[[np.ndarray], np.ndarray]:
    """What the file as it is answers, uint8 [n, 224, 224, 3] -> float32 [n, outputs], in its own runtime."""

    def answer(pictures: np.ndarray) -> np.ndarray:
        def inputs() -> Iterator[np.ndarray]:
            return (adapt(tf.constant(picture[np.newaxis], tf.float32)).numpy() for picture in pictures)

        outputs = originals.answers(path, inputs(), len(pictures))
        if not np.isfinite(outputs).all():
            raise ValueError(f"'{path}' gives numbers that are not finite.")
        return outputs

    return answer


def _are_probabilities(path: Path, file: TfliteFile, outputs: np.ndarray) -> bool:
    # quantised probabilities are rounded as often as there are classes
    return user_model.are_probabilities(path, outputs, rounding=_scale_of_answers(file) * outputs.shape[1] / 2)


def _scale_of_answers(file: TfliteFile) -> float:
    """The scale of the integers that the output is or, in a file that is quantised inside only, is made of; or 0."""
    graph = file.model.subgraphs[0]
    for operation in graph.operators:
        code = file.model.operatorCodes[operation.opcodeIndex].builtinCode
        if code == BuiltinOperator.DEQUANTIZE and file.output.index in operation.outputs:
            return tflite_file.scale_of(graph.tensors[operation.inputs[0]])[0]
    return file.output.scale


def _notes(path: Path, file: TfliteFile, softmax: bool) -> tuple[str, ...]:
    notes = [f"The outputs of '{path}' are not probabilities, so softmax was added."] if softmax else []
    notes.append(
        f"'{path}' has no Keras source, so it is published as {file.precision} .tflite only: LiteRT runs it on the "
        "server and LiteRT.js in the page."
    )
    return tuple(notes)


def is_one(path: Path) -> bool:
    """Whether a path has the ending of a finished file, in small letters or capitals."""
    return path.suffix.lower() in SUFFIXES


def refuse_pickle(path: Path) -> None:
    """Raises `ValueError` for a file that could only be read by running code in it."""
    if path.suffix.lower() in PICKLES:
        raise ValueError(
            f"'{path}' is not read: PyTorch would unpickle it, which runs whatever code is in it. Write a program "
            "instead, in your own environment: torch.export.save(torch.export.export(model.eval(), (picture,)), "
            f"'{path.with_suffix('.pt2').name}')."
        )

"""Reads and checks a user's own model, and gives it the input and output of every published model."""

import shlex
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from export import samples
from export.sources import unfit
from export.sources.input_adapter import SIDE, InputAdapter
from export.sources.label_file import read_labels
from export.sources.names import given, name_of, title_of
from export.sources.source import Source, digest
from models.data import mnist

FILES = (".keras", ".h5")
HDF5 = b"\x89HDF\r\n\x1a\n"
"""How an HDF5 file begins."""
SIGNATURES = ("serving_default", "serve")
PICTURES = 16
"""Number of pictures on which it is checked whether the outputs are probabilities."""


@dataclass(frozen=True)
class Classifier:
    """A user's model as it is.

    Attributes:
        input: [batch, height, width, channels]; None for a dimension of any size.
        call: float32 of that shape -> float32 [batch, outputs].
        weights: all trained weights.
        holder: the object that holds them.
        model: the Keras model; None for a SavedModel.
    """

    input: tuple[int | None, ...]
    call: Callable[[tf.Tensor], tf.Tensor]
    weights: list[np.ndarray]
    holder: object
    model: keras.Model | None = None


def of_path(path: Path, labels_path: Path, name: str | None = None, input_range: str = "0,255") -> Source:
    """A user's image classifier, with the input and output of every published model.

    Args:
        path: a `.keras` or `.h5` file, or the folder of a SavedModel.
        labels_path: a text file with one label per line, in the order of the outputs.
        name: the name in the catalog; default: made from the name of the file.
        input_range: one of `input_adapter.RANGES`.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the file is not a model, the model does not map one picture to one row of outputs, the labels do not
            match the outputs, or the name is invalid; the message says which.
    """
    labels = read_labels(labels_path)
    chosen = name_of(path, name)
    found = read(path)
    batch, height, width, channels = found.input
    assert channels, "`read` refuses any other number than 1 and 3"
    adapter = InputAdapter(height or SIDE, width or SIDE, channels, input_range)
    outputs = _outputs(path, found, adapter)
    check_several(path, outputs.shape[1])
    unfit.check_graph(path, found.call, (1, adapter.settings["height"], adapter.settings["width"], channels))
    if outputs.shape[1] != len(labels):
        raise ValueError(
            f"'{labels_path}' has {len(labels)} labels, but '{path}' has {outputs.shape[1]} outputs: "
            "each output needs a label."
        )
    added = [] if are_probabilities(path, outputs) else [keras.layers.Softmax(name="probabilities")]
    before = [] if adapter.is_identity else [adapter]
    source = partial(
        Source,
        name=chosen,
        title=title_of(chosen),
        task="digit" if labels == mnist.LABELS else "photo",
        origin="user",
        labels=labels,
        input=(1, SIDE, SIDE, 3),
        parameters=sum(array.size for array in found.weights),
        weights=digest(found.weights),
        command=_command(path, labels_path, name, input_range),
        batch=batch,
        notes=(f"The outputs of '{path}' are not probabilities, so softmax was added.",) if added else (),
    )
    if found.model:
        image = keras.Input(batch_shape=(batch, SIDE, SIDE, 3), name="image")
        found.model.name = "model"  # its own could be that of a layer around it
        whole = keras.Sequential([image, *before, found.model, *added], name=chosen)
        return source(call=lambda image: whole(image, training=False), holder=whole, save=whole.save)
    first, last = (keras.Sequential(part, name=name) for part, name in ((before, "adapter"), (added, "outputs")))

    def call(image: tf.Tensor) -> tf.Tensor:
        given = found.call(first(image) if before else image)
        return last(given) if added else given

    return source(call=call, holder=found.holder)


def read(path: Path) -> Classifier:
    """Reads a user's model, and checks that it maps one batch of pictures to one output. Raises as `of_path` does."""
    if not path.exists():
        raise FileNotFoundError(f"There is no file or folder '{path}'.")
    found = _of_saved_model(path) if path.is_dir() else _of_keras(path)
    shape = found.input
    if len(shape) not in (3, 4) or (len(shape) == 4 and shape[3] not in (1, 3)):
        raise ValueError(
            f"'{path}' takes {_written(shape)}, but it must take [batch, height, width, channels] with 1 or 3 "
            "channels, or [batch, height, width]."
        )
    if shape[0] not in (None, 1):
        raise ValueError(f"'{path}' takes {shape[0]} pictures at a time, but it must take one.")
    return found if len(shape) == 4 else _with_channel(found)


def _with_channel(found: Classifier) -> Classifier:
    """A model of [batch, height, width] as one of grey pictures, [batch, height, width, 1]."""
    batch, *sides = found.input
    height, width = (side or SIDE for side in sides)
    shape, flat = (batch, height, width, 1), keras.layers.Reshape((height, width), name="without_channel")
    if not found.model:
        return replace(found, input=shape, call=lambda image: found.call(flat(image)))
    model = keras.Sequential([keras.Input(batch_shape=shape), flat, found.model], name=found.model.name)
    return replace(found, input=shape, call=lambda image: model(image, training=False), model=model)


def _of_keras(path: Path) -> Classifier:
    if path.suffix != (ending := path.suffix.lower()) and ending in FILES:
        raise ValueError(f"'{path}' must be named '{path.with_suffix(ending).name}': Keras goes by the ending.")
    if path.suffix not in FILES:
        raise ValueError(f"'{path}' is not a model: give a .keras or .h5 file, or the folder of a SavedModel.")
    if path.suffix == ".keras" and not zipfile.is_zipfile(path):
        raise ValueError(f"'{path}' cannot be loaded as a Keras model: it is not a zip archive, as a .keras file is.")
    if path.suffix == ".h5" and not _begins_with(path, HDF5):
        raise ValueError(f"'{path}' cannot be loaded as a Keras model: it is not an HDF5 file, as a .h5 file is.")
    try:
        model = keras.models.load_model(path, compile=False)
    except Exception as error:  # a damaged file may raise anything
        raise ValueError(f"'{path}' {unfit.why_not_loaded(error)}") from error
    if not getattr(model, "inputs", None):
        raise ValueError(
            f"'{path}' is a subclassed model that does not know its input: use model.export(), and give that folder."
        )
    taken, given = _only(path, "input", model.inputs), _only(path, "output", model.outputs)
    _check_numbers(path, taken.dtype, given.dtype)
    if isinstance(model.compute_output_spec(taken), dict):  # a list of one output is taken out by Keras
        model = keras.Model(taken, given, name=model.name)
    return Classifier(
        input=tuple(taken.shape),
        call=lambda image: model(image, training=False),
        weights=model.get_weights(),
        holder=model,
        model=model,
    )


def _begins_with(path: Path, signature: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(signature)) == signature


def _of_saved_model(path: Path) -> Classifier:
    if not (path / "saved_model.pb").is_file():
        raise ValueError(f"'{path}' is not a SavedModel: it contains no saved_model.pb.")
    try:
        loaded = tf.saved_model.load(str(path))
    except Exception as error:  # a damaged file may raise anything
        raise ValueError(f"'{path}' cannot be loaded as a SavedModel: {unfit.first_line(error)}") from error
    there_are = dict(loaded.signatures)
    name = next((name for name in (*SIGNATURES, *there_are) if name in there_are), None)
    if name is None or (name not in SIGNATURES and len(there_are) > 1):
        raise ValueError(f"'{path}' has no signature 'serving_default'. It has: {', '.join(there_are) or 'none'}.")
    signature = there_are[name]
    taken = signature.structured_input_signature[1]
    key, output = _only(path, "input", list(taken)), _only(path, "output", list(signature.structured_outputs))
    _check_numbers(path, taken[key].dtype.name, signature.structured_outputs[output].dtype.name)
    if taken[key].shape.rank is None:
        raise ValueError(f"'{path}' does not say how many dimensions its input has.")
    return Classifier(
        input=tuple(taken[key].shape),
        call=lambda image: signature(**{key: image})[output],
        weights=[variable.numpy() for variable in signature.variables] or _constants(signature),
        holder=loaded,
    )


def _only(path: Path, what: str, there_are: list):
    if len(there_are) != 1:
        raise ValueError(f"'{path}' has {len(there_are)} {what}s; an image classifier has one.")
    return there_are[0]


def _check_numbers(path: Path, taken: str, given: str) -> None:
    if (taken, given) != ("float32", "float32"):
        raise ValueError(f"'{path}' takes {taken} and gives {given}, but both must be float32.")


def _outputs(path: Path, found: Classifier, adapter: InputAdapter) -> np.ndarray:
    """Its outputs for a few pictures, float32 [n, outputs]."""
    pictures = next(samples.generated().batches())[:PICTURES].astype(np.float32)
    try:
        outputs = np.concatenate([found.call(adapter(picture[np.newaxis])) for picture in pictures])
    except Exception as error:  # its own layers may raise anything
        size = f"{adapter.settings['height']}x{adapter.settings['width']}"
        raise ValueError(f"'{path}' fails on a picture of {size}: {unfit.first_line(error)}") from error
    if outputs.ndim != 2 or len(outputs) != PICTURES:
        raise ValueError(f"'{path}' gives {_written((None, *outputs.shape[1:]))}, but it must give [batch, labels].")
    if not np.isfinite(outputs).all():
        raise ValueError(f"'{path}' gives numbers that are not finite.")
    return outputs


def check_several(path: Path, outputs: int) -> None:
    """Raises `ValueError` for one output, of which a softmax would always make 100 %."""
    if outputs == 1:
        raise ValueError(
            f"'{path}' has one output; an image classifier has at least two. A number is no class, and yes and no are "
            "two classes, each with an output."
        )


def are_probabilities(path: Path, outputs: np.ndarray, rounding: float = 0.0) -> bool:
    """Whether the outputs are probabilities, not logits: every row sums to 1, and nothing is negative.

    Args:
        path: of the model, for messages.
        outputs: float32 [n, labels].
        rounding: how much further a sum may be from 1, because its numbers are stored as integers.
    """
    if (outputs < 0).any() or (outputs > 1 + 1e-3).any():
        return False
    sums = outputs.sum(axis=1)
    if np.abs(sums - 1).max() > 1e-3 + rounding:
        raise ValueError(
            f"The outputs of '{path}' are from 0 to 1, but their sums are {sums.min():.3g} to {sums.max():.3g}, not 1: "
            "they are neither probabilities of exclusive labels nor logits."
        )
    return True


def _command(path: Path, labels_path: Path, name: str | None, input_range: str) -> str:
    """The command that was given, without the folders of this machine."""
    words = ["python", "-m", "export", given(path).name, "--labels", labels_path.name]
    words += ["--name", name] if name else []
    words += ["--input-range", input_range] if input_range != "0,255" else []
    return shlex.join(words)


def _written(shape: tuple[int | None, ...]) -> str:
    sides = ["any" if side is None else str(side) for side in shape]
    return f"[{', '.join(['batch' if shape[:1] == (None,) else sides[0], *sides[1:]] if sides else [])}]"


def _constants(signature) -> list[np.ndarray]:
    """The constants of a frozen graph that are float32: its weights."""
    tensors = [node.attr["value"].tensor for node in unfit.nodes(signature) if node.op == "Const"]
    return [tf.make_ndarray(tensor) for tensor in tensors if tensor.dtype == tf.float32.as_datatype_enum]

"""What is exported: a trained model, with the input and output that every published file has."""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from models.registry import get_entry
from models.training import TRAINED, trained_path

INPUT = "image"
"""Name of the input in every signature."""
AUTHOR = "Both Sides"
RANGES = ("0,255", "0,1", "-1,1")


@dataclass(frozen=True)
class Source:
    """A trained model of pictures.

    Attributes:
        name: lower case, unique in the catalog.
        title: for people.
        task: `digit` or `photo`.
        origin: `ours`, `taken` or `user`, as in the catalog.
        labels: the classes in the order of the outputs.
        input: [1, height, width, 3].
        parameters: number of weights.
        weights: the first 12 hexadecimal digits of the SHA-256 of the weights.
        call: float32 [batch, height, width, 3], RGB, 0 to 255 -> probabilities, float32 [batch, labels], as a
            function of TensorFlow.
        holder: what holds the weights that `call` reads.
        command: what builds all of its files again.
        training_seconds: what the training took; None where nothing was trained here.
        save: writes the `.keras` file; None where the model is no Keras 3 model.
        batch: the only number of pictures that `call` takes at a time; None where it takes any.
        author: who made it; None where nobody said.
        notes: what was done to the model that its owner should know, as sentences.
    """

    name: str
    title: str
    task: str
    origin: str
    labels: tuple[str, ...]
    input: tuple[int, int, int, int]
    parameters: int
    weights: str
    call: Callable[[tf.Tensor], tf.Tensor]
    holder: object
    command: str
    training_seconds: int | None = None
    save: Callable[[Path], object] | None = None
    batch: int | None = None
    author: str | None = None
    notes: tuple[str, ...] = ()

    def predict(self, pictures: np.ndarray) -> np.ndarray:
        """uint8 or float32 [batch, height, width, 3] -> float32 [batch, labels]."""
        size = self.batch or len(pictures)
        parts = [pictures[start : start + size] for start in range(0, len(pictures), size)]
        return np.concatenate([self._compiled(tf.constant(part, tf.float32)) for part in parts])

    @cached_property
    def _compiled(self) -> Callable[[tf.Tensor], tf.Tensor]:
        return tf.function(self.call, input_signature=[tf.TensorSpec((self.batch, *self.input[1:]), tf.float32)])


def of_registry(name: str) -> Source:
    """A model of this project, from `models/trained/`.

    Raises:
        LookupError: there is no such model; names those there are.
        FileNotFoundError: it is not trained yet.
    """
    entry = get_entry(name)
    path = trained_path(name)
    if not path.exists():
        raise FileNotFoundError(f"Model '{name}' is not trained yet: python -m models train {name}")
    figures = TRAINED / f"{name}.json"
    seconds = json.loads(figures.read_text(encoding="utf-8")).get("training_seconds") if figures.exists() else None
    read = of_keras if path.suffix == ".keras" else of_saved_model
    return Source(
        name=name,
        title=entry.title,
        task=entry.task,
        origin="taken" if entry.taken_from else "ours",
        author=entry.taken_from or AUTHOR,
        labels=entry.labels(),
        command=f"{entry.command or f'python -m models train {name}'} && python -m export {name}",
        training_seconds=seconds,
        **read(path),
    )


def of_keras(path: Path) -> dict:
    """What a `.keras` file says of a `Source`."""
    model = keras.models.load_model(path)
    return {
        "input": (1, *model.input_shape[1:]),
        "parameters": model.count_params(),
        "weights": digest(model.get_weights()),
        "call": lambda image: model(image, training=False),
        "holder": model,
        "save": lambda to: shutil.copyfile(path, to),
    }


def of_saved_model(folder: Path) -> dict:
    """What a SavedModel of this project says of a `Source`: its signature `serving_default` takes any batch."""
    loaded = tf.saved_model.load(str(folder))
    signature = loaded.signatures["serving_default"]
    (shape,) = (tuple(tensor.shape) for tensor in signature.structured_input_signature[1].values())
    arrays = [variable.numpy() for variable in sorted(loaded.variables, key=lambda variable: variable.name)]
    return {
        "input": (1, *shape[1:]),
        "parameters": sum(array.size for array in arrays),
        "weights": digest(arrays),
        "call": lambda image: next(iter(signature(**{INPUT: image}).values())),
        "holder": loaded,
    }


def digest(weights: list[np.ndarray]) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the weights."""
    sha256 = hashlib.sha256()
    for array in weights:
        sha256.update(array.tobytes())
    return sha256.hexdigest()[:12]

"""A source: a trained model to export, with the input and output of every published file."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import tensorflow as tf

INPUT = "image"
"""Name of the input in every signature."""


@dataclass(frozen=True)
class Ready:
    """A file that is published as it is, because nothing else can be built from its source.

    Attributes:
        content: of the `.tflite`, without its version.
        precision: of the catalog.
        answer: what the user's own file answers in its own runtime, uint8 or float32 [n, height, width, 3], RGB, 0 to
            255 -> probabilities, float32 [n, labels].
    """

    content: bytes
    precision: str
    answer: Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Source:
    """A trained model of pictures.

    Attributes:
        name: lower case, unique in the catalog.
        title: the name that users see.
        task: `digit` or `photo`.
        origin: `ours`, `taken` or `user`, as in the catalog.
        labels: the classes in the order of the outputs.
        input: [1, height, width, 3].
        parameters: number of weights.
        weights: the first 12 hexadecimal digits of the SHA-256 of the weights.
        call: a TensorFlow function, float32 [batch, height, width, 3], RGB, 0 to 255 -> probabilities, float32
            [batch, labels]; None if there is a finished file only.
        holder: the object that holds the weights of `call`.
        command: builds all of its files again.
        training_seconds: how long the training took; None if it was not trained here.
        save: writes the `.keras` file; None if it is not a Keras 3 model.
        batch: the batch size that `call` requires; None if it takes any.
        author: who made it; None if that is not known.
        notes: changes to the model that its owner should know about, as sentences.
        ready: the only file that is published; None if the files are converted from `call`.
    """

    name: str
    title: str
    task: str
    origin: str
    labels: tuple[str, ...]
    input: tuple[int, int, int, int]
    parameters: int
    weights: str
    command: str
    call: Callable[[tf.Tensor], tf.Tensor] | None = None
    holder: object = None
    training_seconds: int | None = None
    save: Callable[[Path], object] | None = None
    batch: int | None = None
    author: str | None = None
    notes: tuple[str, ...] = ()
    ready: Ready | None = None

    def predict(self, pictures: np.ndarray) -> np.ndarray:
        """uint8 or float32 [batch, height, width, 3] -> float32 [batch, labels]."""
        if self.ready:
            return self.ready.answer(pictures)
        size = self.batch or len(pictures)
        parts = [pictures[start : start + size] for start in range(0, len(pictures), size)]
        return np.concatenate([self._compiled(tf.constant(part, tf.float32)) for part in parts])

    @cached_property
    def _compiled(self) -> Callable[[tf.Tensor], tf.Tensor]:
        assert self.call, "`predict` has answered from the finished file"
        return tf.function(self.call, input_signature=[tf.TensorSpec((self.batch, *self.input[1:]), tf.float32)])


def digest(weights: list[np.ndarray]) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the weights."""
    sha256 = hashlib.sha256()
    for array in weights:
        sha256.update(array.tobytes())
    return sha256.hexdigest()[:12]

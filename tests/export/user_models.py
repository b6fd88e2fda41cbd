"""Small models like those of users, and the command line that exports them."""

from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

import catalog
import export.__main__ as command
from export import publishing
from export.samples import Samples

FORMS = (("tflite", "float32"), ("tfjs", "float32"), ("saved_model", "float32"), ("keras", "float32"))
LABELS = ("cat", "dog", "rocket")


def network(
    shape: tuple, outputs: int = 3, activation: str | None = "softmax", batch: int | None = None
) -> keras.Model:
    """A small convolutional network with a batch normalisation whose statistics are not the initial ones."""
    keras.utils.set_random_seed(1)
    image = keras.Input(batch_shape=(batch, *shape))
    x = layers.Conv2D(8, 3, strides=2, padding="same", use_bias=False)(image)
    normalisation = layers.BatchNormalization(axis=3)
    x = layers.ReLU(6)(normalisation(x))
    normalisation.moving_mean.assign(np.linspace(-0.5, 0.5, 8))
    x = layers.Concatenate()([layers.GlobalAveragePooling2D()(x), layers.GlobalMaxPooling2D()(x)])
    return keras.Model(image, layers.Dense(outputs, activation)(x), name="mine")


def recurrent(unroll: bool) -> keras.Model:
    """A small model that reads the rows of a picture one after another."""
    keras.utils.set_random_seed(1)
    image = keras.Input((4, 4, 1))
    rows = layers.LSTM(4, unroll=unroll)(layers.Reshape((4, 4))(image))
    return keras.Model(image, layers.Dense(3, "softmax")(rows))


def rows(activation: str | None = "softmax", name: str | None = None) -> keras.Model:
    """A network of rarer operations that takes pictures without channels, as `keras.datasets.mnist` has them."""
    keras.utils.set_random_seed(1)
    image = keras.Input((28, 28), name="image")
    attended = layers.MultiHeadAttention(2, 4)(image, image)
    each_row = layers.Reshape((28, 8, 1))(layers.Dense(8, "celu")(layers.Activation("hard_shrink")(attended)))
    larger = layers.Conv2DTranspose(2, 2, strides=2)(each_row)
    hidden = layers.Dense(16, "gelu")(layers.Flatten()(larger))
    return keras.Model(image, layers.Dense(3, activation, name="probabilities")(hidden), name=name)


def written(folder: Path, *lines: str) -> Path:
    path = folder / "labels.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def saved(model: keras.Model, folder: Path, name: str = "model.keras") -> Path:
    model.save(folder / name)
    return folder / name


def exported(model: keras.Model, folder: Path) -> Path:
    model.export(folder / "exported", verbose=False)
    return folder / "exported"


def module(folder: Path, answer, shape: tuple = (None, 32, 32, 3)) -> Path:
    """A SavedModel that was written without Keras."""
    bare = tf.Module()
    bare.kernel = tf.Variable(np.random.default_rng(0).normal(size=(3, 3)), dtype=tf.float32)
    signature = tf.function(lambda picture: answer(bare, picture)).get_concrete_function(
        tf.TensorSpec(shape, tf.float32, name="picture")
    )
    tf.saved_model.save(bare, str(folder / "module"), {"serving_default": signature})
    return folder / "module"


def logits(bare: tf.Module, picture: tf.Tensor) -> dict[str, tf.Tensor]:
    return {"logits": tf.reduce_mean(picture, (1, 2)) @ bare.kernel}


def command_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., catalog.Catalog]:
    """The command line, publishing two forms into `folder`, verified on two pictures."""
    path = folder / "catalog.json"
    run_in_process(monkeypatch)

    def publish(source, pictures, keep_times):
        two = Samples(2, lambda: iter([next(pictures.batches())[:2]]))
        return publishing.publish(source, two, path, FORMS[:2], keep_times=keep_times)

    monkeypatch.setattr(command, "publish", publish)

    def main(*arguments: object) -> catalog.Catalog:
        command.main([str(argument) for argument in arguments])
        return catalog.load(path)

    return main


def run_in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the command line run in this process, which has its own signals and an initialized TensorFlow."""
    for name in ("set_intra_op_parallelism_threads", "set_inter_op_parallelism_threads"):
        monkeypatch.setattr(tf.config.threading, name, lambda _: None)
    monkeypatch.setattr(command.signal, "signal", lambda *_: None)

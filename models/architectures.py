"""The classifiers that can be trained here: each maps frames, [batch, 28, 28, 1], 0 to 1, to 10 probabilities.

`preprocessing.with_front_end` turns one into a model of pictures.
"""

from collections.abc import Callable
from dataclasses import dataclass

import keras
from keras import layers

from models.preprocessing import FRAME


@dataclass(frozen=True)
class Architecture:
    """What is built and how it is trained.

    Attributes:
        title: for people.
        build: makes the untrained classifier.
        epochs: passes over the training frames.
        batch_size: frames in a step.
    """

    title: str
    build: Callable[[], keras.Model]
    epochs: int
    batch_size: int = 128


def cnn() -> keras.Model:
    """Three convolutions and two max-poolings, 93,322 parameters."""
    return keras.Sequential(
        [
            keras.Input((FRAME, FRAME, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(64, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ],
        name="cnn",
    )


ARCHITECTURES = {
    "cnn": Architecture("Convolutional network", cnn, epochs=6),
}

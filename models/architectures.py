"""The architectures that are trained here. Each maps frames, [batch, 28, 28, 1], 0 to 1, to 10 probabilities.

`front_end.with_front_end` turns one into a model of pictures.
"""

from collections.abc import Callable
from dataclasses import dataclass

import keras
from keras import layers

from models.preprocessing.frame import FRAME
from models.preprocessing.operations import register


@dataclass(frozen=True)
class Architecture:
    """An architecture and how it is trained.

    Attributes:
        title: the name that users see.
        build: makes the untrained classifier.
        epochs: passes over the training frames.
        learning_rate: the maximum, to which it rises first; then it falls to zero along a cosine.
        batch: frames in a step.
        label_smoothing: share of the probability that is spread over all digits in training (Szegedy et al.,
            Rethinking the Inception Architecture, 2016, section 7). Without it a network is steep where it is unsure,
            and amplifies the last bit of each pixel, in which runtimes differ.
        seed: of the published model, for weights, shuffling and drawings.
        augmented: whether half of the frames are changed a little, anew in each epoch (`learners.Augmentation`).
        robust: whether it is also trained on digits as people draw and photograph them, always augmented and with a
            peer (`learners.Mutual`), calibrated, and compressed by `compression.fold_and_quantise`.
    """

    title: str
    build: Callable[[], keras.Model]
    epochs: int
    learning_rate: float = 1e-3
    batch: int = 128
    label_smoothing: float = 0.0
    seed: int = 0
    augmented: bool = False
    robust: bool = False


def mlp() -> keras.Model:
    """One hidden layer by `keras.Sequential`, 101,770 parameters."""
    return keras.Sequential(
        [
            keras.Input((FRAME, FRAME, 1)),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ],
        name="mlp",
    )


def mlp_functional() -> keras.Model:
    """The same network by the functional API."""
    frame = keras.Input((FRAME, FRAME, 1))
    hidden = layers.Dense(128, activation="relu")(layers.Flatten()(frame))
    return keras.Model(frame, layers.Dense(10, activation="softmax")(hidden), name="mlp-functional")


@register
class SubclassedMlp(keras.Model):
    """The same network as a subclass of `keras.Model`."""

    def __init__(self, **options):
        super().__init__(**options)
        self.flatten = layers.Flatten()
        self.hidden = layers.Dense(128, activation="relu")
        self.probabilities = layers.Dense(10, activation="softmax")

    def build(self, shape):
        self.hidden.build((shape[0], FRAME * FRAME))
        self.probabilities.build((shape[0], 128))
        super().build(shape)

    def call(self, frame):
        return self.probabilities(self.hidden(self.flatten(frame)))


def mlp_subclass() -> keras.Model:
    """The same network as a subclass. It is built, so that it has weights."""
    model = SubclassedMlp(name="mlp-subclass")
    model.build((None, FRAME, FRAME, 1))
    return model


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


def compact() -> keras.Model:
    """Seven batch-normalised convolutions in three stages and a global average: 28,746 parameters, 28,278 compressed.

    The first stage has a single convolution: at 28x28 each costs a browser as much as two at 14x14.
    """
    return _staged(((16,), (16, 16, 16), (32, 28, 32)), "compact")


def tiny() -> keras.Model:
    """The same with fewer filters: 8,978 parameters, 8,750 compressed: 9 KB, with a byte for each weight of a kernel.

    It is the small half of a hybrid: it answers in the page, and `compact` is asked where it is unsure.
    """
    return _staged(((8,), (12, 16), (16, 24)), "tiny")


def _staged(stages: tuple[tuple[int, ...], ...], name: str) -> keras.Model:
    """Batch-normalised 3x3 convolutions with so many filters; a max-pooling after each stage but the last."""
    stack = [keras.Input((FRAME, FRAME, 1))]
    for stage in stages:
        for filters in stage:
            stack += [
                layers.Conv2D(filters, 3, padding="same", use_bias=False),
                layers.BatchNormalization(),
                layers.ReLU(),
            ]
        stack.append(layers.GlobalAveragePooling2D() if stage is stages[-1] else layers.MaxPooling2D())
    stack.append(layers.Dense(10, activation="softmax"))
    return keras.Sequential(stack, name=name)


def resnet50v2() -> keras.Model:
    """ResNet50V2 (He et al., Identity Mappings in Deep Residual Networks, 2016), not pretrained.

    The frames are padded to 32x32, the smallest input that leaves a pixel after five halvings.
    """
    network = keras.applications.ResNet50V2(weights=None, input_shape=(32, 32, 1), classes=10)
    return keras.Sequential([keras.Input((FRAME, FRAME, 1)), layers.ZeroPadding2D(2), network], name="resnet50v2")


ARCHITECTURES = {
    "mlp": Architecture("Dense network, Sequential", mlp, epochs=10, label_smoothing=0.1),
    "mlp-functional": Architecture("Dense network, functional API", mlp_functional, epochs=10, label_smoothing=0.1),
    "mlp-subclass": Architecture("Dense network, subclassed", mlp_subclass, epochs=10, label_smoothing=0.1),
    "cnn": Architecture("Convolutional network", cnn, epochs=8, label_smoothing=0.05),
    "compact": Architecture("Compact network", compact, epochs=12, learning_rate=4e-3, batch=256, robust=True),
    # seed 0 gave a network so steep at one of the 10,000 test images that LiteRT differs by 1.5e-5: too much to publish
    "tiny": Architecture("Tiny network", tiny, epochs=12, learning_rate=4e-3, batch=256, seed=1, robust=True),
    "resnet50v2": Architecture("ResNet50V2", resnet50v2, epochs=5, augmented=True),
}

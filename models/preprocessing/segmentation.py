"""The segmentation network: tells the ink of the digit from the marks around it."""

from pathlib import Path

import keras
from keras import layers, ops

TRAINED = Path(__file__).parents[1] / "trained" / "segmentation.keras"
"""The trained network, as `network(normalised=False)`."""

SIDE = 56
"""Side of its input: the ink, averaged over 2x2 pixels of the ink map."""
CELLS = 28
"""Side of its output."""
NAME = "both_sides_segmentation"
"""Its name, and the scope of its operations in every graph. The exporter stores its weights in 8 bits, like the
classifier's, and leaves what is between its layers in float32. No layer may have this name."""


@keras.saving.register_keras_serializable("both_sides")
class Doubled(layers.Layer):
    """Repeats each row and column once: [batch, side, side, n] -> [batch, 2 * side, 2 * side, n].

    Faster than a resize, which LiteRT does pixel by pixel.
    """

    def call(self, cells):
        side, filters = cells.shape[2:]
        columns = ops.concatenate([cells, cells], axis=3)
        return ops.reshape(ops.concatenate([columns, columns], axis=2), (-1, 2 * side, 2 * side, filters))


def network(normalised: bool = True) -> keras.Model:
    """A small U-Net: float32 [batch, 56, 56, 1], ink, 0 to 1 -> float32 [batch, 28, 28, 1], logits: above 0 is digit.

    Source: Ronneberger et al., U-Net: Convolutional Networks for Biomedical Image Segmentation, 2015. Here the ways
    are added, not concatenated, which needs fewer weights.

    Args:
        normalised: with batch normalisation, as it is trained; without, as it is published.
    """

    def convolution(x, filters: int, size: int = 3, strides: int = 1):
        x = layers.Conv2D(filters, size, strides, padding="same", use_bias=not normalised)(x)
        if normalised:
            x = layers.BatchNormalization()(x)
        return layers.ReLU()(x)

    ink = keras.Input((SIDE, SIDE, 1), name="ink")
    half = convolution(ink, 8, strides=2)
    quarter = convolution(half, 16, strides=2)
    eighth = convolution(convolution(quarter, 20, strides=2), 20)
    joined = layers.Add()([Doubled()(convolution(eighth, 16, size=1)), quarter])
    joined = convolution(convolution(joined, 16), 8, size=1)
    joined = convolution(layers.Add()([Doubled()(joined), half]), 8)
    logits = layers.Conv2D(1, 3, padding="same", name="logits")(joined)
    return keras.Model(ink, logits, name=NAME)

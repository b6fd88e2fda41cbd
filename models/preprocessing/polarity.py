"""The polarity network: tells whether the ink is lighter or darker than the paper."""

from pathlib import Path

import keras
from keras import layers

TRAINED = Path(__file__).parents[1] / "trained" / "polarity.keras"

SIDE = 28
"""Side of its input: the grey levels, averaged over 4x4 pixels of the ink map."""
NAME = "both_sides_polarity"
"""Its name, and the scope of its operations in every graph, as `segmentation.NAME`. No layer may have this name."""
FILTERS = 8


def network() -> keras.Model:
    """float32 [batch, 28, 28, 1], grey levels from their mean, -1 to 1 -> float32 [batch, 1, 1, 1], a logit: above 0
    the ink is lighter than the paper.

    It is an odd function, as its parts are: convolutions without biases, and tanh. So a picture and its negative have
    opposite answers, and a picture of one grey level has the answer 0.
    """
    grey = keras.Input((SIDE, SIDE, 1), name="grey")
    x = grey
    for size in (5, 3, 3):
        x = layers.Conv2D(FILTERS, size, 2, padding="same", use_bias=False, activation="tanh")(x)
    x = layers.Conv2D(1, 1, use_bias=False)(layers.GlobalAveragePooling2D(keepdims=True)(x))
    return keras.Model(grey, x, name=NAME)

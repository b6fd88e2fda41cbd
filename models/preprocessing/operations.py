"""What the layers of the front end share: the scope of their operations, and averages and ramps that are fast on every
runtime."""

import functools
from collections.abc import Callable

import keras
import numpy as np
from keras import ops

SIDE = 112
"""Side of the ink map: half the picture's."""

SCOPE = "both_sides_front_end"
"""Name scope of the front end's operations in every graph. The exporter recognizes them by it, because only networks
are quantised: the classifier, and those of `polarity` and `segmentation`. No layer may have this name."""

register = keras.saving.register_keras_serializable("both_sides")


def scoped(call: Callable) -> Callable:
    """Puts the operations of a layer's `call` into `SCOPE`, whatever the layer is named."""

    @functools.wraps(call)
    def call_in_scope(self, inputs):
        with keras.name_scope(SCOPE):
            return call(self, inputs)

    return call_in_scope


def ramp(x, low: float, high: float):
    """0 below `low`, 1 above `high`, linear in between.

    Uses ReLU6, because in TF.js's WebAssembly a minimum or maximum with a scalar takes ten times as long.
    """
    return ops.relu6((x - low) * (6 / (high - low))) / 6


def averaged(pixels, side: int):
    """Averages over squares: [batch, 112, 112, 1] or without the last axis -> [batch, 112 / side, 112 / side, 1].

    Rows are averaged as channels, because LiteRT pools 16 channels as fast as one.
    """
    rows = ops.average_pool(ops.reshape(pixels, (-1, SIDE, 1, SIDE)), (side, 1))
    weights = np.full((1, 1, side, 1), 1 / side, np.float32)
    return ops.conv(ops.reshape(rows, (-1, SIDE // side, SIDE // side, side)), weights)


def repeated(cells, times: int):
    """Repeats each row and column: [batch, side, side, 1] -> [batch, times * side, times * side].

    Faster than a resize, which LiteRT does pixel by pixel.
    """
    side = cells.shape[1]
    columns = ops.conv(cells, np.ones((1, 1, 1, times), np.float32))
    return ops.reshape(ops.concatenate([columns] * times, axis=2), (-1, times * side, times * side))

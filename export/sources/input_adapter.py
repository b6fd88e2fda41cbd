"""A layer before a user's classifier, which adapts the input of every published model to what the classifier takes."""

from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras import ops

from models.preprocessing.ink import LUMINANCE
from models.preprocessing.operations import scoped

SIDE = 224
"""Height and width of the input of every published model."""
RANGES = {"0,255": (0.0, 255.0), "0,1": (0.0, 1.0), "1,0": (1.0, 0.0), "-1,1": (-1.0, 1.0)}
"""Name -> the values that a classifier expects for dark and light. `1,0` is for light strokes on dark, as in MNIST."""


@keras.saving.register_keras_serializable("both_sides", name="Face")  # the name in existing files
class InputAdapter(keras.layers.Layer):
    """Turns a picture into the input of a classifier.

    float32 [batch, 224, 224, 3], RGB, 0 to 255 -> float32 [batch, height, width, channels], in the input range.

    Grey is the luminance of ITU-R BT.601. Resizing is linear, and averages over all pixels if it makes a picture
    smaller. It consists of two products with constant matrices, `rows @ image @ columns^T`: every runtime has these,
    but no two runtimes agree on how to resize.

    Args:
        height: of the input of the classifier.
        width: of the input of the classifier.
        channels: 1 (grey) or 3 (RGB).
        input_range: one of `RANGES`.
    """

    def __init__(self, height: int = SIDE, width: int = SIDE, channels: int = 3, input_range: str = "0,255", **options):
        # a name that a user's model is unlikely to have
        super().__init__(**{"name": "both_sides_face", **options})
        self.settings: dict[str, Any] = {
            "height": height,
            "width": width,
            "channels": channels,
            "input_range": input_range,
        }
        self.rows = None if height == SIDE else _resizing(height)
        self.columns = None if width == SIDE else _resizing(width)

    @property
    def is_identity(self) -> bool:
        """Whether it leaves pictures unchanged."""
        return self.settings == {"height": SIDE, "width": SIDE, "channels": 3, "input_range": "0,255"}

    @scoped
    def call(self, image):
        height, width, channels = (self.settings[key] for key in ("height", "width", "channels"))
        low, high = RANGES[self.settings["input_range"]]
        # before any matrix product: a number that is added to a product would be fused with it
        if high - low != 255:
            image = image * ((high - low) / 255)
        if low:
            image = image + low
        if channels == 1:
            image = ops.conv(image, np.array(LUMINANCE, np.float32).reshape(1, 1, 3, 1))
        # as products of two plain matrices: TF.js has no fast product of stacked ones
        if self.rows is not None:
            flat = ops.reshape(image, (-1, SIDE, SIDE * channels))
            image = ops.reshape(ops.matmul(self.rows, flat), (-1, height, SIDE, channels))
        if self.columns is not None:
            flat = ops.reshape(ops.transpose(image, (0, 2, 1, 3)), (-1, SIDE, height * channels))
            image = ops.reshape(ops.matmul(self.columns, flat), (-1, width, height, channels))
            image = ops.transpose(image, (0, 2, 1, 3))
        return image

    def compute_output_shape(self, shape):
        return (shape[0], self.settings["height"], self.settings["width"], self.settings["channels"])

    def get_config(self):
        return {**super().get_config(), **self.settings}


def _resizing(length: int) -> np.ndarray:
    """float32 [1, length, 224]: the share of each old pixel in each new one."""
    identity = np.eye(SIDE, dtype=np.float32)[:, :, np.newaxis]
    return tf.image.resize(identity, (length, SIDE), antialias=True).numpy()[np.newaxis, :, :, 0]

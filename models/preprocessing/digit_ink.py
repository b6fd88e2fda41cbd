"""Keeps the ink that is the digit's."""

import keras
from keras import ops

from models.preprocessing import segmentation
from models.preprocessing.operations import SIDE, averaged, ramp, register, repeated, scoped


@register
class Halved(keras.layers.Layer):
    """Averages the ink over 2x2 pixels: float32 [batch, 112, 112] -> float32 [batch, 56, 56, 1]."""

    @scoped
    def call(self, ink):
        return averaged(ink, 2)


@register
class DigitInk(keras.layers.Layer):
    """Keeps the ink that is the digit's, and removes what stands around it.

    [float32 [batch, 112, 112], ink, 0 to 1; float32 [batch, 28, 28, 1], logits] -> float32 [batch, 112, 112], 0 to 1.
    """

    DOUBT = 1.25
    """A cell with a greater logit keeps all its ink, one with a lower than minus this loses all. In between, a cell is
    neither: 22 to 78 % sure."""
    SURE = 5.0
    """The least logit of the surest cell: if it is lower, all are raised until it is not. Otherwise a digit that looks
    like a mark, such as a 1 near the edge, would lose its ink though there is no other."""

    @scoped
    def call(self, inputs):
        ink, logits = inputs
        logits = logits + ops.relu(self.SURE - ops.max(logits, axis=(1, 2, 3), keepdims=True))
        share = ramp(logits, -self.DOUBT, self.DOUBT)
        return ink * repeated(share, SIDE // segmentation.CELLS)

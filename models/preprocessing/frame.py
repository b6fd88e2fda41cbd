"""Draws the digit again as MNIST has its digits, and makes the answer uniform if there is none."""

import keras
import numpy as np
from keras import ops

from models.preprocessing.operations import SIDE, ramp, register, scoped

FRAME = 28
BOX = 20.0
MIDDLE = 14.5
"""MNIST scales the longer side of a digit to 20 px and puts its centre of mass in the middle of pixel 14 of 28, counted
from 0: over all its images, the mean centre of mass is at 14.50, measured from the frame's edge."""

PIXELS = np.arange(SIDE, dtype=np.float32)[:, np.newaxis] - SIDE / 2
"""Start of each row of the ink map, measured from the middle of the picture, where digits are: small numbers have small
rounding errors. Transposed: of each column."""
EDGES = np.arange(FRAME, dtype=np.float32)[:, np.newaxis] - MIDDLE
"""Start of each row of the frame, measured from the digit's centre of mass."""


@register
class Frame(keras.layers.Layer):
    """Scales and centres ink like a digit of MNIST: longer side 20 px, centre of mass in the middle of 28x28.

    float32 [batch, 112, 112], 0 to 1 -> float32 [batch, 28, 28, 1], 0 to 1; all zero if there is no ink.

    The ink is resampled by area averaging, as two matrix products, `rows @ ink @ columns`. That makes thin strokes
    faint, so they are scaled back to full strength. Method: http://yann.lecun.com/exdb/mnist/.
    """

    EDGE = (0.30, 0.60)
    """As fractions of the strongest ink: a row or column whose strongest ink is below the first is empty, above the
    second it is part of the digit."""
    STRENGTH = 0.90
    """Fraction of the frame's strongest pixel that counts as full ink."""

    @scoped
    def call(self, ink):
        strongest = ops.max(ink, axis=(1, 2), keepdims=True)
        relative = ink / ops.maximum(strongest, 1e-3)
        height = self._extent(ops.max(relative, axis=2, keepdims=True))
        width = self._extent(ops.max(relative, axis=1, keepdims=True))
        scale = ops.maximum(height, width) / BOX  # ink pixels per frame pixel
        top = _middle(ops.sum(ink, axis=2, keepdims=True), PIXELS) + EDGES * scale
        left = _middle(ops.sum(ink, axis=1, keepdims=True), PIXELS.T) + EDGES.T * scale
        rows, columns = _averaging(top, PIXELS.T, scale), _averaging(left, PIXELS, scale)
        frame = ops.matmul(rows, ops.matmul(ink, columns))
        full = ops.max(frame, axis=(1, 2), keepdims=True) * self.STRENGTH
        frame = ops.minimum(frame / ops.maximum(full, 1e-3), 1) * strongest
        return ops.expand_dims(frame, 3)

    def _extent(self, profile):
        """Maximum of the ink per row or column -> [batch, 1, 1]: the number of rows or columns with ink.

        A small rest of a mark far away adds its own rows only, not those between it and the digit.
        """
        return ops.maximum(ops.sum(ramp(profile, *self.EDGE), axis=(1, 2), keepdims=True), 1)


def _middle(mass, pixels):
    """Sum of the ink per row or column -> [batch, 1, 1]: the centre of mass."""
    share = mass / ops.maximum(ops.sum(mass, axis=(1, 2), keepdims=True), 1e-3)
    return ops.sum(share * pixels, axis=(1, 2), keepdims=True) + 0.5


def _averaging(start, pixels, scale):
    """Weights of the area averaging: the fraction of each frame pixel that each ink pixel covers.

    Args:
        start: Start of each frame pixel, in ink pixels.
        pixels: Start of each ink pixel, along the other axis.
        scale: Length of a frame pixel, in ink pixels.

    Returns:
        [batch, 28, 112] for rows, [batch, 112, 28] for columns.
    """
    # the overlap of two intervals, min(ends) - max(starts), with ReLU for the same reason as in `ramp`
    after = start - pixels
    return ops.relu(1 - ops.relu(after) - ops.relu(1 - scale - after)) / scale


@register
class UniformWhenBlank(keras.layers.Layer):
    """Returns the uniform distribution if the frame contains no ink, so that a client can recognize a blank picture.

    [float32 [batch, 28, 28, 1], float32 [batch, n]] -> float32 [batch, n].
    """

    PRESENT = 0.5
    """The strongest ink from which the probabilities stay as they are. Below, the weaker it is the more uniform."""

    def call(self, inputs):
        frame, probabilities = inputs
        absence = ops.relu(1 - ops.max(frame, axis=(1, 2)) / self.PRESENT)
        return probabilities - absence * (probabilities - 1 / probabilities.shape[-1])

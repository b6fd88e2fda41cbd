"""Finds the ink on the paper."""

import keras
import numpy as np
from keras import ops

from models.preprocessing import polarity
from models.preprocessing.operations import SIDE, averaged, ramp, register, scoped

COARSE = 14
"""Side of the coarse grid on which the brightness of the paper is fitted."""

LUMINANCE = (0.299, 0.587, 0.114)
"""ITU-R BT.601, as Pillow's mode L."""


@register
class Grey(keras.layers.Layer):
    """Grey levels, from their mean: float32 [batch, 224, 224, 3], RGB, 0 to 255 -> float32 [batch, 112, 112, 1]."""

    def build(self, shape):
        kernel = np.broadcast_to(np.array(LUMINANCE, np.float32)[:, np.newaxis] / (4 * 255), (2, 2, 3, 1))
        self.luminance = np.ascontiguousarray(kernel)

    @scoped
    def call(self, image):
        grey = ops.conv(image, self.luminance, strides=2)
        return grey - ops.mean(grey, axis=(1, 2, 3), keepdims=True)


@register
class CoarseGrey(keras.layers.Layer):
    """What the polarity network sees: float32 [batch, 112, 112, 1] -> float32 [batch, 28, 28, 1], -1 to 1."""

    @scoped
    def call(self, grey):
        coarse = ops.average_pool(grey, SIDE // polarity.SIDE)
        return coarse / ops.maximum(ops.max(ops.abs(coarse), axis=(1, 2, 3), keepdims=True), 1e-3)


@register
class Ink(keras.layers.Layer):
    """Finds the ink on the paper, dark on light or light on dark, under even or uneven light.

    [float32 [batch, 112, 112, 1], grey levels from their mean; float32 [batch, 1, 1, 1], above 0 if ink is lighter than
    paper] -> float32 [batch, 112, 112], 0 (paper) to 1 (ink). All zero if there is no ink.

    A morphological opening (Serra, Image Analysis and Mathematical Morphology,
    1982) removes what is narrower than its window, and preserves a linear gradient of the light. The brightness of the
    paper is modelled as a quadratic surface. It is fitted by least squares to the opening, then to the picture with
    winsorised residuals (Huber, Robust Statistics, 1981, section 7.8): residuals on the ink's side of the surface are
    limited to `CLIP`.
    """

    WINDOW = 7
    """Side of the opening's window in cells of the coarse grid: half of the picture, wider than any stroke."""
    FITS = 2
    """Number of fits to the picture, after the one to its opening. More fits change no answer, and each adds rounding
    errors, which differ between runtimes."""
    CLIP = 0.01
    """Largest residual in the fit, as a fraction of the grey range."""
    FLOOR = 0.18
    """Fraction of the strongest ink below which everything is paper: noise, JPEG ringing, paper grain."""
    FAINT = (0.06, 0.10)
    """Contrast as a fraction of the grey range: no ink below the first value, full ink above the second."""

    def build(self, shape):
        to_orthonormal = np.linalg.inv(np.linalg.qr(_legendre(COARSE))[1])
        self.coarse = (_legendre(COARSE) @ to_orthonormal).astype(np.float32)[np.newaxis]
        self.fine = (_legendre(SIDE) @ to_orthonormal).astype(np.float32)[np.newaxis]
        degrees = np.arange(3)
        self.quadratic = (degrees[:, np.newaxis] + degrees <= 2).astype(np.float32)  # [3, 3], by degree of row, column

    @scoped
    def call(self, inputs):
        grey, lighter = inputs
        height = grey * ops.sign(lighter)  # positive towards the ink
        above = height - self._paper(height)
        strongest = ops.max(averaged(above, 2), axis=(1, 2, 3), keepdims=True)
        ink = ramp(above / ops.maximum(strongest, 1e-3), self.FLOOR, 1)
        return ops.squeeze(ink * ramp(strongest, *self.FAINT), 3)

    def _paper(self, height):
        """float32 [batch, 112, 112, 1] -> the same shape: the height of the fitted surface."""
        coarse = averaged(height, SIDE // COARSE)
        opening = self._dilated(-self._dilated(-coarse))
        coarse, opening = ops.squeeze(coarse, 3), ops.squeeze(opening, 3)
        lowered, surface = coarse - self.CLIP, self._fitted(opening)
        for _ in range(self.FITS):
            # not `matmul + CLIP`: TF.js's converter mistakes a scalar after a product for a bias, and then rejects it
            surface = self._fitted(ops.minimum(lowered, _surface(self.coarse, surface)) + self.CLIP)
        return ops.expand_dims(_surface(self.fine, surface), 3)

    def _fitted(self, grid):
        """The nearest quadratic surface: float32 [batch, 14, 14] -> its coefficients, [batch, 3, 3]."""
        return ops.matmul(ops.matmul(self.coarse.swapaxes(1, 2), grid), self.coarse) * self.quadratic

    def _dilated(self, grid):
        rows = ops.max_pool(grid, (self.WINDOW, 1), strides=1, padding="same")
        return ops.max_pool(rows, (1, self.WINDOW), strides=1, padding="same")


def _legendre(size: int) -> np.ndarray:
    """float64 [size, 3]: the Legendre polynomials of degree 0 to 2 at the pixel centres."""
    return np.polynomial.legendre.legvander((np.arange(size) + 0.5) / size * 2 - 1, 2)


def _surface(polynomials: np.ndarray, coefficients):
    """The surface with these coefficients, [batch, 3, 3], at the points of the polynomials, [1, size, 3]."""
    return ops.matmul(ops.matmul(polynomials, coefficients), polynomials.swapaxes(1, 2))

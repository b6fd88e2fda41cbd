"""The digit front end: turns a picture of a digit into a 28x28 frame like those of MNIST.

It is part of every published digit model, so no client has to implement it. The network of `models.polarity` tells
whether ink is lighter or darker than paper, `Ink` finds ink on paper, the network of `models.segmentation` tells which
ink is the digit's, `DigitInk` keeps only that, and `Frame` scales and centres it.

Every runtime supports all operations, and every step but the polarity is continuous, so that small rounding differences
between runtimes stay small: for pictures of digits, bounds and blankness are piecewise linear in the pixels.
"""

import functools
from collections.abc import Callable

import keras
import numpy as np
from keras import ops

from models import polarity, segmentation

SIDE = 112
"""Side of the ink map: half the picture's."""
COARSE = 14
"""Side of the coarse grid on which the brightness of the paper is fitted."""
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

LUMINANCE = (0.299, 0.587, 0.114)
"""ITU-R BT.601, as Pillow's mode L."""

SCOPE = "both_sides_front_end"
"""Name scope of the front end's operations in every graph. The exporter recognizes them by it, because only
networks are quantised: the classifier, and those of `models.polarity` and `models.segmentation`. No layer may have
this name."""

register = keras.saving.register_keras_serializable("both_sides")


def scoped(call: Callable) -> Callable:
    """Puts the operations of a layer's `call` into `SCOPE`, whatever the layer is named."""

    @functools.wraps(call)
    def call_in_scope(self, inputs):
        with keras.name_scope(SCOPE):
            return call(self, inputs)

    return call_in_scope


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
        strongest = ops.max(_averaged(above, 2), axis=(1, 2, 3), keepdims=True)
        ink = _ramp(above / ops.maximum(strongest, 1e-3), self.FLOOR, 1)
        return ops.squeeze(ink * _ramp(strongest, *self.FAINT), 3)

    def _paper(self, height):
        """float32 [batch, 112, 112, 1] -> the same shape: the height of the fitted surface."""
        coarse = _averaged(height, SIDE // COARSE)
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


def _ramp(x, low: float, high: float):
    """0 below `low`, 1 above `high`, linear in between.

    Uses ReLU6, because in TF.js's WebAssembly a minimum or maximum with a scalar takes ten times as long.
    """
    return ops.relu6((x - low) * (6 / (high - low))) / 6


def _averaged(pixels, side: int):
    """Averages over squares: [batch, 112, 112, 1] or without the last axis -> [batch, 112 / side, 112 / side, 1].

    Rows are averaged as channels, because LiteRT pools 16 channels as fast as one.
    """
    rows = ops.average_pool(ops.reshape(pixels, (-1, SIDE, 1, SIDE)), (side, 1))
    weights = np.full((1, 1, side, 1), 1 / side, np.float32)
    return ops.conv(ops.reshape(rows, (-1, SIDE // side, SIDE // side, side)), weights)


def _repeated(cells, times: int):
    """Repeats each row and column: [batch, side, side, 1] -> [batch, times * side, times * side].

    Faster than a resize, which LiteRT does pixel by pixel.
    """
    side = cells.shape[1]
    columns = ops.conv(cells, np.ones((1, 1, 1, times), np.float32))
    return ops.reshape(ops.concatenate([columns] * times, axis=2), (-1, times * side, times * side))


@register
class Halved(keras.layers.Layer):
    """Averages the ink over 2x2 pixels: float32 [batch, 112, 112] -> float32 [batch, 56, 56, 1]."""

    @scoped
    def call(self, ink):
        return _averaged(ink, 2)


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
        share = _ramp(logits, -self.DOUBT, self.DOUBT)
        return ink * _repeated(share, SIDE // segmentation.CELLS)


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
        return ops.maximum(ops.sum(_ramp(profile, *self.EDGE), axis=(1, 2), keepdims=True), 1)


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
    # the overlap of two intervals, min(ends) - max(starts), with ReLU for the same reason as in `_ramp`
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


def ink_of(image):
    """The ink of pictures: float32 [batch, 224, 224, 3], RGB, 0 to 255 -> float32 [batch, 112, 112], 0 to 1."""
    grey = Grey(name="grey")(image)
    lighter = keras.models.load_model(polarity.TRAINED)(CoarseGrey(name="coarse_grey")(grey))
    return Ink(name="ink")([grey, lighter])


def front_end() -> keras.Model:
    """The front end alone: float32 [batch, 224, 224, 3], RGB, 0 to 255 -> float32 [batch, 28, 28, 1], 0 to 1."""
    image = keras.Input((SIDE * 2, SIDE * 2, 3), name="image")
    ink = ink_of(image)
    logits = keras.models.load_model(segmentation.TRAINED)(Halved(name="halved_ink")(ink))
    return keras.Model(image, Frame(name="frame")(DigitInk(name="digit_ink")([ink, logits])), name="front_end")


def with_front_end(classifier: keras.Model, name: str) -> keras.Model:
    """Turns a classifier of frames, [batch, 28, 28, 1] -> probabilities, into a classifier of pictures.

    Returns:
        float32 [batch, 224, 224, 3], RGB, 0 to 255 -> float32 [batch, n].
    """
    front = front_end()
    frame = front.output
    probabilities = UniformWhenBlank(name="probabilities")([frame, classifier(frame)])
    return keras.Model(front.input, probabilities, name=name)

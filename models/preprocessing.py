"""The digit front end: from a picture of a digit to the 28x28 frame that MNIST would have made of it.

It is part of every digit model that leaves this project, so no client has to implement it. Everything
is plain arithmetic on small matrices: every runtime has it, and no step jumps when a rounding error differs
between runtimes. Bounds, polarity and blankness are piecewise linear in the picture wherever digits live.
"""

import functools
from collections.abc import Callable

import keras
import numpy as np
from keras import ops

SIDE = 112
"""Side of the ink map: half the picture's."""
COARSE = 14
"""Side of the grid on which the light on the paper is fitted."""
FRAME = 28
BOX = 20.0
MIDDLE = 14.5
"""MNIST fits the longer side of a digit into 20 px and puts its centre of mass on the middle of pixel 14 of 28,
counted from 0: over all its images the centre of mass is at 14.50, measured in pixel edges."""

PIXELS = np.arange(SIDE, dtype=np.float32)[:, np.newaxis] - SIDE / 2
"""Where each row of the ink map starts, counted from the middle of the picture, where digits are: small numbers have
small rounding errors. Transposed: each column."""
EDGES = np.arange(FRAME, dtype=np.float32)[:, np.newaxis] - MIDDLE
"""The same for the frame, counted from the digit's centre of mass."""

LUMINANCE = (0.299, 0.587, 0.114)
"""ITU-R BT.601, as Pillow's mode L."""

SCOPE = "both_sides_front_end"
"""Name scope of the front end's operations in every graph. The exporter knows them by it, for a lower precision is the
classifier's alone: no layer may have this name."""

register = keras.saving.register_keras_serializable("both_sides")


def scoped(call: Callable) -> Callable:
    """Puts the operations of a layer's `call` into `SCOPE`, whatever the layer is named."""

    @functools.wraps(call)
    def call_in_scope(self, inputs):
        with keras.name_scope(SCOPE):
            return call(self, inputs)

    return call_in_scope


@register
class Ink(keras.layers.Layer):
    """Finds the ink on the paper, whichever of the two is lighter, under even or uneven light.

    float32 [batch, 224, 224, 3], RGB, 0 to 255 -> float32 [batch, 112, 112], 0 (paper) to 1 (ink).
    All zero where there is no ink.

    The paper is the larger part of a picture: the sign of the third central moment of its grey levels says on
    which side the ink lies. A morphological opening (Serra, Image Analysis and Mathematical Morphology, 1982) takes
    away what is narrower than its window, and leaves light that rises evenly as it is. The light on the paper is a
    quadratic surface, fitted to that by least squares, then to the picture with winsorised residuals (Huber, Robust
    Statistics, 1981, section 7.8): what lies further than `CLIP` on the ink's side of the surface is taken to lie at
    `CLIP`.
    """

    WINDOW = 7
    """Cells of the coarse grid, on each side: half of the picture, which is more than any stroke is wide."""
    FITS = 2
    """Fits to the picture, after the one to its opening. More change no answer, and each adds rounding errors, in
    which runtimes differ."""
    CLIP = 0.01
    """Share of the grey range up to which a grey level still counts as paper in the fit."""
    FLOOR = 0.18
    """Share of the strongest ink below which all is paper: noise, JPEG's ringing, the paper's grain."""
    FAINT = (0.06, 0.10)
    """Contrast, as a share of the grey range: no ink below the first, ink without doubt above the second."""

    def build(self, shape):
        kernel = np.broadcast_to(np.array(LUMINANCE, np.float32)[:, np.newaxis] / (4 * 255), (2, 2, 3, 1))
        self.luminance = np.ascontiguousarray(kernel)
        to_orthonormal = np.linalg.inv(np.linalg.qr(_legendre(COARSE))[1])
        coarse = (_legendre(COARSE) @ to_orthonormal).astype(np.float32)
        self.fine = (_legendre(SIDE) @ to_orthonormal).astype(np.float32)[np.newaxis]
        degrees = [(row, column) for row in range(3) for column in range(3) if row + column <= 2]
        terms = [np.outer(coarse[:, row], coarse[:, column]).ravel() for row, column in degrees]
        self.terms = np.stack(terms, axis=1)  # float32 [196, 6], orthonormal columns
        spread = np.zeros((len(degrees), 9), np.float32)  # to a 3x3 matrix, by degree of row and column
        for term, (row, column) in enumerate(degrees):
            spread[term, 3 * row + column] = 1
        self.spread = spread

    @scoped
    def call(self, image):
        grey = ops.conv(image, self.luminance, strides=2)
        centred = grey - ops.mean(grey, axis=(1, 2, 3), keepdims=True)
        polarity = ops.sign(ops.mean(centred * centred * centred, axis=(1, 2, 3), keepdims=True))
        height = centred * polarity  # of the ink above the paper
        above = height - self._paper(height)
        strongest = ops.max(ops.average_pool(above, 2), axis=(1, 2, 3), keepdims=True)
        ink = _ramp(above / ops.maximum(strongest, 1e-3), self.FLOOR, 1)
        return ops.squeeze(ink * _ramp(strongest, *self.FAINT), 3)

    def _paper(self, height):
        """float32 [batch, 112, 112, 1] -> the same: the height of the paper, as the fitted surface says."""
        coarse = ops.average_pool(height, SIDE // COARSE)
        opening = self._dilated(-self._dilated(-coarse))
        coarse, opening = (ops.reshape(grid, (-1, COARSE * COARSE)) for grid in (coarse, opening))
        terms = ops.convert_to_tensor(self.terms)
        transposed, lowered = ops.transpose(terms), coarse - self.CLIP
        surface = ops.matmul(opening, terms)
        for _ in range(self.FITS):
            # not `matmul + CLIP`: TF.js's converter takes a scalar after a product for a bias, and then refuses it
            level = ops.minimum(lowered, ops.matmul(surface, transposed)) + self.CLIP
            surface = ops.matmul(level, terms)
        surface = ops.reshape(ops.matmul(surface, self.spread), (-1, 3, 3))
        paper = ops.matmul(ops.matmul(self.fine, surface), self.fine.swapaxes(1, 2))
        return ops.expand_dims(paper, 3)

    def _dilated(self, grid):
        return ops.max_pool(grid, self.WINDOW, strides=1, padding="same")


def _legendre(size: int) -> np.ndarray:
    """float64 [size, 3]: the Legendre polynomials of degree 0 to 2 at the pixels' middles."""
    return np.polynomial.legendre.legvander((np.arange(size) + 0.5) / size * 2 - 1, 2)


def _ramp(x, low: float, high: float):
    """0 below `low`, 1 above `high`, and a straight line between.

    By ReLU6, because TF.js's WebAssembly takes ten times as long for a minimum or a maximum with a number.
    """
    return ops.relu6((x - low) * (6 / (high - low))) / 6


@register
class Frame(keras.layers.Layer):
    """Frames ink as MNIST frames its digits: longer side 20 px, centre of mass in the middle of 28x28.

    float32 [batch, 112, 112], 0 to 1 -> float32 [batch, 28, 28, 1], 0 to 1; all zero where there is no ink.

    The picture is averaged by area, which is two products of matrices, `rows @ ink @ columns`; thin strokes,
    which that makes faint, are brought back to full strength. Method: http://yann.lecun.com/exdb/mnist/.
    """

    EDGE = (0.30, 0.60)
    """A row or column is empty below the first share of the strongest ink, and part of the digit above the second."""
    STRENGTH = 0.90
    """Share of the frame's strongest pixel that is full ink."""

    @scoped
    def call(self, ink):
        strongest = ops.max(ink, axis=(1, 2), keepdims=True)
        relative = ink / ops.maximum(strongest, 1e-3)
        height = self._extent(ops.max(relative, axis=2, keepdims=True), PIXELS)
        width = self._extent(ops.max(relative, axis=1, keepdims=True), PIXELS.T)
        scale = ops.maximum(height, width) / BOX  # ink pixels to a frame pixel
        top = _middle(ops.sum(ink, axis=2, keepdims=True), PIXELS) + EDGES * scale
        left = _middle(ops.sum(ink, axis=1, keepdims=True), PIXELS.T) + EDGES.T * scale
        rows, columns = _averaging(top, PIXELS.T, scale), _averaging(left, PIXELS, scale)
        frame = ops.matmul(rows, ops.matmul(ink, columns))
        full = ops.max(frame, axis=(1, 2), keepdims=True) * self.STRENGTH
        frame = ops.minimum(frame / ops.maximum(full, 1e-3), 1) * strongest
        return ops.expand_dims(frame, 3)

    def _extent(self, profile, pixels):
        """A profile of the ink, down or across, -> [batch, 1, 1]: length from its first to its last part of a digit.

        A row that is surely part of the digit stands at its own place, an empty one is pushed past the other end. The
        square keeps the rows that decide, which are pushed least, from making much of a rounding error.
        """
        empty = 1 - _ramp(profile, *self.EDGE)
        pushed = empty * empty * SIDE
        first = ops.min(pixels + pushed, axis=(1, 2), keepdims=True)
        last = ops.max(pixels - pushed, axis=(1, 2), keepdims=True)
        return ops.maximum(last - first + 1, 1)


def _middle(mass, pixels):
    """The ink of each row or column -> [batch, 1, 1]: its centre of mass."""
    share = mass / ops.maximum(ops.sum(mass, axis=(1, 2), keepdims=True), 1e-3)
    return ops.sum(share * (pixels + 0.5), axis=(1, 2), keepdims=True)


def _averaging(start, pixels, scale):
    """Where each frame pixel starts, where each ink pixel does, and the former's length -> the share of each in each.

    One of the two lies down, the other across: [batch, 28, 112] for rows, [batch, 112, 28] for columns. The overlap
    of two intervals, `min(ends) - max(starts)`, is written with ReLU for the reason that `_ramp` has.
    """
    after = start - pixels
    return ops.relu(1 - ops.relu(after) - ops.relu(1 - scale - after)) / scale


@register
class UniformWhenBlank(keras.layers.Layer):
    """Answers with the uniform distribution where the frame holds no ink, so that a client can tell 'blank'.

    [float32 [batch, 28, 28, 1], float32 [batch, n]] -> float32 [batch, n].
    """

    def call(self, inputs):
        frame, probabilities = inputs
        presence = ops.minimum(ops.max(frame, axis=(1, 2)), 1)  # rounded, a full ink may be a little more
        return probabilities * presence + (1 - presence) / probabilities.shape[-1]


def front_end() -> keras.Model:
    """The front end alone: float32 [batch, 224, 224, 3], RGB, 0 to 255 -> float32 [batch, 28, 28, 1], 0 to 1."""
    image = keras.Input((SIDE * 2, SIDE * 2, 3), name="image")
    return keras.Model(image, Frame(name="frame")(Ink(name="ink")(image)), name="front_end")


def with_front_end(classifier: keras.Model, name: str) -> keras.Model:
    """A classifier of frames, [batch, 28, 28, 1] -> probabilities, turned into one of pictures.

    Returns:
        float32 [batch, 224, 224, 3], RGB, 0 to 255 -> float32 [batch, n].
    """
    front = front_end()
    frame = front.output
    probabilities = UniformWhenBlank(name="probabilities")([frame, classifier(frame)])
    return keras.Model(front.input, probabilities, name=name)

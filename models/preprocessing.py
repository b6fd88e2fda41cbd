"""The digit front end: from a picture of a digit to the 28x28 frame that MNIST would have made of it.

It is part of every digit model that leaves this project, so that no client has to write it again. Everything
is plain arithmetic on small matrices: every runtime has it, and no step jumps when a rounding error differs
between runtimes. Bounds, polarity and blankness are piecewise linear in the picture wherever digits live.
"""

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

LUMINANCE = (0.299, 0.587, 0.114)
"""ITU-R BT.601, as Pillow's mode L."""

register = keras.saving.register_keras_serializable("both_sides")


@register
class Ink(keras.layers.Layer):
    """Finds the ink on the paper, whichever of the two is lighter, under even or uneven light.

    float32 [batch, 224, 224, 3], RGB, 0 to 255 -> float32 [batch, 112, 112], 0 (paper) to 1 (ink).
    All zero where there is no ink.

    The paper is the larger part of a picture: the sign of the third central moment of its grey levels says on
    which side the ink lies. The light on the paper is a quadratic surface, fitted by least squares with
    winsorised residuals (Huber, Robust Statistics, 1981, section 7.8): what lies further than `CLIP` on the
    ink's side of the surface is taken to lie at `CLIP`, and the fit is repeated.
    """

    FITS = 16
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

    def call(self, image):
        grey = ops.conv(image, self.luminance, strides=2)
        centred = grey - ops.mean(grey, axis=(1, 2, 3), keepdims=True)
        polarity = ops.sign(ops.mean(centred * centred * centred, axis=(1, 2, 3), keepdims=True))
        height = centred * polarity  # of the ink above the paper
        above = height - self._paper(height)
        strongest = ops.max(ops.average_pool(above, 2), axis=(1, 2, 3), keepdims=True)
        ink = (above / ops.maximum(strongest, 1e-3) - self.FLOOR) / (1 - self.FLOOR)
        faint, plain = self.FAINT
        ink = ops.clip(ink, 0, 1) * ops.clip((strongest - faint) / (plain - faint), 0, 1)
        return ops.squeeze(ink, 3)

    def _paper(self, height):
        """float32 [batch, 112, 112, 1] -> the same: the height of the paper, as the fitted surface says."""
        coarse = ops.reshape(ops.average_pool(height, SIDE // COARSE), (-1, COARSE * COARSE))
        terms = ops.convert_to_tensor(self.terms)
        transposed = ops.transpose(terms)
        level, lowered = coarse, coarse - self.CLIP
        for _ in range(self.FITS):
            surface = ops.matmul(level, terms)
            # not `matmul + CLIP`: TF.js's converter takes a scalar after a product for a bias, and then refuses it
            level = ops.minimum(lowered, ops.matmul(surface, transposed)) + self.CLIP
        surface = ops.reshape(ops.matmul(surface, self.spread), (-1, 3, 3))
        paper = ops.matmul(ops.matmul(self.fine, surface), self.fine.swapaxes(1, 2))
        return ops.expand_dims(paper, 3)


def _legendre(size: int) -> np.ndarray:
    """float64 [size, 3]: the Legendre polynomials of degree 0 to 2 at the pixels' middles."""
    return np.polynomial.legendre.legvander((np.arange(size) + 0.5) / size * 2 - 1, 2)


@register
class Frame(keras.layers.Layer):
    """Frames ink as MNIST frames its digits: longer side 20 px, centre of mass in the middle of 28x28.

    float32 [batch, 112, 112], 0 to 1 -> float32 [batch, 28, 28, 1], 0 to 1; all zero where there is no ink.

    The picture is averaged by area, which is two products of matrices, `rows @ ink @ columns^T`; thin strokes,
    which that makes faint, are brought back to full strength. Method: http://yann.lecun.com/exdb/mnist/.
    """

    EDGE = (0.30, 0.60)
    """A row or column is empty below the first share of the strongest ink, and part of the digit above the second."""
    STRENGTH = 0.90
    """Share of the frame's strongest pixel that is full ink."""

    def build(self, shape):
        # counted from the middle of the picture, where digits are: small numbers have small rounding errors
        self.pixels = np.arange(SIDE, dtype=np.float32) - SIDE / 2
        self.edges = np.arange(FRAME, dtype=np.float32)[:, np.newaxis] - MIDDLE

    def call(self, ink):
        strongest = ops.max(ink, axis=(1, 2), keepdims=True)
        relative = ink / ops.maximum(strongest, 1e-3)
        down = ops.transpose(ops.max(relative, axis=2, keepdims=True), (0, 2, 1))
        across = ops.max(relative, axis=1, keepdims=True)
        longer = ops.maximum(self._extent(down), self._extent(across))
        mass_down = ops.transpose(ops.sum(ink, axis=2, keepdims=True), (0, 2, 1))
        mass_across = ops.sum(ink, axis=1, keepdims=True)
        rows, columns = self._averaging(mass_down, longer), self._averaging(mass_across, longer)
        frame = ops.matmul(rows, ops.matmul(ink, ops.transpose(columns, (0, 2, 1))))
        full = ops.max(frame, axis=(1, 2), keepdims=True) * self.STRENGTH
        frame = ops.minimum(frame / ops.maximum(full, 1e-3), 1) * strongest
        return ops.expand_dims(frame, 3)

    def _extent(self, profile):
        """float32 [batch, 1, 112] -> [batch, 1, 1]: length from the first to the last row that holds ink.

        A row that is surely part of the digit stands at its own place, an empty one is pushed past the other end.
        """
        empty, part = self.EDGE
        pushed = (1 - ops.clip((profile - empty) / (part - empty), 0, 1)) * SIDE
        first = ops.min(self.pixels + pushed, axis=2, keepdims=True)
        last = ops.max(self.pixels - pushed, axis=2, keepdims=True)
        return ops.maximum(last - first + 1, 1)

    def _averaging(self, mass, longer):
        """float32 [batch, 1, 112], [batch, 1, 1] -> [batch, 28, 112]: a frame pixel's share of each ink pixel."""
        share = mass / ops.maximum(ops.sum(mass, axis=2, keepdims=True), 1e-3)
        middle = ops.sum(share * (self.pixels + 0.5), axis=2, keepdims=True)
        scale = longer / BOX  # ink pixels to a frame pixel
        start = middle + self.edges * scale
        overlap = ops.minimum(self.pixels + 1, start + scale) - ops.maximum(self.pixels, start)
        return ops.relu(overlap) / scale


@register
class UniformWhenBlank(keras.layers.Layer):
    """Answers with the uniform distribution where the frame holds no ink, so that a client can tell 'blank'.

    [float32 [batch, 28, 28, 1], float32 [batch, n]] -> float32 [batch, n].
    """

    def call(self, inputs):
        frame, probabilities = inputs
        presence = ops.max(frame, axis=(1, 2))
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

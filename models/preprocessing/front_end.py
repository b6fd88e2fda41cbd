"""The digit front end: turns a picture of a digit into a 28x28 frame like those of MNIST.

It is part of every published digit model, so no client has to implement it. A network (`polarity`) tells whether ink is
lighter or darker than paper, `Ink` finds the ink on the paper, another network (`segmentation`) tells which ink is the
digit's, `DigitInk` keeps only that, and `Frame` scales and centres it.

Every runtime supports all operations, and every step but the polarity is continuous, so that small rounding differences
between runtimes stay small: for pictures of digits, bounds and blankness are piecewise linear in the pixels.
"""

import keras

from models.preprocessing import polarity, segmentation
from models.preprocessing.digit_ink import DigitInk, Halved
from models.preprocessing.frame import Frame, UniformWhenBlank
from models.preprocessing.ink import CoarseGrey, Grey, Ink
from models.preprocessing.operations import SIDE


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

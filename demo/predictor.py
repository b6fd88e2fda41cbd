"""A picture, or the bytes of one -> the answer with its times: what the API and the Gradio app both stand on."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from demo import images
from demo.classifier import Classifiers
from models.catalog import Model


@dataclass(frozen=True)
class Answer:
    """What a model said to a picture.

    Attributes:
        model: which said it.
        probabilities: float32, one for each of the model's labels.
        seconds: that each step took: `queue` (the wait for an interpreter), `decode`, `inference`.
    """

    model: Model
    probabilities: np.ndarray
    seconds: Mapping[str, float]

    @property
    def label(self) -> str:
        """The likeliest label; the first, where all are equally likely."""
        return self.model.labels[int(self.probabilities.argmax())]

    @property
    def is_blank(self) -> bool:
        """Whether the picture showed nothing: a digit model answers that with the uniform distribution."""
        return bool(np.ptp(self.probabilities) < 1e-6)

    def by_label(self) -> dict[str, float]:
        """Label -> probability, in the order of the labels."""
        return dict(zip(self.model.labels, self.probabilities.tolist(), strict=True))


class Predictor:
    """Decodes and classifies, within the limit on pixels."""

    def __init__(self, classifiers: Classifiers, max_pixels: int):
        self.classifiers = classifiers
        self._max_pixels = max_pixels

    def from_bytes(self, data: bytes, model: str | None = None, precision: str | None = None) -> Answer:
        """The answer to the image file in `data`; raises what `images.decode` and `Classifiers.find` raise."""
        size = self.size(model)
        started = perf_counter()
        picture = images.decode(data, size, self._max_pixels)
        decode = perf_counter() - started
        return self.from_picture(picture, model, precision, decode)

    def from_sketch(self, layer: bytes | None, composite: bytes | None, model: str | None = None) -> Answer | None:
        """The answer to a sketch, or None where there is none; raises what `from_bytes` raises."""
        size = self.size(model)
        started = perf_counter()
        picture = images.from_sketch(layer, composite, size, self._max_pixels)
        decode = perf_counter() - started
        return None if picture is None else self.from_picture(picture, model, decode=decode)

    def from_picture(
        self, picture: np.ndarray, model: str | None = None, precision: str | None = None, decode: float = 0.0
    ) -> Answer:
        """The answer to a picture of the model's size, float32 [1, height, width, 3], RGB, 0 to 255."""
        classifier = self.classifiers.load(model, precision)
        asked = perf_counter()
        with classifier.turn() as answer:
            started = perf_counter()
            probabilities = answer(picture)
            ended = perf_counter()
        seconds = {"queue": started - asked, "decode": decode, "inference": ended - started}
        return Answer(classifier.model, probabilities, seconds)

    def size(self, model: str | None = None) -> tuple[int, int]:
        """Width and height of the pictures that the model takes."""
        _, height, width, _ = self.classifiers.catalog.model(model).input
        return width, height

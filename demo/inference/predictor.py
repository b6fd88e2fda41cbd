"""From a picture, or the bytes of one, to the answer with its times. The API and the Gradio app both use it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from time import perf_counter, thread_time

import numpy as np

from catalog import Model
from demo.inference import images
from demo.inference.classifier import Choice, Classifiers


@dataclass(frozen=True)
class Moment:
    """A point in time, in seconds: on the clock, and in processor time of this thread."""

    clock: float = field(default_factory=perf_counter)
    worked: float = field(default_factory=thread_time)


@dataclass(frozen=True)
class Answer:
    """The answer of a model to a picture.

    Attributes:
        model: which answered.
        picture: uint8 or float32 [1, height, width, 3], RGB, 0 to 255.
        probabilities: float32, one for each of the model's labels.
        seconds: duration of each step: `queue` (the wait for an interpreter), `decode`, `inference`.
        cpu_seconds: processor time of decoding and inference.
    """

    model: Model
    picture: np.ndarray
    probabilities: np.ndarray
    seconds: Mapping[str, float]
    cpu_seconds: float

    @property
    def label(self) -> str:
        """The likeliest label; the first one if all are equally likely."""
        return self.model.labels[int(self.probabilities.argmax())]

    @property
    def is_blank(self) -> bool:
        """Whether the picture was blank. Only some models can tell: their answer is then the uniform distribution."""
        return self.model.blank is not None and bool(np.ptp(self.probabilities) <= self.model.blank)

    def by_label(self) -> dict[str, float]:
        """Label -> probability, in the order of the labels."""
        return dict(zip(self.model.labels, self.probabilities.tolist(), strict=True))


class Predictor:
    """Decodes and classifies pictures, and refuses those with too many pixels."""

    def __init__(self, classifiers: Classifiers, max_pixels: int):
        self.classifiers = classifiers
        self._max_pixels = max_pixels

    def is_short(self, data: bytes, choice: Choice) -> bool:
        """Whether `from_bytes` is known to take a few milliseconds at most, whoever has made these bytes."""
        return self.classifiers.is_short(choice) and images.is_small_png(data, choice.size)

    def from_bytes(self, data: bytes, choice: Choice) -> Answer:
        """The answer to the image file in `data`, by what `Classifiers.find` returned; raises as `images.decode`."""
        since = Moment()
        picture = images.decode(data, choice.size, self._max_pixels)
        return self.from_picture(picture, choice, since)

    def from_sketch(self, layer: bytes | None, composite: bytes | None, choice: Choice) -> Answer | None:
        """The answer to a sketch, or None if it is empty; raises as `from_bytes`."""
        since = Moment()
        picture = images.from_sketch(layer, composite, choice.size, self._max_pixels)
        return None if picture is None else self.from_picture(picture, choice, since)

    def from_picture(self, picture: np.ndarray, choice: Choice, since: Moment | None = None) -> Answer:
        """The answer to a picture of the model's size.

        Args:
            picture: uint8 or float32 [1, height, width, 3], RGB, 0 to 255.
            choice: what answers.
            since: when decoding began, in this thread; None if the picture needed no decoding.
        """
        since = since or Moment()
        decoded = Moment()
        classifier = self.classifiers.load(choice)
        asked = perf_counter()
        with classifier.turn() as answer:
            begun = Moment()
            probabilities = answer(picture)
            ended = Moment()
        classifier.note(ended.worked - begun.worked)
        seconds = {
            "queue": begun.clock - asked,
            "decode": decoded.clock - since.clock,
            "inference": ended.clock - begun.clock,
        }
        cpu_seconds = decoded.worked - since.worked + ended.worked - begun.worked
        return Answer(classifier.model, picture, probabilities, seconds, cpu_seconds)

    def frame(self, answer: Answer) -> np.ndarray | None:
        """The frame that the model saw, uint8 [28, 28], 255 is ink; None if it has another front end or none.

        This runs the front end once more, on its own.
        """
        published, network = self.classifiers.catalog.front_end, self.classifiers.front_end
        inside = answer.model.front_end
        if network is None or published is None or inside is None or inside != published.version:
            return None
        return np.rint(network.answer(answer.picture)[..., 0] * 255).astype(np.uint8)

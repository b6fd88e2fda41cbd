"""What the catalog says of a model: its files, their parts, its features; and of the front end on its own."""

from dataclasses import dataclass
from pathlib import Path

from catalog.formats import FORMATS
from catalog.limits import LIMITS

BLANK = 1e-6
"""By how much at most two probabilities of the answer to a blank picture differ: only by rounding. It is the `blank` of
every model that can tell."""


class UnknownName(LookupError):
    """A name that is not in the catalog. The message lists the names that are."""


@dataclass(frozen=True)
class Part:
    """A further file that belongs to a published file, such as the weights of a TF.js model.

    Attributes:
        path: relative to the catalog's folder, with forward slashes.
        bytes: its size.
        sha256: of its content, 64 hexadecimal digits.
    """

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class File:
    """One file of a model: the model in one format and precision.

    Attributes:
        format: `tflite`, `tfjs`, `saved_model` or `keras`.
        precision: `float32`, `float16`, `int8` (weights), `int8-full` (the classifier's activations too)
            or `uint8` (weights).
        path: relative to the catalog's folder; for `tfjs` its `model.json`.
        bytes: size, `parts` included.
        sha256: of the file at `path`.
        accuracy: share of the 10,000 MNIST test images that this file answers right, 0 to 1; None for a model of
            another task.
        max_difference: the largest absolute difference of any probability from the trained model.
        labels_differ: number of pictures that got another label than from the trained model.
        pictures: number of pictures on which it was compared.
        milliseconds: median time of an answer on the machine that exported it, one picture at a time on one thread;
            for TF.js in Chromium.
        parts: further files that belong to it; each has its own hash.
        command: builds the file, if it is too large to be committed. Such a file may be missing.
        withheld: why the file is not published, as a sentence. Such a file is missing, and only its figures are here.
    """

    format: str
    precision: str
    path: str
    bytes: int
    sha256: str
    accuracy: float | None
    max_difference: float
    labels_differ: int
    pictures: int
    milliseconds: float
    parts: tuple[Part, ...] = ()
    command: str | None = None
    withheld: str | None = None

    @property
    def whole(self) -> tuple[Part, ...]:
        """The file at `path`, then its parts."""
        return (Part(self.path, self.bytes - sum(part.bytes for part in self.parts), self.sha256), *self.parts)

    def is_in(self, folder: Path) -> bool:
        """Whether it is published and, as a large file may be missing on a host, in this folder of the catalog."""
        return not self.withheld and (folder / self.path).is_file()

    @property
    def exact(self) -> bool:
        """Whether its answers are those of the trained model, within the limit, whatever its precision."""
        return self.max_difference <= LIMITS.difference

    @property
    def everywhere(self) -> bool:
        """Whether every host has it: it is published and small enough to be committed."""
        return not self.withheld and not self.command


@dataclass(frozen=True, kw_only=True)
class Features:
    """What the last dense layer of a model gets: on these numbers the page learns a reader's own signs.

    They belong to a version of the model, because another training gives others.

    Attributes:
        length: how many there are.
        file: the TF.js graph model that computes them, with the weight files of a published one; its figures compare
            the answers of the model's last layer on them with those of the whole model.
    """

    length: int
    file: File


@dataclass(frozen=True, kw_only=True)
class Model:
    """One published model. Every model maps float32 RGB pictures, 0 to 255, to probabilities.

    Attributes:
        name: lower case, unique in the catalog.
        title: the name that users see.
        task: `digit` or `photo`.
        origin: `ours` (trained here), `taken` (trained by others and published unchanged) or `user` (a user's own).
        version: the same for all files of a model, so that both sides can tell whether they run the same model. It
            changes whenever a published file would answer differently. The first 12 hexadecimal digits of a SHA-256
            of the weights, and of the paths and hashes of the published files of every format that is reproducible,
            without the version in them.
        weights: the first 12 hexadecimal digits of the SHA-256 of the trained weights.
        labels: the classes in the order of the outputs.
        input: [1, height, width, 3].
        parameters: number of weights.
        front_end: version of the published front end, if this model contains it; None if it contains another one or
            none.
        blank: a picture is blank if no two probabilities of its answer differ by more than this; None if the model
            has no such answer.
        accuracy: of the trained model, 0 to 1; None if it was not measured.
        training_seconds: how long the training took; None if the model was not trained here.
        files: in all formats and precisions.
        features: those that the page can learn on; None if they are not published.
    """

    name: str
    title: str
    task: str
    origin: str = "user"
    version: str
    weights: str | None = None
    labels: tuple[str, ...]
    input: tuple[int, int, int, int]
    parameters: int
    front_end: str | None = None
    blank: float | None = None
    accuracy: float | None
    training_seconds: int | None
    files: tuple[File, ...]
    features: Features | None = None

    def file(self, format: str, precision: str = "float32") -> File:
        """The published file of that format and precision; raises `UnknownName` if there is none."""
        published = [file for file in self.files if not file.withheld]
        for file in published:
            if (file.format, file.precision) == (format, precision):
                return file
        there_are = ", ".join(f"{file.format} {file.precision}" for file in published)
        raise UnknownName(f"Model '{self.name}' has no {format} file of precision '{precision}'. It has: {there_are}.")

    @property
    def defaults(self) -> dict[str, str]:
        """Paths of the default files: for the `server`, and for a page by the format of its engine.

        The server takes the first file, because it loads it only once. A page takes the smallest file that is exact,
        because every visitor waits for it. A file that some hosts do not have is the default only if there is no
        other. A key without a file is left out.
        """
        chosen = {"server": self._default("tflite"), "tfjs": self._smallest("tfjs"), "tflite": self._smallest("tflite")}
        return {where: file.path for where, file in chosen.items() if file}

    def server_precision(self, file: File) -> str | None:
        """The precision of the server's file to compare with a file of the page; None if the server has no file."""
        stores_the_same = (file.precision, FORMATS["tflite"].same_weights.get(file.precision))
        files = self._published("tflite")
        alike = [other for other in files if (other.exact if file.exact else other.precision in stores_the_same)]
        return next((other.precision for other in (*alike, self._default("tflite")) if other), None)

    def _published(self, format: str) -> list[File]:
        return [file for file in self.files if file.format == format and not file.withheld]

    def _default(self, format: str) -> File | None:
        files = self._published(format)
        return next((file for file in files if file.everywhere), next(iter(files), None))

    def _smallest(self, format: str) -> File | None:
        exact = [file for file in self._published(format) if file.exact and file.everywhere]
        return min(exact, key=lambda file: file.bytes, default=self._default(format))


@dataclass(frozen=True, kw_only=True)
class FrontEnd:
    """The preprocessing of the digit models, published on its own to show what they see.

    The models do not need these files: each contains the front end.

    Attributes:
        version: changes whenever a file would answer differently; computed as for a model.
        input: [1, height, width, 3], RGB, 0 to 255.
        output: [1, height, width, 1], 0 (paper) to 1 (ink).
        files: `max_difference` is that of a pixel, and `labels_differ` is 0.
    """

    version: str | None = None
    input: tuple[int, int, int, int]
    output: tuple[int, int, int, int]
    files: tuple[File, ...]

"""The catalog of published models: `static/models/catalog.json`, the one place that says what exists.

`export` writes it, the server and the page read it. Labels and sizes are written nowhere else. This module
needs the standard library alone, because the server imports it.
"""

import dataclasses
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

PATH = Path(__file__).parent.parent / "static" / "models" / "catalog.json"


class UnknownName(LookupError):
    """A name that the catalog does not have; the message names those that it has."""


@dataclass(frozen=True)
class Part:
    """A further file that belongs to a published file, such as the weights of a TF.js model.

    Attributes:
        path: relative to the catalog's folder, with forward slashes.
        bytes: size of the file.
        sha256: of its content, 64 hexadecimal digits.
    """

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class File:
    """One published form of a model.

    Attributes:
        format: `tflite`, `tfjs`, `saved_model` or `keras`.
        precision: `float32`, `float16`, `int8` (weights), `int8-full` (activations too, the front end left in float)
            or `uint8` (weights).
        path: relative to the catalog's folder; for `tfjs` its `model.json`.
        bytes: size, `parts` included.
        sha256: of the file at `path`.
        accuracy: share of the 10,000 MNIST test images answered right, 0 to 1, by this file; None for a
            model of another task.
        max_difference: the largest absolute difference of any probability from the trained model.
        labels_differ: number of pictures that got another label than from the trained model.
        pictures: on how many it was compared.
        milliseconds: p50 of an answer, one picture at a time on one thread, where it was exported; TF.js in Chromium.
        parts: further files that belong to it; each has its own hash.
        command: what builds the file, where it is too large to be committed; then it may be missing.
        withheld: why the file is not published, as a sentence; then its figures stand here, and it is missing.
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


@dataclass(frozen=True)
class Model:
    """One published model. Every model maps float32 RGB pictures, 0 to 255, to probabilities.

    Attributes:
        name: lower case, unique in the catalog.
        title: for people.
        task: `digit` or `photo`.
        version: the first 12 hexadecimal digits of the SHA-256 of the trained weights, the same on both sides.
        labels: the classes in the order of the outputs.
        input: [1, height, width, 3].
        parameters: number of weights.
        accuracy: the trained model's, 0 to 1; None where it was not measured.
        training_seconds: what the training took; None where nothing was trained here.
        files: the published forms.
    """

    name: str
    title: str
    task: str
    version: str
    labels: tuple[str, ...]
    input: tuple[int, int, int, int]
    parameters: int
    accuracy: float | None
    training_seconds: int | None
    files: tuple[File, ...]

    def file(self, format: str, precision: str = "float32") -> File:
        """The published file of that format and precision; raises `UnknownName` where there is none."""
        published = [file for file in self.files if not file.withheld]
        for file in published:
            if (file.format, file.precision) == (format, precision):
                return file
        there_are = ", ".join(f"{file.format} {file.precision}" for file in published)
        raise UnknownName(f"Model '{self.name}' has no {format} file of precision '{precision}'. It has: {there_are}.")


@dataclass(frozen=True)
class FrontEnd:
    """The digit models' preprocessing on its own, which shows what they see; they need it not: each has it inside.

    Attributes:
        input: [1, height, width, 3], RGB, 0 to 255.
        output: [1, height, width, 1], 0 (paper) to 1 (ink).
        files: the published forms; `max_difference` is in a pixel, and no picture has a label.
    """

    input: tuple[int, int, int, int]
    output: tuple[int, int, int, int]
    files: tuple[File, ...]


@dataclass(frozen=True)
class Catalog:
    """What is published, and which model answers where none is named."""

    default: str
    models: tuple[Model, ...]
    front_end: FrontEnd | None = None

    def model(self, name: str | None = None) -> Model:
        """The model of that name, or the default; raises `UnknownName`, naming those there are."""
        for model in self.models:
            if model.name == (name or self.default):
                return model
        there_are = ", ".join(model.name for model in self.models)
        raise UnknownName(f"There is no model '{name or self.default}'. There are: {there_are}.")

    def with_model(self, model: Model) -> Self:
        """A catalog in which `model` takes the place of its namesake, or stands last."""
        names = [other.name for other in self.models]
        models = [model if other.name == model.name else other for other in self.models]
        return dataclasses.replace(self, models=tuple(models if model.name in names else [*models, model]))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The inverse of `to_json`."""
        fields = json.loads(text)
        front_end = fields.get("front_end")
        return cls(
            default=fields["default"],
            models=tuple(_model(model) for model in fields["models"]),
            front_end=front_end
            and FrontEnd(tuple(front_end["input"]), tuple(front_end["output"]), _files(front_end["files"])),
        )

    def to_json(self) -> str:
        """JSON of two spaces' indent, with the keys in the order of the dataclasses."""
        return json.dumps(dataclasses.asdict(self), indent=2, ensure_ascii=False) + "\n"


def _model(fields: dict) -> Model:
    lists = {"labels": tuple(fields["labels"]), "input": tuple(fields["input"]), "files": _files(fields["files"])}
    return Model(**{**fields, **lists})


def _files(rows: list[dict]) -> tuple[File, ...]:
    return tuple(File(**{**row, "parts": tuple(Part(**part) for part in row["parts"])}) for row in rows)


def load(path: Path = PATH) -> Catalog:
    """Reads the catalog; raises `FileNotFoundError` where there is none."""
    return Catalog.from_json(path.read_text(encoding="utf-8"))


def save(catalog: Catalog, path: Path = PATH) -> None:
    """Writes the catalog to a temporary file beside `path`, then renames it, so that no reader sees half of it."""
    temporary = path.with_suffix(".json.tmp")
    temporary.write_text(catalog.to_json(), encoding="utf-8")
    os.replace(temporary, path)

"""The catalog of published models: `static/models/catalog.json`, the only place that lists them.

The exporter writes it; the server and the page read it. No other file contains labels or sizes. It also contains what
both sides would otherwise derive for themselves, such as the default files. `schema.json` describes every key.
"""

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from catalog.entries import Features, File, FrontEnd, Model, Part, UnknownName
from catalog.examples import EXAMPLES
from catalog.limits import LIMITS


@dataclass(frozen=True)
class Catalog:
    """What is published, and which model is the default."""

    default: str
    models: tuple[Model, ...]
    front_end: FrontEnd | None = None

    def model(self, name: str | None = None) -> Model:
        """The model of that name, or the default; raises `UnknownName`."""
        for model in self.models:
            if model.name == (name or self.default):
                return model
        there_are = ", ".join(model.name for model in self.models)
        raise UnknownName(f"There is no model '{name or self.default}'. There are: {there_are}.")

    def with_model(self, model: Model) -> Self:
        """A catalog in which `model` replaces the model of the same name, or comes last."""
        names = [other.name for other in self.models]
        models = [model if other.name == model.name else other for other in self.models]
        return dataclasses.replace(self, models=tuple(models if model.name in names else [*models, model]))

    def without(self, name: str) -> Self:
        """A catalog without the model of that name."""
        return dataclasses.replace(self, models=tuple(model for model in self.models if model.name != name))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The inverse of `to_json`. It ignores unknown keys, because a newer catalog may have more."""
        fields = json.loads(text)
        return cls(
            default=fields["default"],
            models=tuple(_read(Model, model) for model in fields["models"]),
            front_end=_read(FrontEnd, fields["front_end"]) if fields.get("front_end") else None,
        )

    def beginning(self) -> Self:
        """The default model alone, which is all that the page needs until its first answer."""
        return dataclasses.replace(self, models=(self.model(),), front_end=None)

    def default_among(self, names: Sequence[str]) -> str | None:
        """The name of the default model if it is one of these, otherwise the first one; None without any."""
        return self.default if self.default in names else next(iter(names), None)

    def to_json(self) -> str:
        """JSON, indented by two spaces, with the keys in the order of the dataclasses.

        It has more keys than the dataclasses, for readers in other languages: their computed properties, `limits` and
        `examples`.

        Raises:
            ValueError: a number is not finite, which JSON cannot say.
        """
        front_end = self.front_end and _fields(self.front_end)
        content = {
            "default": self.default,
            "models": [_fields(model) for model in self.models],
            "front_end": front_end,
            "examples": [dataclasses.asdict(example) for example in EXAMPLES],
            "limits": dataclasses.asdict(LIMITS),
        }
        return json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _fields(owner: Model | FrontEnd) -> dict:
    """The fields of a model or the front end, and its computed properties."""
    fields = dataclasses.asdict(owner)
    for row, file in zip(fields["files"], owner.files, strict=True):
        row["exact"] = file.exact
        if isinstance(owner, Model):
            row["server_precision"] = owner.server_precision(file)
    if isinstance(owner, Model):
        fields["defaults"] = owner.defaults
        if owner.features:
            fields["features"]["file"]["exact"] = owner.features.file.exact
    return fields


ROWS = {"files": File, "parts": Part}
OBJECTS = {"features": Features, "file": File}


def _read(kind: type, fields: dict):
    """An instance of a dataclass, without the keys that it does not know. Lists become tuples."""
    known = {field.name for field in dataclasses.fields(kind)}
    values = {key: value for key, value in fields.items() if key in known}
    for key, value in values.items():
        if isinstance(value, list):
            values[key] = tuple(_read(ROWS[key], row) if key in ROWS else row for row in value)
        elif isinstance(value, dict) and key in OBJECTS:
            values[key] = _read(OBJECTS[key], value)
    return kind(**values)

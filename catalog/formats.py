"""The formats in which a model is published: their names, precisions and paths.

To convert and run a format takes its own libraries, so `export.formats.handlers` does that, under the same names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Format:
    """A format.

    Attributes:
        name: the name in the catalog.
        runtime: what runs its files, as users read it.
        path: of a file, relative to the catalog's folder; `{name}` is that of the model.
        precisions: the published ones, in the order of the catalog.
        has_parts: whether a model in this format is a folder with several files, and not one file.
        has_version: whether its files contain the version of the model, in their metadata.
        reproducible: whether the same model always converts to the same bytes. The files of other formats contain
            times and counters, so their hashes do not count for the version of a model.
        same_weights: precision of another format -> the precision of this format that stores the same weights.
    """

    name: str
    runtime: str
    path: str
    precisions: tuple[str, ...] = ("float32",)
    has_parts: bool = False
    has_version: bool = False
    reproducible: bool = False
    same_weights: Mapping[str, str] = field(default_factory=dict)

    def check(self, precision: str) -> None:
        """Raises `ValueError` if the format has no such precision."""
        if precision not in self.precisions:
            raise ValueError(
                f"Format '{self.name}' has no precision '{precision}'. It has: {', '.join(self.precisions)}."
            )

    def path_of(self, model: str, precision: str) -> str:
        """The path of a model's file; raises `ValueError` as `check` does."""
        self.check(precision)
        return self.path.format(name=model, precision=precision)


FORMATS = {
    format.name: format
    for format in (
        Format(
            "tflite",
            "LiteRT",
            "{name}/{name}-{precision}.tflite",
            ("float32", "float16", "int8", "int8-full"),
            has_version=True,
            reproducible=True,
            same_weights={"uint8": "int8"},
        ),
        Format(
            "tfjs",
            "TF.js in Chromium",
            "{name}/tfjs-{precision}/model.json",
            ("float32", "float16", "uint8"),
            has_parts=True,
            reproducible=True,
        ),
        Format("saved_model", "TensorFlow", "{name}/{name}-saved_model.zip"),
        Format("keras", "Keras", "{name}/{name}.keras"),
    )
}
"""By name, in the order of the catalog."""

FORMS = tuple((format.name, precision) for format in FORMATS.values() for precision in format.precisions)
"""Format and precision of each published file."""

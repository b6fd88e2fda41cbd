"""Publishing: a trained model's files, all verified, into `static/models/`, and its entry into the catalog."""

import contextlib
import dataclasses
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import keras

from export import conversion, runners, samples
from export.browser import run_tfjs
from export.verification import Comparison, VerificationError, compare, fault
from models import catalog
from models.registry import DEFAULT, named
from models.training import TRAINED

FORMS = (
    ("tflite", "float32"),
    ("tflite", "float16"),
    ("tflite", "int8"),
    ("tfjs", "float32"),
    ("tfjs", "float16"),
)
"""Format and precision of each file that is published."""
COMMITTED = 10_000_000
"""A file of that many bytes or more is not committed: a Space refuses it. Its entry keeps the figures."""
RUNNERS = {"tflite": runners.run_litert, "tfjs": run_tfjs}


@dataclass(frozen=True)
class Measured:
    """A file of the catalog, and how it compares with the Keras model."""

    file: catalog.File
    comparison: Comparison


def publish(name: str, path: Path = catalog.PATH, forms: tuple[tuple[str, str], ...] = FORMS) -> list[Measured]:
    """Converts `trained/NAME.keras`, runs each file beside it on its task's samples, then publishes.

    Args:
        name: of a model in the registry; `LookupError` names those there are.
        path: of the catalog; the files go beside it.
        forms: format and precision of each file.

    Returns:
        What was published, with what was measured.

    Raises:
        FileNotFoundError: the model is not trained yet.
        VerificationError: a float32 file answers otherwise than the Keras model; the old files stay as they were.
            A lower precision that is not good enough is withheld, and the catalog says why.
    """
    entry = named(name)
    trained = TRAINED / f"{name}.keras"
    if not trained.exists():
        raise FileNotFoundError(f"Model '{name}' is not trained yet: python -m models train {name}")
    model = keras.models.load_model(trained)
    pictures = samples.OF_TASK[entry.task]()
    reference = runners.run_keras(model, pictures)
    path.parent.mkdir(parents=True, exist_ok=True)
    # beside the catalog, so that the last step is a rename on one file system
    with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as temporary:
        staging = Path(temporary)
        conversion.to_saved_model(model, staging / "saved_model")
        (staging / name).mkdir()
        measured = []
        for format, precision in forms:
            file = _convert(name, format, precision, staging)
            comparison = compare(RUNNERS[format](staging / file, pictures), reference, pictures.labels)
            why_not = fault(precision, comparison)
            if why_not and precision == "float32":
                raise VerificationError(f"{file} {why_not}. Nothing was published.")
            described = _entry(name, file, format, precision, staging, comparison)
            if why_not:
                described = dataclasses.replace(described, withheld=f"{why_not[0].upper()}{why_not[1:]}.", command=None)
                _remove(staging, described)
            measured.append(Measured(described, comparison))
        published = catalog.Model(
            name=name,
            title=entry.title,
            task=entry.task,
            version=_version(model),
            labels=entry.labels(),
            input=(1, *model.input_shape[1:]),
            parameters=model.count_params(),
            accuracy=measured[0].comparison.reference_accuracy,
            files=tuple(each.file for each in measured),
        )
        old = catalog.load(path) if path.exists() else catalog.Catalog(default=name, models=())
        new = old.with_model(published)
        if name == DEFAULT:
            new = dataclasses.replace(new, default=name)
        with _replaced(staging / name, path.parent / name, staging / "old"):
            catalog.save(new, path)
    return measured


def _version(model: keras.Model) -> str:
    digest = hashlib.sha256()
    for weights in model.get_weights():
        digest.update(weights.tobytes())
    return digest.hexdigest()[:12]


def _convert(name: str, format: str, precision: str, staging: Path) -> str:
    """Writes one form under `staging/NAME`; its path from there."""
    if format == "tflite":
        file = f"{name}/{name}-{precision}.tflite"
        (staging / file).write_bytes(conversion.to_tflite(staging / "saved_model", precision))
    else:
        file = f"{name}/tfjs-{precision}/model.json"
        conversion.to_tfjs(staging / "saved_model", (staging / file).parent, precision)
    return file


def _entry(name: str, file: str, format: str, precision: str, staging: Path, comparison: Comparison) -> catalog.File:
    main = staging / file
    # a TF.js model is a folder of its own; a `.tflite` stands alone
    others = sorted(set(main.parent.iterdir()) - {main}) if format == "tfjs" else []
    parts = [catalog.Part(Path(file).with_name(other.name).as_posix(), *_size_and_hash(other)) for other in others]
    size, sha256 = _size_and_hash(main)
    size += sum(part.bytes for part in parts)
    return catalog.File(
        format=format,
        precision=precision,
        path=file,
        bytes=size,
        sha256=sha256,
        accuracy=comparison.accuracy,
        max_difference=comparison.max_difference,
        parts=tuple(parts),
        command=f"python -m models train {name} && python -m export {name}" if size >= COMMITTED else None,
    )


def _size_and_hash(path: Path) -> tuple[int, str]:
    content = path.read_bytes()
    return len(content), hashlib.sha256(content).hexdigest()


def _remove(staging: Path, file: catalog.File) -> None:
    for path in (file.path, *(part.path for part in file.parts)):
        (staging / path).unlink()


@contextlib.contextmanager
def _replaced(new: Path, place: Path, aside: Path) -> Iterator[None]:
    """Puts a folder in the place of another, and puts the other back if what follows fails."""
    if place.exists():
        os.replace(place, aside)
    try:
        os.replace(new, place)
        yield
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        if aside.exists():
            os.replace(aside, place)
        raise

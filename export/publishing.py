"""Publishing: a trained model's files, all verified, into `static/models/`, and its entry into the catalog."""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

import keras
import numpy as np

from export import conversion, runners
from export.browser import run_tfjs
from export.verification import Comparison, compare, require_equal
from models import catalog, mnist, preprocessing  # noqa: F401  (Keras finds the layers there)
from models.architectures import named
from models.training import TRAINED


def publish(name: str, path: Path = catalog.PATH) -> list[tuple[catalog.File, Comparison]]:
    """Converts `trained/NAME.keras`, runs each file beside it on the 10,000 test images, then publishes.

    Args:
        name: of an architecture; `LookupError` names those there are.
        path: of the catalog; the files go beside it.

    Returns:
        The published files with what was measured.

    Raises:
        FileNotFoundError: the model is not trained yet.
        VerificationError: a file answers otherwise than the Keras model; the old files stay as they were.
    """
    architecture = named(name)
    trained = TRAINED / f"{name}.keras"
    if not trained.exists():
        raise FileNotFoundError(f"Model '{name}' is not trained yet: python -m models train {name}")
    model = keras.models.load_model(trained)
    images, labels = mnist.test()
    reference = runners.run_keras(model, images)
    path.parent.mkdir(parents=True, exist_ok=True)
    # beside the catalog, so that the last step is a rename on one file system
    with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as temporary:
        staging = Path(temporary)
        measured = _verified(_convert(model, name, staging), staging, images, labels, reference)
        entry = catalog.Model(
            name=name,
            title=architecture.title,
            task="digit",
            version=hashlib.sha256(trained.read_bytes()).hexdigest()[:12],
            labels=mnist.LABELS,
            input=(1, *model.input_shape[1:]),
            parameters=model.count_params(),
            accuracy=float((reference.argmax(axis=1) == labels).mean()),
            files=tuple(file for file, _ in measured),
        )
        _replace(staging / name, path.parent / name, staging / "old")
    old = catalog.load(path) if path.exists() else catalog.Catalog(default=name, models=())
    catalog.save(old.with_model(entry), path)
    return measured


def _convert(model: keras.Model, name: str, staging: Path) -> list[tuple[str, str]]:
    """Writes each format under `staging/NAME`; their formats and paths."""
    conversion.to_saved_model(model, staging / "saved_model")
    (staging / name).mkdir()
    tflite, tfjs = f"{name}/{name}-float32.tflite", f"{name}/tfjs-float32/model.json"
    (staging / tflite).write_bytes(conversion.to_tflite(staging / "saved_model"))
    conversion.to_tfjs(staging / "saved_model", (staging / tfjs).parent)
    return [("tflite", tflite), ("tfjs", tfjs)]


def _verified(
    files: list[tuple[str, str]], staging: Path, images: np.ndarray, labels: np.ndarray, reference: np.ndarray
) -> list[tuple[catalog.File, Comparison]]:
    runs = {"tflite": runners.run_litert, "tfjs": run_tfjs}
    measured = []
    for format, file in files:
        comparison = compare(runs[format](staging / file, images), reference, labels)
        require_equal(file, comparison)
        measured.append((_entry(format, file, staging, comparison), comparison))
    return measured


def _entry(format: str, file: str, staging: Path, comparison: Comparison) -> catalog.File:
    main = staging / file
    # a TF.js model is a folder of its own; a `.tflite` stands alone
    others = sorted(set(main.parent.iterdir()) - {main}) if format == "tfjs" else []
    parts = [catalog.Part(str(Path(file).with_name(other.name).as_posix()), *_size_and_hash(other)) for other in others]
    size, sha256 = _size_and_hash(main)
    return catalog.File(
        format=format,
        precision="float32",
        path=file,
        bytes=size + sum(part.bytes for part in parts),
        sha256=sha256,
        accuracy=comparison.accuracy,
        max_difference=comparison.max_difference,
        parts=tuple(parts),
    )


def _size_and_hash(path: Path) -> tuple[int, str]:
    content = path.read_bytes()
    return len(content), hashlib.sha256(content).hexdigest()


def _replace(new: Path, place: Path, aside: Path) -> None:
    """Puts a folder in the place of another by two renames."""
    if place.exists():
        os.replace(place, aside)
    shutil.move(new, place)

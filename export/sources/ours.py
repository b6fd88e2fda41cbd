"""The models of this project as sources, read from `models/trained/`."""

import json
import shutil
from pathlib import Path

import keras
import tensorflow as tf

from export.sources.source import INPUT, Source, digest
from models.registry import get_entry
from models.trained_files import TRAINED, trained_path

AUTHOR = "Both Sides"


def of_registry(name: str) -> Source:
    """A model of this project, from `models/trained/`.

    Raises:
        LookupError: there is no such model.
        FileNotFoundError: it is not trained yet.
    """
    entry = get_entry(name)
    path = trained_path(name)
    if not path.exists():
        raise FileNotFoundError(f"Model '{name}' is not trained yet: python -m models train {name}")
    figures = TRAINED / f"{name}.json"
    seconds = json.loads(figures.read_text(encoding="utf-8")).get("training_seconds") if figures.exists() else None
    read = of_keras if path.suffix == ".keras" else of_saved_model
    return Source(
        name=name,
        title=entry.title,
        task=entry.task,
        origin="taken" if entry.taken_from else "ours",
        author=entry.taken_from or AUTHOR,
        labels=entry.labels(),
        command=f"{entry.command or f'python -m models train {name}'} && python -m export {name}",
        training_seconds=seconds,
        **read(path),
    )


def of_keras(path: Path) -> dict:
    """The fields of a `Source` that a `.keras` file contains."""
    model = keras.models.load_model(path)
    return {
        "input": (1, *model.input_shape[1:]),
        "parameters": model.count_params(),
        "weights": digest(model.get_weights()),
        "call": lambda image: model(image, training=False),
        "holder": model,
        "save": lambda to: shutil.copyfile(path, to),
    }


def of_saved_model(folder: Path) -> dict:
    """The same fields of a SavedModel of this project, whose signature `serving_default` takes any batch size."""
    loaded = tf.saved_model.load(str(folder))
    signature = loaded.signatures["serving_default"]
    (shape,) = (tuple(tensor.shape) for tensor in signature.structured_input_signature[1].values())
    arrays = [variable.numpy() for variable in sorted(loaded.variables, key=lambda variable: variable.name)]
    return {
        "input": (1, *shape[1:]),
        "parameters": sum(array.size for array in arrays),
        "weights": digest(arrays),
        "call": lambda image: next(iter(signature(**{INPUT: image}).values())),
        "holder": loaded,
    }

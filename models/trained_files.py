"""The trained models in `trained/`: where each is, and how it is read and written.

No model and no figures are left half-written: each file is written under another name first, then renamed.
"""

import json
import os
from pathlib import Path

import keras
import numpy as np

from models import architectures  # noqa: F401, whose classes are in the files
from models.data.mnist import CANVAS
from models.evaluation import figures

TRAINED = Path(__file__).parent / "trained"


def trained_path(name: str) -> Path:
    """The path of a trained model: `trained/NAME.keras`, or `trained/NAME` if that is the folder of a SavedModel."""
    folder = TRAINED / name
    return folder if folder.is_dir() else TRAINED / f"{name}.keras"


def load(name: str) -> keras.Model:
    """Loads a trained model of either kind."""
    path = trained_path(name)
    if not path.is_dir():
        return keras.models.load_model(path)
    picture = keras.Input((CANVAS, CANVAS, 3))
    (probabilities,) = keras.layers.TFSMLayer(path, call_endpoint="serving_default")(picture).values()
    return keras.Model(picture, probabilities, name=name)


def save(model: keras.Model, name: str) -> Path:
    """Writes `trained/NAME.keras` whole or not at all."""
    path = TRAINED / f"{name}.keras"
    temporary = TRAINED / f".{name}.keras"  # Keras requires this ending
    model.save(temporary)
    os.replace(temporary, path)
    return path


def write_result(name: str, result: dict) -> None:
    """Writes `trained/NAME.json` and the plot of the confusion matrix."""
    write_json(TRAINED / f"{name}.json", result)
    figures.confusion(np.array(result["confusion"]), f"Errors of {name}", TRAINED / f"{name}-confusion.png")


def write_json(path: Path, content: dict) -> None:
    """Writes JSON with a line for each key, whole or not at all."""
    temporary = path.with_suffix(".json.tmp")
    lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in content.items())
    temporary.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    os.replace(temporary, path)

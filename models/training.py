"""Training: data -> architecture -> `trained/NAME.keras`, with its figures beside it.

An interrupted training goes on where its last epoch ended, and no half-written model is ever left: each file
is written under another name first, then renamed.
"""

import ast
import dataclasses
import hashlib
import json
import os
import re
import shutil
import time
from pathlib import Path

import keras
import numpy as np

from models import evaluation, figures, frames, mnist
from models.architectures import ARCHITECTURES, Architecture
from models.calibration import calibrate
from models.compression import fold_and_quantise
from models.preprocessing import with_front_end

HERE = Path(__file__).parent
TRAINED = HERE / "trained"
HELD_OUT = 5_000
"""The last training images, which no classifier is trained on: for the curves and the calibration."""
DRAWINGS = 2
"""Times that a robust model sees each digit drawn anew, beside MNIST's own picture of it."""
SCRIBBLES = 5_000
BATCH = 128
CODE = ("architectures", "calibration", "compression", "drawing", "frames", "mnist", "preprocessing", "training")
"""Modules that decide what a training makes of the data."""


@dataclasses.dataclass(frozen=True)
class Options:
    """What the command line may say of a training.

    Attributes:
        seed: of weights, shuffling and drawings.
        epochs: instead of the model's own number.
        handle: of the TF Hub module that is transferred from; None takes the default one.
    """

    seed: int = 0
    epochs: int | None = None
    handle: str | None = None


def train(name: str, options: Options = Options()) -> Path:
    """Trains a model, evaluates it, and writes `trained/NAME.keras`, `.json` and two figures.

    Args:
        name: of an architecture.
        options: all but the handle.

    Returns:
        The path of the `.keras` file.
    """
    architecture = ARCHITECTURES[name]
    seed, epochs = options.seed, options.epochs or architecture.epochs
    keras.utils.set_random_seed(seed)
    images, labels = mnist.train()
    started = time.monotonic()
    backup = TRAINED / ".backup" / f"{name}-{_digest(images, labels, seed, epochs)}"
    _remove_others(backup, name)
    training, validation = _frames(architecture, images, labels, seed, backup)
    classifier = architecture.build()
    history = _fit(classifier, architecture, training, validation, epochs, backup)
    if architecture.robust:
        calibrate(classifier, *validation)
    seconds = time.monotonic() - started
    if architecture.robust:
        trained = fold_and_quantise(classifier)
    else:
        trained = architecture.build()  # without the optimizer's state, which is twice the weights
        trained.set_weights(classifier.get_weights())
    path = save(with_front_end(trained, name), name)
    result = evaluation.evaluate(keras.models.load_model(path))
    result |= {"seed": seed, "epochs": epochs, "training_seconds": round(seconds)}
    write_result(name, {"name": name, **result})
    figures.curves(history, f"Training of {name}", TRAINED / f"{name}-curves.png")
    shutil.rmtree(backup)
    return path


def trained_path(name: str) -> Path:
    """Where a trained model is, or would be: `trained/NAME.keras`, or where a folder is there, a SavedModel in it."""
    folder = TRAINED / name
    return folder if folder.is_dir() else TRAINED / f"{name}.keras"


def load(name: str) -> keras.Model:
    """A trained model, ready to answer, whichever its file."""
    path = trained_path(name)
    if not path.is_dir():
        return keras.models.load_model(path)
    picture = keras.Input((mnist.CANVAS, mnist.CANVAS, 3))
    (probabilities,) = keras.layers.TFSMLayer(path, call_endpoint="serving_default")(picture).values()
    return keras.Model(picture, probabilities, name=name)


def save(model: keras.Model, name: str) -> Path:
    """Writes `trained/NAME.keras` whole or not at all."""
    path = TRAINED / f"{name}.keras"
    temporary = TRAINED / f".{name}.keras"  # Keras wants the ending
    model.save(temporary)
    os.replace(temporary, path)
    return path


def write_result(name: str, result: dict) -> None:
    """Writes `trained/NAME.json`, and the figure of the confusion matrix beside it."""
    _write_json(TRAINED / f"{name}.json", result)
    figures.confusion(np.array(result["confusion"]), f"Errors of {name}", TRAINED / f"{name}-confusion.png")


def _write_json(path: Path, content: dict) -> None:
    """Writes JSON, a line for each key, whole or not at all."""
    temporary = path.with_suffix(".json.tmp")
    lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in content.items())
    temporary.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    os.replace(temporary, path)


def _digest(images: np.ndarray, labels: np.ndarray, *options: int) -> str:
    """Of all that a training depends on: what was kept of another one is not gone on with."""
    digest = hashlib.sha256(repr(options).encode())
    for part in (images.tobytes(), labels.tobytes(), *(_code(HERE / f"{name}.py").encode() for name in CODE)):
        digest.update(part)
    return digest.hexdigest()[:12]


def _code(path: Path) -> str:
    """What a module does: its code without comments, docstrings and layout."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            node.body = [each for each in node.body if not _is_text(each)]
    return ast.dump(tree)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _remove_others(backup: Path, name: str) -> None:
    """Removes what was kept of the model's other trainings: it is some 100 MB, and would never be gone on with."""
    for other in backup.parent.glob(f"{name}-*"):
        if re.fullmatch(f"{re.escape(name)}-[0-9a-f]{{12}}", other.name) and other != backup:
            shutil.rmtree(other)


Pairs = tuple[np.ndarray, np.ndarray]
"""Frames, float32 [n, 28, 28, 1], and the probabilities to learn, float32 [n, 10]."""


def _frames(architecture: Architecture, images: np.ndarray, labels: np.ndarray, seed: int, backup: Path) -> tuple:
    """Training and validation pairs; made once, and kept until the training has ended."""
    kept = backup / "frames.npz"
    if kept.exists():
        with np.load(kept) as arrays:
            return (arrays["x"], arrays["y"]), (arrays["validation_x"], arrays["validation_y"])
    targets = keras.utils.to_categorical(labels, 10).astype(np.float32)
    clean = frames.clean(images)
    (x, y), validation = (clean[:-HELD_OUT], targets[:-HELD_OUT]), (clean[-HELD_OUT:], targets[-HELD_OUT:])
    if architecture.robust:
        drawn = [frames.drawn(images, seed=seed * DRAWINGS + i) for i in range(DRAWINGS)]
        scribbled = frames.scribbles(SCRIBBLES, seed)
        x = np.concatenate([x, *(more[:-HELD_OUT] for more in drawn), scribbled])
        y = np.concatenate([y, *[y] * DRAWINGS, np.full((SCRIBBLES, 10), 0.1, np.float32)])
        validation = (
            np.concatenate([validation[0], drawn[0][-HELD_OUT:]]),
            np.concatenate([validation[1], validation[1]]),
        )
    backup.mkdir(parents=True, exist_ok=True)
    np.savez(backup / "half.npz", x=x, y=y, validation_x=validation[0], validation_y=validation[1])
    os.replace(backup / "half.npz", kept)
    return (x, y), validation


def _fit(
    classifier: keras.Model,
    architecture: Architecture,
    training: Pairs,
    validation: Pairs,
    epochs: int,
    backup: Path,
) -> dict[str, list[float]]:
    """Trains in place, with Keras's progress bar; the history of each epoch, those before an interruption too."""
    steps = -(-len(training[0]) // BATCH) * epochs
    rate = keras.optimizers.schedules.CosineDecay(architecture.learning_rate, steps)
    learner = classifier
    if architecture.augmented:
        learner = keras.Sequential([keras.Input(classifier.input_shape[1:]), Augmentation(), classifier])
    learner.compile(
        optimizer=keras.optimizers.AdamW(rate, weight_decay=5e-4 if architecture.robust else 0.0),
        loss=keras.losses.CategoricalCrossentropy(label_smoothing=architecture.label_smoothing),
        metrics=[keras.metrics.CategoricalAccuracy(name="accuracy")],
    )
    log = backup / "log.csv"
    learner.fit(
        *training,
        batch_size=BATCH,
        epochs=epochs,
        validation_data=validation,
        callbacks=[
            keras.callbacks.BackupAndRestore(backup / "state"),
            keras.callbacks.CSVLogger(log, append=True),
        ],
    )
    rows = np.genfromtxt(log, delimiter=",", names=True)
    return {key: np.atleast_1d(rows[key]).tolist() for key in rows.dtype.names or () if key != "epoch"}


class Augmentation(keras.layers.Layer):
    """Small changes to half of the frames, new in each epoch; no part of the trained classifier.

    The other half stays as it is: each change blurs a little, and a classifier that has seen nothing sharp is worse
    on the frames that it will meet.
    """

    def __init__(self):
        super().__init__()
        options = {"fill_mode": "constant", "fill_value": 0.0}
        self.changes = [
            keras.layers.RandomRotation(0.03, **options),
            keras.layers.RandomShear(0.15, 0.15, **options),
            keras.layers.RandomZoom(0.1, 0.1, **options),
            keras.layers.RandomTranslation(0.05, 0.05, **options),
        ]
        self.lots = keras.random.SeedGenerator()

    def call(self, frames, training=False):
        if not training:
            return frames
        changed = frames
        for change in self.changes:
            changed = change(changed, training=True)
        lots = keras.random.uniform((keras.ops.shape(frames)[0], 1, 1, 1), seed=self.lots)
        return keras.ops.where(lots < 0.5, frames, changed)

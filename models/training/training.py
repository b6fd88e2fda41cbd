"""Trains the digit classifiers and writes `trained/NAME.keras` and its figures.

An interrupted training continues after its last complete epoch.
"""

import dataclasses
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import keras
import numpy as np

from models import trained_files
from models.architectures import ARCHITECTURES, Architecture
from models.data import drawing, frames, mnist
from models.evaluation import evaluation, figures
from models.preprocessing.front_end import with_front_end
from models.training.backup import Stopwatch, digest_of, folder_of
from models.training.calibration import calibrate
from models.training.compression import fold_and_quantise
from models.training.learners import Augmentation, Mutual, accuracy

HELD_OUT = 5_000
"""Number of training images, the last ones, that are held out for the curves and the calibration."""
WRITTEN = 2
"""How many versions of each of MNIST's images by other hands a robust model sees, in addition to the image itself."""
DRAWINGS = 2
"""How many drawings of each it sees."""
SCENES = 2
"""How many scenes with marks it sees each in."""
FIRST_SCENES = 100
"""Their first seed: the segmentation network was trained on other scenes, and may be better on those."""
SCRIBBLES = 5_000
LETTERS = 5_000
WARM_UP = 0.05
"""Share of the steps in which the learning rate rises."""


@dataclasses.dataclass(frozen=True)
class Options:
    """Options of a training on the command line.

    Attributes:
        seed: for weights, shuffling and drawings; None takes that of the architecture, otherwise 0.
        epochs: None takes the number of the architecture.
        handle: the TF Hub module for transfer; None takes the default.
        figures_only: only adds the accuracy of this seed to the figures of the trained model, which stays.
    """

    seed: int | None = None
    epochs: int | None = None
    handle: str | None = None
    figures_only: bool = False


def train(name: str, options: Options = Options()) -> Path:
    """Trains a model, evaluates it, and writes `trained/NAME.keras`, `NAME.json` and two plots.

    Args:
        name: the name of an architecture.
        options: the handle is ignored.

    Returns:
        The path of the `.keras` file, or that of the figures if only they are asked for.

    Raises:
        ValueError: only figures are asked for, but there is no other seed to compare with, or of other epochs.
    """
    architecture = ARCHITECTURES[name]
    seed = architecture.seed if options.seed is None else options.seed
    epochs = options.epochs or architecture.epochs
    if options.figures_only:
        _check_comparable(name, seed, epochs)
    keras.utils.set_random_seed(seed)
    images, labels = mnist.train()
    digest = digest_of(images, labels, seed, epochs)
    backup = folder_of(trained_files.TRAINED / ".backup", name, seed, digest)
    watch = Stopwatch(backup / "seconds")
    training, validation = _frames(architecture, images, labels, seed, backup)
    watch.keep()
    classifier = architecture.build()
    history = _fit(classifier, architecture, training, validation, epochs, backup, watch)
    if architecture.robust:
        calibrate(classifier, *validation)
    seconds = watch.seconds
    if architecture.robust:
        trained = fold_and_quantise(classifier)
    else:
        trained = architecture.build()  # without the state of the optimizer, which is twice as large as the weights
        trained.set_weights(classifier.get_weights())
    if options.figures_only:
        path = _add_seed(name, seed, evaluation.evaluate(with_front_end(trained, name))["accuracy"])
        shutil.rmtree(backup)
        return path
    path = trained_files.save(with_front_end(trained, name), name)
    result = evaluation.evaluate(keras.models.load_model(path))
    result |= {"seed": seed, "epochs": epochs, "training_seconds": round(seconds)}
    trained_files.write_result(name, {"name": name, **result})
    figures.curves(history, f"Training of {name}", trained_files.TRAINED / f"{name}-curves.png")
    shutil.rmtree(backup)
    return path


def _check_comparable(name: str, seed: int, epochs: int) -> None:
    """Checks before a training that its accuracy may stand beside that of the trained model.

    Raises:
        ValueError: there is no trained model, it has the same seed, or other epochs.
    """
    path = trained_files.TRAINED / f"{name}.json"
    if not path.exists():
        raise ValueError(f"Only figures: '{name}' has none yet. Train it first, without '--figures-only'.")
    result = json.loads(path.read_text(encoding="utf-8"))
    if seed == result["seed"]:
        raise ValueError(f"Only figures: seed '{seed}' is that of the trained '{name}'. Not another seed.")
    if epochs != result["epochs"]:
        raise ValueError(f"Only figures: '{name}' was trained for {result['epochs']} epochs. Not for '{epochs}'.")


def _add_seed(name: str, seed: int, accuracy: float) -> Path:
    """Adds the accuracy of a training with another seed to `trained/NAME.json`. Returns its path."""
    path = trained_files.TRAINED / f"{name}.json"
    result = json.loads(path.read_text(encoding="utf-8"))
    result["other_seeds"] = {**result.get("other_seeds", {}), str(seed): accuracy}
    trained_files.write_json(path, result)
    return path


Pairs = tuple[np.ndarray, np.ndarray]
"""Frames, float32 [n, 28, 28, 1], and the target probabilities, float32 [n, 10]."""


def _frames(architecture: Architecture, images: np.ndarray, labels: np.ndarray, seed: int, backup: Path) -> tuple:
    """Training and validation pairs. They are made once and kept until the training ends."""
    kept = backup / "frames.npz"
    if kept.exists():
        with np.load(kept) as arrays:
            return (arrays["x"], arrays["y"]), (arrays["validation_x"], arrays["validation_y"])
    targets = keras.utils.to_categorical(labels, 10).astype(np.float32)
    clean = frames.clean(images)
    pairs, validation = [(clean[:-HELD_OUT], targets[:-HELD_OUT])], [(clean[-HELD_OUT:], targets[-HELD_OUT:])]
    if architecture.robust:
        pairs += _robust_pairs(images[:-HELD_OUT], targets[:-HELD_OUT], seed)
        conditions = list(drawing.CONDITIONS.values())
        parts = zip(np.array_split(images[-HELD_OUT:], len(conditions)), conditions, strict=True)
        drawn = np.concatenate([frames.drawn(part, condition, seed) for part, condition in parts])
        validation.append((drawn, targets[-HELD_OUT:]))
    (x, y), (validation_x, validation_y) = (
        tuple(np.concatenate(arrays) for arrays in zip(*each, strict=True)) for each in (pairs, validation)
    )
    np.savez(backup / "half.npz", x=x, y=y, validation_x=validation_x, validation_y=validation_y)
    os.replace(backup / "half.npz", kept)
    return (x, y), (validation_x, validation_y)


def _robust_pairs(images: np.ndarray, targets: np.ndarray, seed: int) -> Iterator[Pairs]:
    """What a robust model sees in addition: the digits by other hands, drawn, and in scenes; and what is no digit."""
    lots = np.random.SeedSequence(seed).generate_state(WRITTEN + DRAWINGS + SCENES)
    written = (frames.written(images, targets.argmax(axis=1), int(lot)) for lot in lots)
    for _ in range(WRITTEN):
        yield frames.clean(next(written)), targets
    for i in range(DRAWINGS):
        yield frames.drawn(next(written), seed=seed * DRAWINGS + i), targets
    for i in range(SCENES):
        scenes, legible = frames.in_scenes(next(written), seed=FIRST_SCENES + seed * SCENES + i)
        yield scenes[legible], targets[legible]
    others = np.concatenate([frames.scribbles(SCRIBBLES, seed), frames.letters(LETTERS, seed)])
    yield others, np.full((len(others), 10), 0.1, np.float32)


def _fit(
    classifier: keras.Model,
    architecture: Architecture,
    training: Pairs,
    validation: Pairs,
    epochs: int,
    backup: Path,
    watch: Stopwatch,
) -> dict[str, list[float]]:
    """Trains in place, with a progress bar. Returns the history, including epochs before an interruption."""
    steps = -(-len(training[0]) // architecture.batch) * epochs
    rising = round(steps * WARM_UP)
    rate = keras.optimizers.schedules.CosineDecay(
        0.0, steps - rising, warmup_target=architecture.learning_rate, warmup_steps=rising
    )
    options = {
        "optimizer": keras.optimizers.AdamW(rate, weight_decay=5e-4 if architecture.robust else 0.0),
        "jit_compile": False,  # compiled by XLA, a convolution takes a processor twice as long
    }
    if architecture.robust:
        learner = Mutual(classifier, architecture.build())
        learner.compile(**options, metrics=[accuracy])
    else:
        learner = classifier
        if architecture.augmented:
            learner = keras.Sequential([keras.Input(classifier.input_shape[1:]), Augmentation(), classifier])
        loss = keras.losses.CategoricalCrossentropy(label_smoothing=architecture.label_smoothing)
        learner.compile(**options, loss=loss, metrics=[keras.metrics.CategoricalAccuracy(name="accuracy")])
    log = backup / "log.csv"
    learner.fit(
        *training,
        batch_size=architecture.batch,
        epochs=epochs,
        validation_data=validation,
        callbacks=[
            # kept until the model is written: an interruption before that must not begin anew
            keras.callbacks.BackupAndRestore(backup / "state", delete_checkpoint=False),
            keras.callbacks.CSVLogger(log, append=True),
            keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: watch.keep()),
        ],
    )
    rows = np.genfromtxt(log, delimiter=",", names=True)
    return {key: np.atleast_1d(rows[key]).tolist() for key in rows.dtype.names or () if key != "epoch"}

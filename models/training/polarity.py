"""Trains the polarity network of the front end and writes `trained/polarity.keras`."""

import dataclasses
import multiprocessing.pool
import time
from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np

from models import trained_files
from models.data import drawing, mnist, scenes
from models.preprocessing import polarity
from models.preprocessing.ink import CoarseGrey, Grey
from models.training import pictures
from models.training.compression import folded_and_rounded
from models.training.training import HELD_OUT, Options

EPOCHS = 15
BATCH = 128
LEARNING_RATE = 4e-3


def train(options: Options) -> Path:
    """Trains it on MNIST's training digits, each in a scene and every second one drawn alone, and writes
    `trained/polarity.keras` and `polarity.json`.

    Args:
        options: the handle is ignored.

    Returns:
        The path of the `.keras` file.
    """
    seed, epochs = options.seed or 0, options.epochs or EPOCHS
    keras.utils.set_random_seed(seed)
    images, _ = mnist.train()
    started = time.monotonic()
    with pictures.workers() as pool:
        alone = images[:-HELD_OUT:2]
        parts = [_pairs(_scenes, images[:-HELD_OUT], 2 * seed, pool), _pairs(_drawings, alone, 2 * seed, pool)]
        held_out = _pairs(_scenes, images[-HELD_OUT:], 2 * seed + 1, pool)
    grey, light = (np.concatenate(part) for part in zip(*parts, strict=True))
    network = polarity.network()
    rate = keras.optimizers.schedules.CosineDecay(LEARNING_RATE, -(-len(grey) // BATCH) * epochs)
    network.compile(
        optimizer=keras.optimizers.AdamW(rate, weight_decay=1e-4),
        loss=keras.losses.BinaryCrossentropy(from_logits=True),
    )
    network.fit(grey, light.astype(np.float32)[:, np.newaxis, np.newaxis, np.newaxis], BATCH, epochs, verbose=2)
    rounded = polarity.network()
    rounded.set_weights(folded_and_rounded(network))
    result = {"accuracy": evaluate(rounded, *held_out), "seed": seed, "epochs": epochs}
    result |= {"parameters": rounded.count_params(), "training_seconds": round(time.monotonic() - started)}
    path = trained_files.save(rounded, "polarity")
    trained_files.write_json(trained_files.TRAINED / "polarity.json", {"name": "polarity", **result})
    return path


def evaluate(network: keras.Model, grey: np.ndarray, light: np.ndarray) -> float:
    """The share of pictures in which it tells light ink from dark, 0 to 1."""
    found = network.predict(grey, batch_size=pictures.CHUNK, verbose=0).ravel() > 0
    return round(float((found == light).mean()), 4)


def _pairs(draw: Callable, images: np.ndarray, seed: int, pool: multiprocessing.pool.Pool) -> tuple:
    """What the network sees, float32 [n, 28, 28, 1], and whether the ink is lighter than the paper, bool [n]."""
    picture = keras.Input((mnist.CANVAS, mnist.CANVAS, 3))
    reader = keras.Model(picture, CoarseGrey()(Grey()(picture)))
    grey, light = zip(*pictures.read(reader, draw, images, seed, pool), strict=True)
    return np.concatenate(grey), np.concatenate(light)


def _scenes(chunk: tuple[int, int, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    drawn, _, light = scenes.draw_chunk(chunk)
    return drawn, light


def _drawings(chunk: tuple[int, int, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    seed, first, images = chunk
    drawn, light = [], []
    for i, image in enumerate(images, start=first):
        rng = np.random.default_rng([seed, i])
        dark = bool(rng.integers(2))
        drawn.append(drawing.draw(image, dataclasses.replace(drawing.mixed(rng), dark=dark), rng)[..., 0])
        light.append(not dark)
    return np.stack(drawn), np.array(light)

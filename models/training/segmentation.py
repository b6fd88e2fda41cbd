"""Trains the segmentation network of the front end and writes `trained/segmentation.keras`."""

import multiprocessing.pool
import time
from pathlib import Path

import keras
import numpy as np

from models import trained_files
from models.data import mnist, scenes
from models.preprocessing import segmentation
from models.preprocessing.digit_ink import Halved
from models.preprocessing.front_end import ink_of
from models.training import pictures
from models.training.compression import folded_and_rounded
from models.training.training import HELD_OUT, Options

DRAWINGS = 3
"""How many scenes each digit is drawn in."""
EPOCHS = 8
BATCH = 64
LEARNING_RATE = 3e-3
NOISE = 0.05
"""Standard deviation of the noise on the ink in training. It keeps the network from being steep, so that it does not
amplify the rounding errors in which runtimes differ."""
INKED = 20.0
"""Weight of a cell with ink. Empty cells are many, and what the network says of them has no effect."""


def train(options: Options) -> Path:
    """Trains it on scenes of MNIST's training digits, and writes `trained/segmentation.keras` and `segmentation.json`.

    Args:
        options: the handle is ignored.

    Returns:
        The path of the `.keras` file.
    """
    seed, epochs = options.seed or 0, options.epochs or EPOCHS
    keras.utils.set_random_seed(seed)
    images, _ = mnist.train()
    started = time.monotonic()
    first = seed * (DRAWINGS + 1)
    with pictures.workers() as pool:
        parts = [_pairs(images[:-HELD_OUT], first + drawing, pool) for drawing in range(DRAWINGS)]
        held_out = _pairs(images[-HELD_OUT:], first + DRAWINGS, pool)
    ink, cells = (np.concatenate(part) for part in zip(*parts, strict=True))
    network = segmentation.network()
    learner = keras.Sequential([keras.Input(network.input_shape[1:]), keras.layers.GaussianNoise(NOISE), network])
    steps = -(-len(ink) // BATCH) * epochs
    rate = keras.optimizers.schedules.CosineDecay(0.0, steps, warmup_target=LEARNING_RATE, warmup_steps=steps // 10)
    learner.compile(
        optimizer=keras.optimizers.AdamW(rate, weight_decay=1e-4),
        loss=keras.losses.BinaryCrossentropy(from_logits=True),
    )
    learner.fit(_Batches(ink, cells), epochs=epochs, verbose=2)
    smaller = segmentation.network(normalised=False)
    smaller.set_weights(folded_and_rounded(network))
    result = {**evaluate(smaller, *held_out), "seed": seed, "epochs": epochs, "parameters": smaller.count_params()}
    result["training_seconds"] = round(time.monotonic() - started)
    path = trained_files.save(smaller, "segmentation")
    trained_files.write_json(trained_files.TRAINED / "segmentation.json", {"name": "segmentation", **result})
    return path


def evaluate(network: keras.Model, ink: np.ndarray, cells: np.ndarray) -> dict:
    """How well cells with ink are told apart: precision and recall of the digit's, 0 to 1."""
    found = network.predict(ink.astype(np.float32), batch_size=pictures.CHUNK, verbose=0) > 0
    inked = _inked(ink)
    right = (found & cells & inked).sum()
    return {
        "precision": round(float(right / (found & inked).sum()), 4),
        "recall": round(float(right / (cells & inked).sum()), 4),
    }


def _pairs(images: np.ndarray, seed: int, pool: multiprocessing.pool.Pool) -> tuple[np.ndarray, np.ndarray]:
    """Ink of scenes, float16 [n, 56, 56, 1], and the digits' cells, bool [n, 28, 28, 1]."""
    picture = keras.Input((mnist.CANVAS, mnist.CANVAS, 3))
    reader = keras.Model(picture, Halved()(ink_of(picture)))
    inks, cells = [], []
    for ink, marked, _ in pictures.read(reader, scenes.draw_chunk, images, seed, pool):
        inks.append(ink.astype(np.float16))
        cells.append(marked[..., np.newaxis])
    return np.concatenate(inks), np.concatenate(cells)


def _inked(ink: np.ndarray) -> np.ndarray:
    """Cells that hold ink: float [n, 56, 56, 1] -> bool [n, 28, 28, 1]."""
    half = ink.shape[1] // 2
    return ink.reshape(-1, half, 2, half, 2, 1).max(axis=(2, 4)) > 0


class _Batches(keras.utils.PyDataset):
    """Shuffled batches: ink, cells, and the weights of the cells. Made when they are needed, for they are large."""

    def __init__(self, ink: np.ndarray, cells: np.ndarray):
        super().__init__()
        self.ink, self.cells = ink, cells
        self.rng = np.random.default_rng(0)
        self.order = self.rng.permutation(len(ink))

    def __len__(self) -> int:
        return -(-len(self.ink) // BATCH)

    def __getitem__(self, i: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        chosen = self.order[i * BATCH : (i + 1) * BATCH]
        ink = self.ink[chosen].astype(np.float32)
        weights = np.where(_inked(ink), INKED, 1).astype(np.float32)
        return ink, self.cells[chosen].astype(np.float32), weights[..., 0]

    def on_epoch_end(self) -> None:
        self.order = self.rng.permutation(self.order)

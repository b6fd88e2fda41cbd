"""Writes `docs/stray.png`: sixteen digits among stray marks, and what the default model says."""

from itertools import cycle
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

import catalog
from export.formats import runners
from models.data import mnist, stray_marks

SIDE = 4
SEED = 16
RIGHT, WRONG = "#1a7f37", "#b3261e"


def write(path: Path) -> None:
    """The first sixteen test digits, each in the next condition of `stray_marks`. None of them was chosen."""
    published = catalog.load()
    model = published.model(published.default)
    images, labels = mnist.test()
    figure = Figure(figsize=(8, 8.6), layout="constrained")
    axes = figure.subplots(SIDE, SIDE)
    with runners.litert(catalog.PATH.parent / model.defaults["server"]) as answer:
        for i, (axis, condition) in enumerate(zip(axes.flat, cycle(stray_marks.CONDITIONS))):
            rng = np.random.default_rng([SEED, i])
            picture = stray_marks.draw(images[i], condition, rng, other=images[SIDE * SIDE + i])
            (probabilities,) = answer(picture[np.newaxis].astype(np.float32))
            said = model.labels[probabilities.argmax()]
            axis.imshow(picture)
            axis.set(xticks=[], yticks=[])
            axis.set_title(condition, fontsize=9)
            colour = RIGHT if said == mnist.LABELS[labels[i]] else WRONG
            axis.set_xlabel(f"{said}, {probabilities.max():.0%} sure", color=colour, fontsize=11, weight="bold")
    figure.savefig(path, dpi=90, metadata={"Software": None})

"""Plots: the course of a training, the confusion matrix, and accuracy against size."""

from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from catalog import Catalog


def curves(history: dict[str, list[float]], title: str, path: Path) -> None:
    """Loss and accuracy by epoch, on training and on held-out images."""
    figure = Figure(figsize=(9, 3.5), layout="constrained")
    axes = figure.subplots(1, 2)
    for axis, measure in zip(axes, ("loss", "accuracy"), strict=True):
        for key, label in ((measure, "training"), (f"val_{measure}", "held out")):
            axis.plot(range(1, len(history[key]) + 1), history[key], marker=".", label=label)
        axis.set(xlabel="epoch", ylabel=measure)
        axis.xaxis.get_major_locator().set_params(integer=True)
        axis.grid(alpha=0.3)
    axes[0].legend()
    _save(figure, title, path)


def confusion(counts: np.ndarray, title: str, path: Path) -> None:
    """Counts by true label (rows) and answer (columns), int [n, n]; only errors are coloured."""
    errors = np.where(np.eye(len(counts), dtype=bool), 0, counts)
    figure = Figure(figsize=(5.5, 5), layout="constrained")
    axis = figure.subplots()
    axis.imshow(errors, cmap="Reds", vmax=max(errors.max(), 1) * 1.5)
    for row, column in zip(*np.nonzero(counts), strict=True):
        axis.text(column, row, counts[row, column], ha="center", va="center", fontsize=8)
    axis.set(xlabel="answer", ylabel="true label", xticks=range(len(counts)), yticks=range(len(counts)))
    _save(figure, title, path)


def accuracy_by_size(published: Catalog, path: Path) -> None:
    """Accuracy of every published `.tflite` of a digit model against its size."""
    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axis = figure.subplots()
    for model in published.models:
        measured = sorted(
            (file.bytes, file.accuracy * 100)
            for file in model.files
            if file.format == "tflite" and file.accuracy is not None and not file.withheld
        )
        if measured:
            axis.plot(*zip(*measured, strict=True), marker="o", label=model.name)
    axis.set(xscale="log", xlabel="bytes of the .tflite (int8 weights, float16, float32)", ylabel="accuracy, %")
    axis.grid(alpha=0.3)
    figure.legend(loc="outside right upper", fontsize=8)  # inside it would hide a point
    _save(figure, "Accuracy on the 10,000 MNIST test images, against size", path)


def _save(figure: Figure, title: str, path: Path) -> None:
    figure.suptitle(title)
    figure.savefig(path, dpi=110, metadata={"Software": None})

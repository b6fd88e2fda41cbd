"""Hybrids: a small model answers, and a larger one is asked where the small one is unsure.

For each threshold of the small model's confidence: how many pictures are sent to the larger model, and how many answers
are right.
"""

from collections.abc import Iterator

import keras
import numpy as np

from catalog import BLANK
from models.data import frames, mnist
from models.evaluation import robustness
from models.evaluation.curve import CLEAN, THRESHOLDS, Curve

PAIRS = (("tiny", "compact"), ("compact", "resnet50v2"))
"""Small and large model of each pair: the small one's classifier has at most a third of the parameters."""
KINDS = ("accuracy", "stray_marks", "mnist_c")
"""The kinds of `robustness.KINDS` that a hybrid is measured on, apart from the unchanged test digits."""


def curve(kind: str, name: str, small: np.ndarray, large: np.ndarray, labels: np.ndarray) -> Curve:
    """The curve of one condition.

    Args:
        small: probabilities of the small model, float [n, classes].
        large: those of the large model for the same pictures, float [n, classes].
        labels: the true ones, int [n].

    Raises:
        ValueError: the arrays are not of the same pictures.
    """
    if not (small.shape == large.shape and len(small) == len(labels)):
        raise ValueError(
            "Both models and the labels must be of the same pictures and classes, "
            f"not of shapes {small.shape}, {large.shape} and {labels.shape}."
        )
    # a blank picture is not sent: the larger model has the same front end
    confidence, blank = small.max(axis=1), np.ptp(small, axis=1) <= BLANK
    right_here, right_there = small.argmax(axis=1) == labels, large.argmax(axis=1) == labels
    sent = [((confidence < threshold) | (threshold >= 1)) & ~blank for threshold in THRESHOLDS]
    return Curve(
        kind,
        name,
        len(labels),
        tuple(int(each.sum()) for each in sent),
        tuple(int(np.where(each, right_there, right_here).sum()) for each in sent),
    )


def measure(models: dict[str, keras.Model], images: int, robust_images: int) -> dict[tuple[str, str], list[Curve]]:
    """Measures the pairs of which both models are given. All models answer the same frames.

    Args:
        models: name -> a model made by `front_end.with_front_end`.
        images: number of unchanged test digits, the first ones.
        robust_images: number of digits for each robust condition.
    """
    heads = {name: robustness.after_frame(model) for name, model in models.items()}
    pairs = [pair for pair in PAIRS if heads.keys() >= set(pair)]
    curves: dict[tuple[str, str], list[Curve]] = {pair: [] for pair in pairs}
    for kind, name, seen, labels in _conditions(images, robust_images):
        answers = {each: heads[each].predict(seen, verbose=0) for each in {each for pair in pairs for each in pair}}
        for small, large in pairs:
            curves[small, large].append(curve(kind, name, answers[small], answers[large], labels))
    return curves


def _conditions(images: int, robust_images: int) -> Iterator[tuple[str, str, np.ndarray, np.ndarray]]:
    """Kind, name, frames, float32 [n, 28, 28, 1], and labels, [n], each made when it is its turn."""
    digits, labels = mnist.test()
    yield CLEAN, "test digits", frames.clean(digits[:images]), labels[:images]
    for kind in KINDS:
        for name, seen, true in robustness.KINDS[kind](robust_images):
            if true is not None:
                yield kind, name, seen, true

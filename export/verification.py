"""Verification: a published file must answer as the Keras model does, on real test images."""

from dataclasses import dataclass

import numpy as np

TOLERANCE = 1e-5
"""The largest difference in any probability that a float32 file may show."""


class VerificationError(RuntimeError):
    """A file does not answer as the Keras model does; nothing was published."""


@dataclass(frozen=True)
class Comparison:
    """One file beside the Keras model.

    Attributes:
        max_difference: the largest absolute difference of any probability.
        labels_differ: number of images that got another label.
        images: number of images.
        accuracy: share of the images that the file answered right, 0 to 1.
    """

    max_difference: float
    labels_differ: int
    images: int
    accuracy: float


def compare(answers: np.ndarray, reference: np.ndarray, labels: np.ndarray) -> Comparison:
    """Compares a file's probabilities with the Keras model's, both float32 [n, classes].

    Args:
        labels: the true ones, int [n].
    """
    return Comparison(
        max_difference=float(np.abs(answers - reference).max()),
        labels_differ=int((answers.argmax(axis=1) != reference.argmax(axis=1)).sum()),
        images=len(labels),
        accuracy=float((answers.argmax(axis=1) == labels).mean()),
    )


def require_equal(file: str, comparison: Comparison) -> None:
    """Raises `VerificationError` where a float32 file differs by more than `TOLERANCE`, or in a single label."""
    # not `>`: a NaN must fail too
    if not comparison.max_difference <= TOLERANCE:
        raise VerificationError(
            f"{file} differs from the Keras model by {comparison.max_difference:.3g} in a probability, "
            f"on {comparison.images} images; at most {TOLERANCE:g} is allowed. Nothing was published."
        )
    if comparison.labels_differ:
        raise VerificationError(
            f"{file} gives another label than the Keras model for {comparison.labels_differ} of "
            f"{comparison.images} images; none is allowed. Nothing was published."
        )

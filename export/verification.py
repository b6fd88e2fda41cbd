"""Verification: a published file must answer as the Keras model does, on real test images."""

from dataclasses import dataclass

import numpy as np

TOLERANCE = 1e-5
"""The largest difference in any probability that a float32 file may show."""
LOSS = 0.002
"""What a lower precision may lose in accuracy: 0.2 percentage points."""


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
        reference_accuracy: the Keras model's.
    """

    max_difference: float
    labels_differ: int
    images: int
    accuracy: float
    reference_accuracy: float


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
        reference_accuracy=float((reference.argmax(axis=1) == labels).mean()),
    )


def require(file: str, precision: str, comparison: Comparison) -> None:
    """Raises `VerificationError` where a file is not good enough to be published.

    A float32 file must not differ by more than `TOLERANCE`, nor in a single label; one of a lower precision must
    not lose more than `LOSS`.
    """
    if precision != "float32":
        # not `>`: a NaN must fail, here and below
        if not comparison.reference_accuracy - comparison.accuracy <= LOSS:
            raise VerificationError(
                f"{file} answers {comparison.accuracy:.2%} of {comparison.images} images right, and the Keras model "
                f"{comparison.reference_accuracy:.2%}; a loss of {LOSS:.1%} is allowed. Nothing was published."
            )
        return
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

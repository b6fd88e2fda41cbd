"""The rules by which a file may be published: how much its answers may differ from the trained model's."""

from dataclasses import dataclass

import numpy as np

from catalog import LIMITS
from export.samples import Answers

TOLERANCE = LIMITS.difference
"""The largest difference of a probability that is allowed in a float32 file."""
LOSS = 0.002
"""The loss of accuracy that is allowed in a lower precision: 0.2 percentage points."""
ROUNDING = 1e-9
"""More than accuracies are off by as floating-point numbers: 1.0 - 0.998 is more than 0.002."""
CHANGED = 0.02
"""Share of the pictures whose label may change in a lower precision, if the true labels are not known."""
CHANGED_IN_PAGE = 0.02
"""Share of the pictures to which LiteRT.js may give another label than LiteRT, with integer arithmetic."""


class VerificationError(RuntimeError):
    """A float32 file answers differently from the trained model. Nothing was published."""


@dataclass(frozen=True)
class Comparison:
    """The comparison of a file with the trained model.

    Attributes:
        max_difference: the largest absolute difference of any probability.
        labels_differ: number of images whose label differs.
        images: number of images.
        milliseconds: median time of an answer of the file.
        accuracy: of the file, 0 to 1; None if the true labels are not known.
        reference_accuracy: of the trained model.
    """

    max_difference: float
    labels_differ: int
    images: int
    milliseconds: float
    accuracy: float | None
    reference_accuracy: float | None


def compare(answers: Answers, reference: np.ndarray, labels: np.ndarray | None) -> Comparison:
    """Compares a file's probabilities with the trained model's, float32 [n, classes].

    Args:
        labels: the true labels, int [n]; None if they are not known.
    """
    given, expected = answers.probabilities.argmax(axis=1), reference.argmax(axis=1)
    return Comparison(
        max_difference=float(np.abs(answers.probabilities - reference).max()),
        labels_differ=int((given != expected).sum()),
        images=len(reference),
        milliseconds=answers.milliseconds,
        accuracy=None if labels is None else float((given == labels).mean()),
        reference_accuracy=None if labels is None else float((expected == labels).mean()),
    )


def fault(precision: str, comparison: Comparison) -> str | None:
    """Why a file must not be published, as a sentence; None if it may be.

    Its probabilities must be finite. A float32 file must not differ by more than `TOLERANCE`, nor in any label. A lower
    precision must not lose more than `LOSS` or, if the true labels are not known, change more than `CHANGED`.
    """
    images, changed = comparison.images, comparison.labels_differ
    if not np.isfinite(comparison.max_difference):
        return f"gives probabilities that are not finite, on {images} images"
    if precision == "float32":
        if comparison.max_difference > TOLERANCE:
            return (
                f"differs from the trained model by {comparison.max_difference:.3g} in a probability, "
                f"on {images} images; at most {TOLERANCE:g} is allowed"
            )
        if changed:
            return f"gives another label than the trained model for {changed} of {images} images; none is allowed"
    elif comparison.accuracy is None or comparison.reference_accuracy is None:
        if changed / images > CHANGED:
            return f"gives another label than float32 for {changed} of {images} pictures; {CHANGED:.0%} are allowed"
    elif comparison.reference_accuracy - comparison.accuracy > LOSS + ROUNDING:
        return (
            f"answers {comparison.accuracy:.2%} of {images} images right, and float32 "
            f"{comparison.reference_accuracy:.2%}; a loss of {LOSS:.1%} is allowed"
        )
    return None


def in_page_fault(precision: str, comparison: Comparison) -> str | None:
    """Why a `.tflite` must not be published because of LiteRT.js, as a sentence; None if it may be.

    With float arithmetic, a probability may differ from LiteRT's by `TOLERANCE`, and no label may. With integers, whose
    rounding depends on the kernel, `CHANGED_IN_PAGE` of the labels may.

    Args:
        precision: of the file.
        comparison: of the answers of LiteRT.js with those of LiteRT.
    """
    images, changed, difference = comparison.images, comparison.labels_differ, comparison.max_difference
    if precision.startswith("int8"):
        if not (np.isfinite(difference) and changed <= CHANGED_IN_PAGE * images):
            return (
                f"gives another label in LiteRT.js than in LiteRT for {changed} of {images} pictures; "
                f"{CHANGED_IN_PAGE:.0%} are allowed"
            )
    elif not difference <= TOLERANCE or changed:
        return (
            f"answers otherwise in LiteRT.js than in LiteRT, by {difference:.3g} in a probability and for {changed} of "
            f"{images} labels; at most {TOLERANCE:g} and none are allowed"
        )
    return None

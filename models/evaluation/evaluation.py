"""Evaluates models, always through the whole pipeline, from the picture to the probabilities."""

import keras
import numpy as np
from sklearn.metrics import confusion_matrix

from models.data import mnist

BATCH = 100
BINS = 15


def evaluate(model: keras.Model) -> dict:
    """Figures of a digit model on all 10,000 MNIST test images.

    Args:
        model: float32 [batch, 224, 224, 3], RGB, 0 to 255 -> probabilities, float32 [batch, 10].

    Returns:
        `accuracy` and `calibration_error`, 0 to 1; `parameters`; `confusion`, counts by true label (10 rows) and
        answer (10 columns).
    """
    images, labels = mnist.test()
    probabilities = predict(model, images)
    answers = probabilities.argmax(axis=1)
    return {
        "accuracy": float((answers == labels).mean()),
        "calibration_error": round(expected_calibration_error(probabilities, labels), 5),
        "parameters": model.count_params(),
        "confusion": confusion_matrix(labels, answers, labels=range(10)).tolist(),
    }


def predict(model: keras.Model, images: np.ndarray) -> np.ndarray:
    """Probabilities, float32 [n, 10], for images, uint8 [n, 28, 28], on the canvas; shows a progress bar."""
    progress = keras.utils.Progbar(-(-len(images) // BATCH), unit_name="batch")
    answers = []
    for i in range(0, len(images), BATCH):
        answers.append(model.predict_on_batch(mnist.on_canvas(images[i : i + BATCH])))
        progress.add(1)
    return np.concatenate(answers)


def expected_calibration_error(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """The mean difference between confidence and accuracy, 0 to 1, weighted over 15 bins of equal width.

    Args:
        probabilities: float [n, classes].
        labels: int [n].

    Source: Guo et al., On Calibration of Modern Neural Networks, 2017, equation 3.
    """
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = [abs(confidence[bins == i].sum() - right[bins == i].sum()) for i in range(BINS)]
    return float(sum(gaps) / len(labels))

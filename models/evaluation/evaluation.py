"""Evaluation: a model's figures, always through the whole pipeline, from the picture to the probabilities."""

import keras
import numpy as np

from models import mnist
from models.calibration import expected_calibration_error

BATCH = 100


def evaluate(model: keras.Model) -> dict:
    """Figures of a digit model on all 10,000 MNIST test images.

    Args:
        model: float32 [batch, 224, 224, 3], RGB, 0 to 255 -> probabilities, float32 [batch, 10].

    Returns:
        `accuracy` and `calibration_error`, 0 to 1; `parameters`; `confusion`, 10 rows by true label of 10
        counts by answer.
    """
    images, labels = mnist.test()
    probabilities = predict(model, images)
    answers = probabilities.argmax(axis=1)
    confusion = np.zeros((10, 10), int)
    np.add.at(confusion, (labels, answers), 1)
    return {
        "accuracy": float((answers == labels).mean()),
        "calibration_error": round(expected_calibration_error(probabilities, labels), 5),
        "parameters": model.count_params(),
        "confusion": confusion.tolist(),
    }


def predict(model: keras.Model, images: np.ndarray) -> np.ndarray:
    """Probabilities, float32 [n, 10], of uint8 [n, 28, 28], each put on the canvas; with a progress bar."""
    progress = keras.utils.Progbar(-(-len(images) // BATCH), unit_name="batch")
    answers = []
    for i in range(0, len(images), BATCH):
        answers.append(model.predict_on_batch(mnist.on_canvas(images[i : i + BATCH])))
        progress.add(1)
    return np.concatenate(answers)

"""Calibration: a classifier's probabilities made to mean what they say, and the measure of that."""

import keras
import numpy as np
from scipy.optimize import minimize_scalar

BINS = 15


def expected_calibration_error(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """How far confidence lies from accuracy, 0 to 1, weighted over 15 bins of equal width.

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


def calibrate(classifier: keras.Sequential, frames: np.ndarray, targets: np.ndarray) -> float:
    """Scales the last layer's logits by one temperature, fitted by likelihood on held-out frames.

    No label changes, and nothing is added to the graph: the temperature is divided into the weights of the last
    layer, which must be a dense one with softmax.

    Args:
        frames: float32 [n, 28, 28, 1].
        targets: float32 [n, 10], one-hot.

    Returns:
        The temperature.

    Source: Guo et al. 2017, section 4.2.
    """
    head = classifier.layers[-1]
    logits = np.log(np.maximum(classifier.predict(frames, verbose=0), 1e-30))

    def loss(log_temperature: float) -> float:
        scaled = logits / np.exp(log_temperature)
        log_sum = np.logaddexp.reduce(scaled, axis=1)
        return float((log_sum - (scaled * targets).sum(axis=1)).mean())

    temperature = float(np.exp(minimize_scalar(loss, bounds=(-2, 2), method="bounded").x))
    head.set_weights([weights / temperature for weights in head.get_weights()])
    return temperature

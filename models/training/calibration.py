"""Calibration: makes a classifier's probabilities mean what they say."""

import keras
import numpy as np
from scipy.optimize import minimize_scalar


def calibrate(classifier: keras.Sequential, frames: np.ndarray, targets: np.ndarray) -> float:
    """Scales the last layer's logits by one temperature, fitted by likelihood on held-out frames.

    No label changes, and nothing is added to the graph: the weights of the last layer, which must be dense with
    softmax, are divided by the temperature.

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

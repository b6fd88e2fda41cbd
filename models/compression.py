"""From a classifier as it was trained to one that is made to be shipped, and answers the same."""

import keras
import numpy as np
from keras import layers

LEVELS = 255


def fold_and_quantise(classifier: keras.Sequential) -> keras.Sequential:
    """The classifier with less to ship: no layers that only training needs, and kernels of 8 bits' worth of values.

    Batch normalisation goes into the convolution before it, and each kernel is rounded to 256 values of one scale. So
    a file that stores those 8 bits, a quarter of float32, holds the very same numbers: on a page that loads it the
    model answers as the server's in float32 does.

    Args:
        classifier: with batch normalisation after convolutions that have no bias, and nowhere else.

    Source: Jacob et al., Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference,
    2018, section 3.2 for the folding.
    """
    stack = [keras.Input(classifier.input_shape[1:])]
    weights: list[np.ndarray] = []
    for layer in classifier.layers:
        if isinstance(layer, layers.BatchNormalization):
            weights += _folded(weights.pop(), layer)
        elif isinstance(layer, layers.Conv2D):
            stack.append(layers.Conv2D.from_config({**layer.get_config(), "use_bias": True}))
            weights += layer.get_weights()
        elif not isinstance(layer, layers.Dropout):
            stack.append(type(layer).from_config(layer.get_config()))
            weights += layer.get_weights()
    smaller = keras.Sequential(stack, name=classifier.name)
    smaller.set_weights([_rounded(array) if array.ndim > 1 else array for array in weights])
    return smaller


def _folded(kernel: np.ndarray, normalisation: layers.BatchNormalization) -> list[np.ndarray]:
    """float32 [height, width, in, out] -> the kernel, and the bias, float32 [out], of both layers in one."""
    gamma, beta, mean, variance = normalisation.get_weights()
    scale = gamma / np.sqrt(variance + normalisation.epsilon)
    return [kernel * scale, beta - mean * scale]


def _rounded(kernel: np.ndarray) -> np.ndarray:
    """To multiples of one 255th of its range, 0 among them: the values of TF.js's `uint8`."""
    low, high = float(kernel.min()), float(kernel.max())
    scale = (high - low) / LEVELS
    zero = round(-low / scale)
    steps = np.clip(np.round(kernel / scale) + zero, 0, LEVELS)
    return (steps * scale - zero * scale).astype(np.float32)

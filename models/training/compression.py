"""Compresses a trained classifier without changing its answers."""

import math

import keras
import numpy as np
from keras import layers

LEVELS = 255
SCALE_BITS = 16


def fold_and_quantise(classifier: keras.Sequential) -> keras.Sequential:
    """A smaller classifier: without the layers that only training needs, and with kernels of 256 values each.

    Batch normalisation is folded into the convolution before it, and each kernel is rounded to 256 values with one
    scale. So a file that stores 8 bits for each weight contains exactly the same numbers as one in float32: a page
    that loads it answers as the server does.

    Args:
        classifier: has batch normalisation only after convolutions without a bias.

    Source: Jacob et al., Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference,
    2018, section 3.2 for the folding.
    """
    stack = [keras.Input(classifier.input_shape[1:])]
    for layer in classifier.layers:
        if isinstance(layer, layers.Conv2D):
            stack.append(layers.Conv2D.from_config({**layer.get_config(), "use_bias": True}))
        elif not isinstance(layer, (layers.BatchNormalization, layers.Dropout)):
            stack.append(type(layer).from_config(layer.get_config()))
    smaller = keras.Sequential(stack, name=classifier.name)
    smaller.set_weights(folded_and_rounded(classifier))
    return smaller


def folded_and_rounded(network: keras.Model) -> list[np.ndarray]:
    """The weights of the same network without batch normalisation, whose kernels have 256 values each."""
    weights: list[np.ndarray] = []
    for layer in network.layers:
        if isinstance(layer, layers.BatchNormalization):
            weights += _folded(weights.pop(), layer)
        else:
            weights += layer.get_weights()
    return [_rounded(array) if array.ndim > 1 else array for array in weights]


def _folded(kernel: np.ndarray, normalisation: layers.BatchNormalization) -> list[np.ndarray]:
    """float32 [height, width, in, out] -> kernel and bias, float32 [out], of the folded layer."""
    gamma, beta, mean, variance = normalisation.get_weights()
    scale = gamma / np.sqrt(variance + normalisation.epsilon)
    return [kernel * scale, beta - mean * scale]


def _rounded(kernel: np.ndarray) -> np.ndarray:
    """Rounds to multiples of 1/255 of the range, including 0: the values of TF.js's `uint8`.

    The scale has 16 significant bits, so that float32, which has 24, holds each multiple exactly. TF.js computes the
    scale again from the least and the greatest value, and so finds the same one.
    """
    low, high = float(kernel.min()), float(kernel.max())
    mantissa, exponent = math.frexp((high - low) / LEVELS)
    scale = math.ldexp(round(math.ldexp(mantissa, SCALE_BITS)), exponent - SCALE_BITS)
    zero = round(-low / scale)
    steps = np.clip(np.round(kernel / scale) + zero, 0, LEVELS)
    return (steps * scale - zero * scale).astype(np.float32)

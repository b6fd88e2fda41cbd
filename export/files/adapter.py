"""The picture of every published model, adapted to what a finished model takes, as a graph of TensorFlow Lite."""

from collections.abc import Callable

import numpy as np
import tensorflow as tf
from ai_edge_litert.schema_py_generated import ModelT, TensorType
from ai_edge_litert.tools import flatbuffer_utils

from export.files.normalization import Normalization
from export.files.tflite_file import TfliteFile
from export.sources.input_adapter import SIDE, InputAdapter
from export.sources.source import INPUT

Adapter = Callable[[tf.Tensor], tf.Tensor]
"""float32 [1, 224, 224, 3], RGB, 0 to 255 -> float32 of the input's shape, in real numbers."""


def make(file: TfliteFile, normalization: Normalization) -> Adapter:
    """The function that adapts a picture to the input of a `.tflite`, as `InputAdapter` does for a Keras model."""
    resize = InputAdapter(file.height, file.width, file.channels)
    # an integer without a scale is the value itself, and a cast would cut its fraction off
    rounds = file.input.type != TensorType.FLOAT32 and not file.input.scale

    def adapt(image: tf.Tensor) -> tf.Tensor:
        # both are weighted means with the sum 1, so the normalisation can come last, where a channel is known
        given = image if resize.is_identity else resize(image)
        if not normalization.is_identity:
            mean, deviation = (np.array(each, np.float32) for each in (normalization.mean, normalization.deviation))
            given = (given - mean) / deviation
        if file.planar:
            given = tf.transpose(given, (0, 3, 1, 2))
        given = tf.reshape(given, file.input.shape)
        return tf.round(given) if rounds else given

    return adapt


def converted(adapt: Adapter) -> ModelT:
    """The adapter as a `.tflite` of float32 numbers."""
    picture = tf.TensorSpec((1, SIDE, SIDE, 3), tf.float32, name=INPUT)
    function = tf.function(adapt, input_signature=[picture]).get_concrete_function()
    content = tf.lite.TFLiteConverter.from_concrete_functions([function], tf.Module()).convert()
    return flatbuffer_utils.read_model_from_bytearray(bytearray(content))

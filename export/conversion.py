"""Conversion: one Keras model -> a SavedModel -> each published format and precision.

Every file has the model's face: float32 [1, height, width, 3], RGB, 0 to 255 -> float32 [1, labels]. A lower
precision is that of the stored weights; the front end's arithmetic stays float32.
"""

import contextlib
import os
import tempfile
from pathlib import Path

# tensorflowjs imports TF-DF, whose welcome takes any standard output that is no file for a notebook's, and fails
os.environ.setdefault("TFDF_DISABLE_WELCOME_MESSAGE", "1")

import keras
import tensorflow as tf
from ai_edge_quantizer import quantizer, recipe
from tensorflowjs.converters.tf_saved_model_conversion_v2 import convert_tf_saved_model

ONE_SHARD = 1 << 30
"""TF.js cuts weights into files of this many bytes; one file is one request and one hash."""

CLASSIFIER = r"^(?!.*/(ink|frame)_).*"
"""Names of the operations that are not the front end's."""
QUANTIZED = (recipe.TFLOperationName.CONV_2D, recipe.TFLOperationName.FULLY_CONNECTED)
"""Not the convolutions by depth: they hold few weights, and their errors cost most."""


def to_saved_model(model: keras.Model, folder: Path) -> None:
    """Writes a SavedModel whose signature takes one picture, named `image`.

    The batch is 1 and all shapes are static: LiteRT.js refuses a dynamic batch, and the converters leave
    arithmetic on shapes in the graph where they are not known.
    """
    picture = tf.TensorSpec((1, *model.input_shape[1:]), tf.float32, name="image")
    archive = keras.export.ExportArchive()
    archive.track(model)
    archive.add_endpoint("serve", lambda image: model(image, training=False), input_signature=[picture])
    archive.write_out(folder, verbose=False)


def to_tflite(saved_model: Path, precision: str) -> bytes:
    """The `.tflite` file: `float32`, `float16`, or `int8` weights, with one scale a channel (dynamic range)."""
    converter = tf.lite.TFLiteConverter.from_saved_model(str(saved_model))
    if precision == "float16":
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        converter.target_spec.supported_types = [tf.float16]
    content = converter.convert()
    return _int8(content) if precision == "int8" else content


def _int8(content: bytes) -> bytes:
    """Quantizes the classifier's weights alone: TensorFlow's own converter would take the front end's matrices too."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "float32.tflite"
        path.write_bytes(content)
        quantization = quantizer.Quantizer(str(path))
        for operation in QUANTIZED:
            quantization.add_dynamic_config(CLASSIFIER, operation, num_bits=8)
        with contextlib.redirect_stdout(None):  # it prints sizes
            return bytes(quantization.quantize().quantized_model)


def to_tfjs(saved_model: Path, folder: Path, precision: str) -> None:
    """Writes the TF.js graph model, `float32` or `float16`: `model.json` and one file of weights."""
    convert_tf_saved_model(
        str(saved_model),
        str(folder),
        weight_shard_size_bytes=ONE_SHARD,
        quantization_dtype_map={} if precision == "float32" else {precision: "*"},
    )

"""Conversion: one Keras model -> a SavedModel -> each published format.

Every format has the model's face: float32 [1, height, width, 3], RGB, 0 to 255 -> float32 [1, labels].
"""

from pathlib import Path

import keras
import tensorflow as tf
from tensorflowjs.converters.tf_saved_model_conversion_v2 import convert_tf_saved_model

ONE_SHARD = 1 << 30
"""TF.js cuts weights into files of this many bytes; one file is one request and one hash."""


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


def to_tflite(saved_model: Path) -> bytes:
    """The `.tflite` file, float32."""
    return tf.lite.TFLiteConverter.from_saved_model(str(saved_model)).convert()


def to_tfjs(saved_model: Path, folder: Path) -> None:
    """Writes the TF.js graph model, float32: `model.json` and one file of weights."""
    convert_tf_saved_model(str(saved_model), str(folder), weight_shard_size_bytes=ONE_SHARD)

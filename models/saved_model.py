"""Writes SavedModels of functions that contain each variable only once."""

from collections.abc import Callable
from pathlib import Path

import keras
import tensorflow as tf
import tf_keras


def write(call: Callable[[tf.Tensor], tf.Tensor], holder: object, input: tf.TensorSpec, folder: Path) -> None:
    """Writes a SavedModel that is callable and has the signature `serving_default`.

    Args:
        call: from a tensor to a tensor, both float32.
        holder: holds all variables that `call` reads: a Keras 2 or 3 model, or a loaded SavedModel.
        input: shape, type and name of the input.
        folder: new, or empty.
    """
    root = tf.train.Checkpoint()
    if isinstance(holder, keras.Model):
        # listed explicitly: a module around a Keras 3 model is saved without its variables, and the model itself, or
        # Keras's `ExportArchive`, with a second copy of each
        root.variables = [weights.value for weights in holder.weights]
    elif isinstance(holder, tf_keras.Model):
        root.variables = holder.weights
    else:
        root.holder = holder  # also its tables and files
        root.variables = list(getattr(holder, "variables", ()))
    root.trainable_variables = [variable for variable in root.variables if variable.trainable]
    root.regularization_losses = []  # `hub.KerasLayer` looks for it
    root.__call__ = tf.function(call, input_signature=[input])
    tf.saved_model.save(root, str(folder), signatures=root.__call__)

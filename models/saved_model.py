"""SavedModels of functions, with each variable in them once."""

from collections.abc import Callable
from pathlib import Path

import keras
import tensorflow as tf
import tf_keras


def write(call: Callable[[tf.Tensor], tf.Tensor], holder: object, input: tf.TensorSpec, folder: Path) -> None:
    """Writes a SavedModel that is callable, and has the signature `serving_default`.

    Args:
        call: from a tensor to a tensor, both float32.
        holder: of all variables that `call` reads: a Keras model, of version 2 or 3, or a SavedModel that was loaded.
        input: shape, type and name of what it takes.
        folder: new, or empty.
    """
    root = tf.train.Checkpoint()
    if isinstance(holder, keras.Model):
        # named and not found: a module around a Keras 3 model is saved without them, and the model itself, or
        # Keras's own `ExportArchive`, with a second copy of each
        root.variables = [weights.value for weights in holder.weights]
    elif isinstance(holder, tf_keras.Model):
        root.variables = holder.weights
    else:
        root.holder = holder  # its tables and files too
        root.variables = list(getattr(holder, "variables", ()))
    root.trainable_variables = [variable for variable in root.variables if variable.trainable]
    root.regularization_losses = []  # `hub.KerasLayer` looks for it
    root.__call__ = tf.function(call, input_signature=[input])
    tf.saved_model.save(root, str(folder), signatures=root.__call__)

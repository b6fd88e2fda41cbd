"""Writes SavedModels of functions that contain each variable only once."""

from collections.abc import Callable, Sequence
from pathlib import Path

import keras
import tensorflow as tf
import tf_keras

KERAS = (keras.Model, tf_keras.Model)


def write(
    call: Callable[[tf.Tensor], tf.Tensor], holders: Sequence[object], input: tf.TensorSpec, folder: Path
) -> None:
    """Writes a SavedModel that is callable and has the signature `serving_default`.

    Args:
        call: from a tensor to a tensor, both float32.
        holders: together they hold all variables that `call` reads: Keras 2 or 3 models, or loaded SavedModels.
        input: shape, type and name of the input.
        folder: new, or empty.
    """
    root = tf.train.Checkpoint()
    root.variables = [variable for holder in holders for variable in _variables(holder)]
    root.holders = [holder for holder in holders if not isinstance(holder, KERAS)]  # also their tables and files
    root.trainable_variables = [variable for variable in root.variables if variable.trainable]
    root.regularization_losses = []  # `hub.KerasLayer` looks for it
    root.__call__ = tf.function(call, input_signature=[input])
    tf.saved_model.save(root, str(folder), signatures=root.__call__)


def _variables(holder: object) -> list[tf.Variable]:
    """The variables, listed explicitly: a module around a Keras 3 model is saved without its variables, and the model
    itself, or Keras's `ExportArchive`, with a second copy of each."""
    if isinstance(holder, keras.Model):
        return [weights.value for weights in holder.weights]
    if isinstance(holder, tf_keras.Model):
        return holder.weights
    return list(getattr(holder, "variables", ()))

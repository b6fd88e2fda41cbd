"""A TF Hub module made here: EfficientNet-Lite0 without its head, for machines that cannot reach a hub.

Its interface is that of the image feature vectors on TF Hub (Common Signatures for Images, and the Reusable
SavedModel interface): float32 [batch, height, width, 3], RGB, 0 to 1 -> float32 [batch, 1280].
"""

from pathlib import Path

import keras
import tensorflow as tf

from models import efficientnet, saved_model
from models.training import trained_path


def write_feature_vector(network: keras.Model, folder: Path) -> None:
    """Writes what `hub.KerasLayer` takes: a callable, and its variables where it looks for them.

    Args:
        network: float32 [batch, height, width, 3], RGB, 0 to 255 -> float32 [batch, n].
        folder: new, or empty.
    """
    saved_model.write(
        lambda inputs: network(inputs * 255, training=False),
        network,
        tf.TensorSpec((None, None, None, 3), tf.float32, name="inputs"),
        folder,
    )


def write(folder: Path) -> Path:
    """Writes the module as a SavedModel.

    Args:
        folder: new, or empty.

    Raises:
        FileExistsError: there is something in the folder.
        LookupError: `photo` is not trained yet, and PyTorch, which has its weights, is not installed.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"'{folder}' is not empty: name a new folder for the module.")
    photo = trained_path("photo")
    whole = keras.models.load_model(photo) if photo.exists() else efficientnet.with_imagenet_weights()
    network = efficientnet.build(classes=None, side=None)
    network.set_weights(whole.get_weights()[: len(network.weights)])
    write_feature_vector(network, folder)
    return folder

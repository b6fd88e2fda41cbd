"""Makes a TF Hub module, EfficientNet-Lite0 without its head, for machines without access to TF Hub.

It has the interface of the image feature vectors on TF Hub (Common Signatures for Images, and the Reusable
SavedModel interface): float32 [batch, height, width, 3], RGB, 0 to 1 -> float32 [batch, 1280].
"""

from pathlib import Path

import keras
import tensorflow as tf

from models import efficientnet, saved_model
from models.trained_files import trained_path


def write_feature_vector(network: keras.Model, folder: Path) -> None:
    """Writes a module for `hub.KerasLayer`: a callable, with its variables where that looks for them.

    Args:
        network: float32 [batch, height, width, 3], RGB, 0 to 255 -> float32 [batch, n].
        folder: new or empty.
    """
    saved_model.write(
        lambda inputs: network(inputs * 255, training=False),
        [network],
        tf.TensorSpec((None, None, None, 3), tf.float32, name="inputs"),
        folder,
    )


def write(folder: Path) -> Path:
    """Writes the module as a SavedModel.

    Args:
        folder: new or empty.

    Raises:
        FileExistsError: the folder is not empty.
        LookupError: `photo` is not here, and PyTorch, whose package has its weights, is not installed.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"'{folder}' is not empty: name a new folder for the module.")
    photo = trained_path("photo")
    whole = keras.models.load_model(photo) if photo.exists() else efficientnet.with_imagenet_weights()
    network = efficientnet.build(classes=None, side=None)
    network.set_weights(whole.get_weights()[: len(network.weights)])
    write_feature_vector(network, folder)
    return folder

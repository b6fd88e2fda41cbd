"""Transfer learning: a dense layer is trained on the features that a pretrained TF Hub network gives of the frames.

The network is frozen, so its features are computed once, and the training itself takes seconds.
"""

import shutil
import time
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
import tensorflow_hub as hub
import tf_keras

from models import saved_model, trained_files
from models.data import frames, mnist
from models.evaluation import evaluation, figures
from models.preprocessing.frame import FRAME, UniformWhenBlank
from models.preprocessing.front_end import front_end
from models.training.training import HELD_OUT, Options

NAME = "transfer"
HANDLE = "https://tfhub.dev/google/imagenet/mobilenet_v2_100_224/feature_vector/5"
"""MobileNetV2 1.00 224, feature vector. Any handle or folder with this interface works."""
SIDE = 4 * FRAME
"""Side of the network's input, in pixels. It was made for 224, but reads digits as well at half of that, four times as
fast."""
IMAGES = 30_000
"""Number of training images: enough for one dense layer."""
AT_ONCE = 100
"""Batch size of the network."""
BATCH = 128
EPOCHS = 20
LABEL_SMOOTHING = 0.1
"""As for the dense networks; `architectures.Architecture` has the reason."""


def train(options: Options) -> Path:
    """Trains the head, evaluates the model, and writes the SavedModel `trained/transfer/` and its figures.

    Raises:
        ValueError: the module cannot be loaded, or gives no feature vector.
    """
    seed = options.seed or 0
    keras.utils.set_random_seed(seed)
    images, labels = mnist.train()
    started = time.monotonic()
    handle = options.handle or HANDLE
    backbone = _backbone(handle)
    chosen = np.random.default_rng(seed).permutation(len(images) - HELD_OUT)[:IMAGES]
    chosen = np.concatenate([chosen, np.arange(len(images) - HELD_OUT, len(images))])
    features = _features(backbone, frames.clean(images[chosen]))
    head = tf_keras.Sequential([tf_keras.layers.Dense(10, activation="softmax", input_shape=features.shape[1:])])
    epochs = options.epochs or EPOCHS
    history = _fit(head, features, labels[chosen], epochs)
    classifier = tf_keras.Sequential([tf_keras.Input((FRAME, FRAME, 1)), backbone, *head.layers], name=NAME)
    seconds = round(time.monotonic() - started)
    path = save(classifier)
    result = evaluation.evaluate(trained_files.load(NAME))
    result |= {"seed": seed, "epochs": epochs, "training_seconds": seconds, "handle": _public(handle)}
    trained_files.write_result(NAME, {"name": NAME, **result})
    figures.curves(history, f"Training of {NAME}", trained_files.TRAINED / f"{NAME}-curves.png")
    return path


def _backbone(handle: str) -> tf_keras.Sequential:
    """float32 [batch, 28, 28, 1], 0 to 1 -> the network's feature vector, float32 [batch, n]."""
    try:
        network = hub.KerasLayer(handle, trainable=False)
        layers = tf_keras.layers
        return tf_keras.Sequential(
            [
                tf_keras.Input((FRAME, FRAME, 1)),
                layers.Resizing(SIDE, SIDE),
                # dark on light in all three colours: the network was trained on more pages than blackboards
                layers.Conv2D(
                    3,
                    1,
                    kernel_initializer=tf_keras.initializers.Constant(-1),
                    bias_initializer="ones",
                    trainable=False,
                ),
                network,
            ]
        )
    except Exception as error:  # Hub passes on any error of the network, the disk or the module
        reason = str(error).strip().partition("\n")[0]
        raise ValueError(
            f"The feature vector of '{handle}' is not available ({reason}). Without access to TF Hub: "
            "python -m models hub-module DIR, then --handle DIR."
        ) from error


def _features(backbone: tf_keras.Sequential, pictures: np.ndarray) -> np.ndarray:
    progress = keras.utils.Progbar(-(-len(pictures) // AT_ONCE), unit_name="batch of features")
    features = []
    for i in range(0, len(pictures), AT_ONCE):
        features.append(backbone.predict_on_batch(pictures[i : i + AT_ONCE]))
        progress.add(1)
    return np.concatenate(features)


def _fit(head: tf_keras.Sequential, features: np.ndarray, labels: np.ndarray, epochs: int) -> dict[str, list[float]]:
    """Trains the head. Returns the history; the last `HELD_OUT` images are held out."""
    steps = -(-(len(features) - HELD_OUT) // BATCH) * epochs
    head.compile(
        optimizer=tf_keras.optimizers.Adam(tf_keras.optimizers.schedules.CosineDecay(3e-3, steps)),
        loss=tf_keras.losses.CategoricalCrossentropy(label_smoothing=LABEL_SMOOTHING),
        metrics=["accuracy"],
    )
    targets = tf_keras.utils.to_categorical(labels, 10)
    held_out = (features[-HELD_OUT:], targets[-HELD_OUT:])
    fitted = head.fit(
        features[:-HELD_OUT], targets[:-HELD_OUT], batch_size=BATCH, epochs=epochs, validation_data=held_out
    )
    return fitted.history


def save(classifier: tf_keras.Sequential) -> Path:
    """Writes the front end and the classifier as a SavedModel, whole or not at all.

    The SavedModel is the format that Keras 2 (TF Hub's layer) and Keras 3 (the front end) have in common.
    """
    front, when_blank = front_end(), UniformWhenBlank()

    def answer(image):
        frame = front(image)
        return when_blank([frame, classifier(frame, training=False)])

    path, temporary = trained_files.TRAINED / NAME, trained_files.TRAINED / f".{NAME}"
    shutil.rmtree(temporary, ignore_errors=True)
    picture = tf.TensorSpec((None, *front.input_shape[1:]), tf.float32, name="image")
    saved_model.write(answer, [front, classifier], picture, temporary)
    shutil.rmtree(path, ignore_errors=True)
    temporary.rename(path)
    return path


def _public(handle: str) -> str:
    """A handle that can be published: of a folder only its name, without the path on this machine."""
    return handle if "://" in handle else Path(handle).name

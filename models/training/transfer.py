"""Transfer: a pretrained network of TF Hub sees the frame, and one dense layer learns to read what it says.

The features are computed once: the network is frozen, so that training is a matter of seconds after that.
"""

import shutil
import time
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
import tensorflow_hub as hub
import tf_keras

from models import evaluation, figures, frames, mnist, saved_model
from models.preprocessing import FRAME, UniformWhenBlank, front_end
from models.training import BATCH, HELD_OUT, TRAINED, Options, load, write_result

NAME = "transfer"
HANDLE = "https://tfhub.dev/google/imagenet/mobilenet_v2_100_224/feature_vector/5"
"""MobileNetV2 1.00 224, the feature vector; any handle or folder with that interface serves."""
SIDE = 4 * FRAME
"""Side of the picture that the network sees. Made for 224, it reads digits as well at half of that, four times as
fast."""
IMAGES = 30_000
"""Training images whose features are computed: enough for one dense layer."""
AT_ONCE = 100
"""Pictures in one pass of the network."""
EPOCHS = 20
LABEL_SMOOTHING = 0.1
"""As of the dense networks, for the reason that `architectures.Architecture` gives."""


def train(options: Options) -> Path:
    """Trains the head, evaluates the whole, and writes `trained/transfer/`, a SavedModel, and its figures beside it.

    Raises:
        ValueError: the handle names no module that gives a feature vector, or it cannot be had from here.
    """
    keras.utils.set_random_seed(options.seed)
    images, labels = mnist.train()
    started = time.monotonic()
    handle = options.handle or HANDLE
    backbone = _backbone(handle)
    chosen = np.random.default_rng(options.seed).permutation(len(images) - HELD_OUT)[:IMAGES]
    chosen = np.concatenate([chosen, np.arange(len(images) - HELD_OUT, len(images))])
    features = _features(backbone, frames.clean(images[chosen]))
    head = tf_keras.Sequential([tf_keras.layers.Dense(10, activation="softmax", input_shape=features.shape[1:])])
    epochs = options.epochs or EPOCHS
    history = _fit(head, features, labels[chosen], epochs)
    classifier = tf_keras.Sequential([tf_keras.Input((FRAME, FRAME, 1)), backbone, *head.layers], name=NAME)
    seconds = round(time.monotonic() - started)
    path = save(classifier)
    result = evaluation.evaluate(load(NAME))
    result |= {"seed": options.seed, "epochs": epochs, "training_seconds": seconds, "handle": _public(handle)}
    write_result(NAME, {"name": NAME, **result})
    figures.curves(history, f"Training of {NAME}", TRAINED / f"{NAME}-curves.png")
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
                # dark on light in all three colours: the network has seen more pages than blackboards
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
    except Exception as error:  # Hub raises whatever the network, the disk or the module does
        reason = str(error).strip().partition("\n")[0]
        raise ValueError(
            f"There is no feature vector to be had from '{handle}' ({reason}). Without a way to TF Hub: "
            "python -m models hub-module DIR, and then --handle DIR."
        ) from error


def _features(backbone: tf_keras.Sequential, pictures: np.ndarray) -> np.ndarray:
    progress = keras.utils.Progbar(-(-len(pictures) // AT_ONCE), unit_name="batch of features")
    features = []
    for i in range(0, len(pictures), AT_ONCE):
        features.append(backbone.predict_on_batch(pictures[i : i + AT_ONCE]))
        progress.add(1)
    return np.concatenate(features)


def _fit(head: tf_keras.Sequential, features: np.ndarray, labels: np.ndarray, epochs: int) -> dict[str, list[float]]:
    """The history of each epoch; the last `HELD_OUT` images are held out."""
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
    """Writes the classifier behind the front end as a SavedModel, whole or not at all: it is the one format that
    Keras 2, in which Hub's layer lives, has in common with Keras 3, in which the front end does."""
    front, when_blank = front_end(), UniformWhenBlank()

    def answer(image):
        frame = front(image)
        return when_blank([frame, classifier(frame, training=False)])

    path, temporary = TRAINED / NAME, TRAINED / f".{NAME}"
    shutil.rmtree(temporary, ignore_errors=True)
    picture = tf.TensorSpec((None, *front.input_shape[1:]), tf.float32, name="image")
    saved_model.write(answer, classifier, picture, temporary)
    shutil.rmtree(path, ignore_errors=True)
    temporary.rename(path)
    return path


def _public(handle: str) -> str:
    """A handle as others may know it: a folder's own name, without where it lies on this machine."""
    return handle if "://" in handle else Path(handle).name

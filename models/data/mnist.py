"""MNIST: reads its images, and enlarges them to pictures as a person would draw them.

The data are Y. LeCun's and C. Cortes's, CC BY-SA 3.0 (http://yann.lecun.com/exdb/mnist/).
"""

import gzip
import os
import zipfile
from pathlib import Path

import numpy as np

LABELS = tuple("0123456789")
CANVAS = 224
"""Side of the models' input, in pixels."""

TEST_FILES = Path(__file__).parents[2] / "static" / "data"
"""Has the original `t10k-*.gz` files, so that accuracy can be measured anywhere, even in the page."""

Digits = tuple[np.ndarray, np.ndarray]
"""Images, uint8 [n, 28, 28], 0 to 255, light on dark; labels, uint8 [n], 0 to 9."""


def train() -> Digits:
    """The 60,000 training images, from the file in `MNIST_NPZ` or from `keras.datasets.mnist`.

    Raises:
        OSError: `MNIST_NPZ` is not set, and the download fails.
        ValueError: the file is not a NumPy archive, or its arrays do not have the names, shapes and types of MNIST.
    """
    path = os.environ.get("MNIST_NPZ")
    if path:
        images, labels = _from_npz(path)
    else:
        import keras  # imported only here: the test images can be read without TensorFlow

        try:
            (images, labels), _ = keras.datasets.mnist.load_data()
        except Exception as error:  # Keras raises nothing more specific if the network fails
            raise OSError(
                f"MNIST could not be downloaded ({error}). Without a network, set MNIST_NPZ to a file that contains it."
            ) from error
    return _checked(images, labels, source=path or "keras.datasets.mnist", count=60_000)


def test() -> Digits:
    """The 10,000 test images, from files in the repository."""
    images = _idx(TEST_FILES / "t10k-images-idx3-ubyte.gz", header=16).reshape(-1, 28, 28)
    labels = _idx(TEST_FILES / "t10k-labels-idx1-ubyte.gz", header=8)
    return _checked(images, labels, source=str(TEST_FILES), count=10_000)


def on_canvas(images: np.ndarray) -> np.ndarray:
    """Pictures as the models take them. Each pixel becomes a square of 8x8, which is the same on every platform.

    Args:
        images: uint8 [n, 28, 28].

    Returns:
        uint8 [n, 224, 224, 3], RGB, 0 to 255, light on dark as MNIST is.
    """
    side = CANVAS // images.shape[1]
    # the columns and their three colours in one step, before the rows: twelve times as fast as one axis after another
    return images.repeat(3 * side, axis=2).repeat(side, axis=1).reshape(len(images), CANVAS, CANVAS, 3)


def _from_npz(path: str) -> Digits:
    try:
        arrays = np.load(path)
        names = sorted(arrays.files)
    except (AttributeError, EOFError, ValueError, zipfile.BadZipFile) as error:
        raise ValueError(f"MNIST_NPZ '{path}' is not an .npz file.") from error
    missing = sorted({"x_train", "y_train"} - set(names))
    if missing:
        raise ValueError(f"MNIST_NPZ '{path}' has no array {missing}. It has: {names}.")
    return arrays["x_train"], arrays["y_train"]


def _idx(path: Path, header: int) -> np.ndarray:
    with gzip.open(path) as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


def _checked(images: np.ndarray, labels: np.ndarray, source: str, count: int) -> Digits:
    for name, array, shape in (("images", images, (count, 28, 28)), ("labels", labels, (count,))):
        if array.shape != shape or array.dtype != np.uint8:
            raise ValueError(f"MNIST {name} are uint8 {shape}; '{source}' has {array.dtype} {array.shape}.")
    if labels.max() > 9:
        raise ValueError(f"MNIST labels are 0 to 9; '{source}' has {labels.max()}.")
    return images, labels

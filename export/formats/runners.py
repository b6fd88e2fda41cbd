"""Runs published files on pictures, and returns the probabilities that their users will get.

They run one picture at a time, as users do, on as many threads as the process allows (`python -m export` allows one).
"""

import contextlib
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from ai_edge_litert.interpreter import Interpreter
from tqdm import tqdm

from export.samples import BATCH, Answers, Samples


def shown(samples: Samples, title: str) -> Iterator[np.ndarray]:
    """Iterates over the batches, with a progress bar on a terminal."""
    return tqdm(samples.batches(), title, -(-samples.count // BATCH), unit="batch", disable=None)


Answer = Callable[[np.ndarray], np.ndarray]
"""float32 [1, height, width, 3], RGB, 0 to 255 -> probabilities, float32 [1, labels]."""


@contextlib.contextmanager
def litert(path: Path) -> Iterator[Answer]:
    """A `.tflite` in LiteRT."""
    interpreter = Interpreter(str(path), num_threads=1)
    interpreter.allocate_tensors()
    (image,), (output,) = interpreter.get_input_details(), interpreter.get_output_details()

    def answer(picture: np.ndarray) -> np.ndarray:
        interpreter.set_tensor(image["index"], picture)
        interpreter.invoke()
        return interpreter.get_tensor(output["index"])

    yield answer


@contextlib.contextmanager
def saved_model(path: Path) -> Iterator[Answer]:
    """A zipped SavedModel in TensorFlow."""
    import tensorflow as tf  # only here: a `.tflite` is run without its ten seconds

    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder)
        loaded = tf.saved_model.load(folder)
        signature = loaded.signatures["serving_default"]  # valid as long as `loaded` exists
        yield lambda picture: next(iter(signature(tf.constant(picture)).values())).numpy()


@contextlib.contextmanager
def keras_file(path: Path) -> Iterator[Answer]:
    """A `.keras` file in Keras."""
    import keras

    yield keras.models.load_model(path).predict_on_batch


def timed(answer: Answer, samples: Samples, title: str) -> Answers:
    """Runs `answer` on each picture and measures the time. `title` is that of the progress bar."""
    answers, seconds = [], []
    for pictures in shown(samples, title):
        for picture in pictures.astype(np.float32):
            started = time.perf_counter()
            answers.append(answer(picture[np.newaxis])[0])
            seconds.append(time.perf_counter() - started)
    return Answers(np.stack(answers), float(np.median(seconds)) * 1000)

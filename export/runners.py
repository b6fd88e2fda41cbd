"""Runners: each takes a published file and pictures, and gives the probabilities that its users will get."""

from collections.abc import Iterator
from pathlib import Path

import keras
import numpy as np
from ai_edge_litert.interpreter import Interpreter
from tqdm import tqdm

from models import mnist

BATCH = 100


def batches(images: np.ndarray, title: str) -> Iterator[np.ndarray]:
    """Pictures, uint8 [up to 100, 224, 224, 3], of uint8 [n, 28, 28]; all at once they would take gigabytes.

    A progress bar with that title shows how far it is, on a terminal.
    """
    for i in tqdm(range(0, len(images), BATCH), title, unit="batch", disable=None):
        yield mnist.on_canvas(images[i : i + BATCH])


def run_keras(model: keras.Model, images: np.ndarray) -> np.ndarray:
    """float32 [n, labels]: what the Keras model answers."""
    return np.concatenate([model.predict_on_batch(pictures) for pictures in batches(images, "Keras")])


def run_litert(path: Path, images: np.ndarray) -> np.ndarray:
    """float32 [n, labels]: what the `.tflite` answers in LiteRT, one picture at a time."""
    interpreter = Interpreter(str(path), num_threads=1)
    interpreter.allocate_tensors()
    (image,), (output,) = interpreter.get_input_details(), interpreter.get_output_details()
    answers = []
    for pictures in batches(images, path.name):
        for picture in pictures:
            interpreter.set_tensor(image["index"], picture[np.newaxis].astype(np.float32))
            interpreter.invoke()
            answers.append(interpreter.get_tensor(output["index"])[0])
    return np.stack(answers)

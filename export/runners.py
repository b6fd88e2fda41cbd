"""Runners: each takes a published file and pictures, and gives the probabilities that its users will get."""

from collections.abc import Iterator
from pathlib import Path

import keras
import numpy as np
from ai_edge_litert.interpreter import Interpreter
from tqdm import tqdm

from export.samples import BATCH, Samples


def shown(samples: Samples, title: str) -> Iterator[np.ndarray]:
    """The samples' batches; on a terminal a progress bar with that title shows how far it is."""
    return tqdm(samples.batches(), title, -(-samples.count // BATCH), unit="batch", disable=None)


def run_keras(model: keras.Model, samples: Samples) -> np.ndarray:
    """float32 [n, labels]: what the Keras model answers."""
    return np.concatenate([model.predict_on_batch(pictures) for pictures in shown(samples, "Keras")])


def run_litert(path: Path, samples: Samples) -> np.ndarray:
    """float32 [n, labels]: what the `.tflite` answers in LiteRT, one picture at a time."""
    interpreter = Interpreter(str(path), num_threads=1)
    interpreter.allocate_tensors()
    (image,), (output,) = interpreter.get_input_details(), interpreter.get_output_details()
    answers = []
    for pictures in shown(samples, path.name):
        for picture in pictures:
            interpreter.set_tensor(image["index"], picture[np.newaxis].astype(np.float32))
            interpreter.invoke()
            answers.append(interpreter.get_tensor(output["index"])[0])
    return np.stack(answers)

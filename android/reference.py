"""The server's answers, for the app to be compared with: test digits for `compact`, and the examples for `photo`."""

import struct
from pathlib import Path

import numpy as np

import catalog
from android.layout import BUILD, MODELS
from demo.inference.classifier import Classifier
from demo.inference.images import decode
from models.data import mnist

FILE = BUILD / "reference.bin"
DIGITS = 300
EXAMPLES = Path(mnist.TEST_FILES) / "examples"


def write() -> None:
    """Writes the pictures and the server's probabilities.

    For each model its name, and for each picture the RGB values as bytes and the probabilities as floats, all in
    Java's order of bytes.
    """
    images, _ = mnist.test()
    pictures = {"digit": mnist.on_canvas(images[:DIGITS]), "photo": _photographs()}
    with FILE.open("wb") as file:
        for name in MODELS:
            model = catalog.load(catalog.PATH).model(name)
            chosen = pictures[model.task]
            path = catalog.PATH.parent / model.defaults["tflite"]
            file.write(struct.pack(">iii", len(path.name), len(chosen), len(model.labels)) + path.name.encode())
            classifier = Classifier(model, path, 1)
            for picture in chosen:
                probabilities = classifier.probabilities(picture[np.newaxis].astype(np.float32))
                file.write(picture.astype(np.uint8).tobytes() + probabilities.astype(">f4").tobytes())


def _photographs() -> np.ndarray:
    files = [EXAMPLES / example.file for example in catalog.EXAMPLES if example.task == "photo"]
    pictures = [decode(file.read_bytes(), (mnist.CANVAS, mnist.CANVAS), catalog.LIMITS.pixels) for file in files]
    return np.concatenate(pictures).round()

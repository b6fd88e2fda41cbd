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
LABELS = BUILD / "labels.properties"
"""Example -> the server's label, of the whole file."""

DIGITS = 300
EXAMPLES = Path(mnist.TEST_FILES) / "examples"


def write() -> None:
    """Writes the pictures and the server's probabilities.

    For each model its name, and for each picture the RGB values as bytes and the probabilities as floats, all in
    Java's order of bytes. And the labels of the examples, which each side decodes and resizes in its own way.
    """
    images, _ = mnist.test()
    photographs = np.concatenate([_decoded(example) for example in _examples("photo")]).round()
    pictures = {"digit": mnist.on_canvas(images[:DIGITS]), "photo": photographs}
    labels = {}
    with FILE.open("wb") as file:
        for name in MODELS:
            model = catalog.load(catalog.PATH).model(name)
            chosen = pictures[model.task]
            path = catalog.PATH.parent / model.defaults["tflite"]
            file.write(struct.pack(">iii", len(path.name), len(chosen), len(model.labels)) + path.name.encode())
            classifier = Classifier(model, path, 1)
            for picture in chosen:
                probabilities = classifier.answer(picture[np.newaxis].astype(np.float32))
                file.write(picture.astype(np.uint8).tobytes() + probabilities.astype(">f4").tobytes())
            for example in _examples(model.task):
                labels[example.name] = model.labels[int(classifier.answer(_decoded(example)).argmax())]
    LABELS.write_text("".join(f"{name}={label}\n" for name, label in labels.items()), encoding="utf-8")


def _examples(task: str) -> list[Path]:
    return [EXAMPLES / example.file for example in catalog.EXAMPLES if example.task == task]


def _decoded(example: Path) -> np.ndarray:
    return decode(example.read_bytes(), (mnist.CANVAS, mnist.CANVAS), catalog.LIMITS.pixels)

"""The model as every rival runs it: decoding by Pillow, then LiteRT. Only the server around it differs."""

import io
import os
from pathlib import Path

import numpy as np
from ai_edge_litert.interpreter import Interpreter
from PIL import Image

FILE = Path(__file__).parent.parent.parent / "static" / "models" / os.environ.get("RIVALS_FILE", "")
"""The `.tflite`, which `running` names in the environment."""


class Model:
    """One interpreter on one thread. It is not safe to use it from two threads at once."""

    def __init__(self) -> None:
        self._interpreter = Interpreter(str(FILE), num_threads=1)
        self._interpreter.allocate_tensors()
        self._input = self._interpreter.get_input_details()[0]["index"]
        self._output = self._interpreter.get_output_details()[0]["index"]

    def answer(self, data: bytes) -> list[float]:
        """The bytes of an image of the model's size -> probabilities, one for each label."""
        with Image.open(io.BytesIO(data)) as image:
            return self.classify(image)

    def classify(self, image: Image.Image) -> list[float]:
        """An opened image of the model's size, RGB -> probabilities, one for each label."""
        self._interpreter.set_tensor(self._input, np.asarray(image, np.float32)[np.newaxis])
        self._interpreter.invoke()
        return self._interpreter.get_tensor(self._output)[0].tolist()

"""Runs a `.tflite` in tflite-runtime. This script runs in `.venv-oldest`, where nothing else is installed.

    python oldest_runtime.py MODEL PICTURES ANSWERS

PICTURES is a `.npy` file, uint8 [n, height, width, 3]; ANSWERS is written, float32 [n, ...].
"""

import sys

import numpy as np
from tflite_runtime.interpreter import Interpreter


def main(model: str, pictures: str, answers: str) -> None:
    interpreter = Interpreter(model, num_threads=1)
    interpreter.allocate_tensors()
    (image,), (output,) = interpreter.get_input_details(), interpreter.get_output_details()
    given = []
    for picture in np.load(pictures, mmap_mode="r"):
        interpreter.set_tensor(image["index"], picture[np.newaxis].astype(np.float32))
        interpreter.invoke()
        given.append(interpreter.get_tensor(output["index"])[0])
    np.save(answers, np.stack(given))


if __name__ == "__main__":
    main(*sys.argv[1:])

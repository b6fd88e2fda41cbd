"""Runs a user's `.tflite` as it is, in a process of its own: a damaged file may end the process.

    python run_tflite.py MODEL INPUTS ANSWERS

INPUTS is a `.npy` file, float32 [n, ...]: real numbers of the input's shape without the first size. ANSWERS is written,
float32 [n, labels], real numbers too. Quantising is the client's work, and done here as a careful client does it.
"""

import sys

import numpy as np
from ai_edge_litert.interpreter import Interpreter


def main(model: str, inputs: str, answers: str) -> None:
    interpreter = Interpreter(model, num_threads=1)
    interpreter.allocate_tensors()
    (image,), (output,) = interpreter.get_input_details(), interpreter.get_output_details()
    given = []
    for picture in np.load(inputs, mmap_mode="r"):
        interpreter.set_tensor(image["index"], quantised(picture, image)[np.newaxis])
        interpreter.invoke()
        given.append(real(interpreter.get_tensor(output["index"]), output).reshape(-1))
    np.save(answers, np.stack(given))


def quantised(picture: np.ndarray, image: dict) -> np.ndarray:
    """The picture in the numbers of an input; unchanged if that takes float32."""
    if image["dtype"] == np.float32:
        return picture
    scale, zero = image["quantization"]
    limits = np.iinfo(image["dtype"])
    return np.clip(np.round(picture / (scale or 1)) + zero, limits.min, limits.max).astype(image["dtype"])


def real(numbers: np.ndarray, output: dict) -> np.ndarray:
    """The real numbers of an output, float32."""
    scale, zero = output["quantization"]
    return numbers.astype(np.float32) if not scale else (numbers.astype(np.float32) - zero) * np.float32(scale)


if __name__ == "__main__":
    main(*sys.argv[1:])

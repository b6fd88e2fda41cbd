"""Runs an ONNX file in ONNX Runtime. This script runs in `.venv-onnx`, where nothing of this project is installed.

    python run_onnx.py MODEL INPUTS ANSWERS

The files are those of `run_tflite.py`; a picture that comes as [height, width, channels] is given as the file takes it.
"""

import sys

import numpy as np
import onnxruntime


def main(model: str, inputs: str, answers: str) -> None:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    if len(session.get_inputs()) != 1 or len(session.get_outputs()) != 1:
        counts = f"{len(session.get_inputs())} inputs and {len(session.get_outputs())} outputs"
        raise SystemExit(f"it has {counts}; an image classifier has one of each.")
    (image,), (output,) = session.get_inputs(), session.get_outputs()
    if image.type != "tensor(float)":
        raise SystemExit(f"it takes {image.type}; only tensor(float) is converted.")
    planar = len(image.shape) == 4 and image.shape[1] in (1, 3)
    given = []
    for picture in np.load(inputs, mmap_mode="r"):
        if planar and picture.shape[-1] == image.shape[1]:  # the converter gave the `.tflite` the channels last
            picture = picture.transpose(2, 0, 1)
        answer = session.run([output.name], {image.name: np.ascontiguousarray(picture[np.newaxis])})[0]
        given.append(answer.reshape(-1))
    np.save(answers, np.stack(given).astype(np.float32))


if __name__ == "__main__":
    main(*sys.argv[1:])

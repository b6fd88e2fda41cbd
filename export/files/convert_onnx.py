"""Converts an ONNX file to a float32 `.tflite` with onnx2tf. This script runs in `.venv-onnx`.

    python convert_onnx.py MODEL TFLITE

An open number of pictures becomes one. An ONNX file is data: nothing of it is run while it is read.
"""

import contextlib
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
import onnx2tf


def main(model: str, tflite: str) -> None:
    graph = onnx.load(model).graph
    constants = {constant.name for constant in graph.initializer}
    given = [value for value in graph.input if value.name not in constants]
    if len(given) != 1 or len(graph.output) != 1:
        raise SystemExit(
            f"it has {len(given)} inputs and {len(graph.output)} outputs; an image classifier has one of each."
        )
    sizes = [size.dim_value for size in given[0].type.tensor_type.shape.dim]
    if len(sizes) != 4 or 0 in sizes[1:]:
        shape = ", ".join(str(size) if size else "any" for size in sizes)
        raise SystemExit(f"it takes [{shape}]; export it with one picture of a fixed size.")
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(sys.stderr):
        onnx2tf.convert(
            input_onnx_file_path=model, output_folder_path=folder, batch_size=1, non_verbose=True, verbosity="error"
        )
        (made,) = Path(folder).glob("*_float32.tflite")
        shutil.move(made, tflite)


if __name__ == "__main__":
    main(*sys.argv[1:])

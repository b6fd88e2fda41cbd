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
    loaded = read(model)
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(sys.stderr):
        # onnx2tf writes a simpler model over the one that it is given, and all is compared with the user's as it is
        onnx.save(loaded, copy := Path(folder) / "model.onnx")
        onnx2tf.convert(
            input_onnx_file_path=str(copy),
            output_folder_path=folder,
            batch_size=1,
            non_verbose=True,
            verbosity="error",
        )
        made = list(Path(folder).glob("*_float32.tflite"))
        if len(made) != 1:
            raise SystemExit(f"onnx2tf wrote {len(made)} float32 files instead of one.")
        shutil.move(made[0], tflite)


def read(path: str) -> onnx.ModelProto:
    """The model, with what it keeps in files beside it; ends the process if it does not map a picture to numbers."""
    try:
        model = onnx.load(path)
    except Exception as error:  # protobuf's for a damaged file, the checker's for weights in a file elsewhere
        raise SystemExit(f"it cannot be read as ONNX: {error}") from error
    constants = {constant.name for constant in model.graph.initializer}
    given = [value for value in model.graph.input if value.name not in constants]
    if len(given) != 1 or len(model.graph.output) != 1:
        raise SystemExit(
            f"it has {len(given)} inputs and {len(model.graph.output)} outputs; an image classifier has one of each."
        )
    sizes = [size.dim_value for size in given[0].type.tensor_type.shape.dim]  # 0 is an open one
    if len(sizes) != 4 or 0 in sizes[1:]:
        shape = ", ".join(str(size) if size else "any" for size in sizes)
        raise SystemExit(f"it takes [{shape}]; export it with one picture of a fixed size.")
    if sizes[0] > 1:
        raise SystemExit(f"it takes {sizes[0]} pictures at a time; export it with one, or with any number of them.")
    return model


if __name__ == "__main__":
    main(*sys.argv[1:])

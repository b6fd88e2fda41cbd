"""What a `.tflite` contains: whether it has the front end, and how it answers a blank picture."""

from pathlib import Path

import numpy as np
from ai_edge_litert.interpreter import Interpreter, OpResolverType

import catalog
from export.samples import Samples, first

PICTURES = 20
TOLERANCE = 1e-3
"""The largest difference of a pixel that is allowed: a quarter of a grey level, which nobody can see."""


def look(
    path: Path, published: catalog.FrontEnd | None, folder: Path, pictures: Samples
) -> tuple[str | None, float | None]:
    """`Model.front_end` and `Model.blank` of the model in a `.tflite`; the arguments are those of `front_end`."""
    version = front_end(path, published, folder, pictures) if published else None
    return version, blank(path) if version else None


def front_end(path: Path, published: catalog.FrontEnd, folder: Path, pictures: Samples) -> str | None:
    """The version of the published front end, if a model's `.tflite` contains it; None if not.

    It is found by what it computes, not by name: one tensor in the model must equal the front end's frame for each of
    several pictures.

    Args:
        path: of the model's `.tflite`.
        published: the front end.
        folder: of the catalog.
        pictures: the first `PICTURES` are used.
    """
    (row,) = (file for file in published.files if file.format == "tflite")
    model = _opened(path)
    if list(model.get_input_details()[0]["shape"]) != list(published.input):
        return None
    alone = _opened(folder / row.path)
    (output,) = (tensor["index"] for tensor in alone.get_output_details())
    inner = [
        tensor["index"]
        for tensor in model.get_tensor_details()
        if tensor["dtype"] == np.float32 and list(tensor["shape"]) == list(published.output)
    ]
    for picture in np.concatenate(list(first(pictures, PICTURES).batches())):
        for interpreter in (model, alone):
            _answer(interpreter, picture)
        frame = alone.get_tensor(output)
        inner = [index for index in inner if np.abs(model.get_tensor(index) - frame).max() <= TOLERANCE]
    return published.version if inner else None


def blank(path: Path) -> float | None:
    """`catalog.BLANK` if a model's `.tflite` answers a blank picture with the uniform distribution; otherwise None."""
    model = _opened(path)
    white = np.full(model.get_input_details()[0]["shape"][1:], 255, np.uint8)
    return catalog.BLANK if np.ptp(_answer(model, white)) <= catalog.BLANK else None


def _opened(path: Path) -> Interpreter:
    """An interpreter that keeps all intermediate tensors, which it cannot do if it uses delegates."""
    interpreter = Interpreter(
        str(path),
        experimental_op_resolver_type=OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
        experimental_preserve_all_tensors=True,
    )
    interpreter.allocate_tensors()
    return interpreter


def _answer(interpreter: Interpreter, picture: np.ndarray) -> np.ndarray:
    """uint8 [height, width, 3] -> the output of the interpreter."""
    (image,), (output,) = interpreter.get_input_details(), interpreter.get_output_details()
    interpreter.set_tensor(image["index"], picture[np.newaxis].astype(np.float32))
    interpreter.invoke()
    return interpreter.get_tensor(output["index"])

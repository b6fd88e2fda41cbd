"""Reads a finished `.tflite` of a user's, and refuses what is not a classifier of one picture.

It reads the file as a table and runs nothing of it: LiteRT gets it afterwards, in a process of its own.
"""

import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from ai_edge_litert.schema_py_generated import BuiltinOperator, ModelT, OperatorT, SubGraphT, TensorT, TensorType
from ai_edge_litert.tools import flatbuffer_utils

from export.files import metadata_reader
from export.formats import metadata
from export.sources.source import digest

FILE_BYTES = 400_000_000
"""The largest file. A model is in memory several times while it is converted."""
PIXELS = 4_000_000
"""The largest input, height times width."""
CLASSES = 100_000
"""The largest number of outputs."""
IDENTIFIER = b"TFL3"
OPEN = -1
"""A size that a file leaves open."""
NAMES = {number: name for name, number in vars(TensorType).items() if not name.startswith("_")}
INTEGERS = (TensorType.UINT8, TensorType.INT8)
INPUTS = (TensorType.FLOAT32, *INTEGERS, TensorType.INT32)
"""The types of inputs that can be given a picture."""
STORED = {
    TensorType.FLOAT32: "float32",
    TensorType.FLOAT16: "float16",
    TensorType.INT8: "int8",
    TensorType.UINT8: "int8",
}
"""Type of the weights -> the precision of the published file."""
WEIGHTED = (BuiltinOperator.CONV_2D, BuiltinOperator.DEPTHWISE_CONV_2D, BuiltinOperator.FULLY_CONNECTED)
TABLES = 1_000_000
"""The largest number of tensors, operations and buffers together: of a damaged file, a number may be anything."""


@dataclass(frozen=True)
class Tensor:
    """An input or output.

    Attributes:
        index: in the main graph.
        shape: with 1 for an open number of pictures.
        type: a `TensorType`.
        scale: of a quantised tensor, real = scale * (number - zero); 0 if it is not quantised.
        zero: the number that stands for 0.
    """

    index: int
    shape: tuple[int, ...]
    type: int
    scale: float = 0.0
    zero: int = 0


@dataclass(frozen=True)
class TfliteFile:
    """A `.tflite` that maps one picture to a number for each class.

    Attributes:
        model: its tables; all shapes are fixed.
        input: [1, height, width, channels], [1, channels, height, width] or [1, height, width].
        output: [1, outputs], with further sizes of 1.
        height: of the input, in pixels.
        width: of the input, in pixels.
        channels: 1 or 3.
        planar: whether each channel is a plane, as in PyTorch.
        said: its metadata.
        precision: of the published file.
        parameters: number of weights.
    """

    model: ModelT
    input: Tensor
    output: Tensor
    height: int
    width: int
    channels: int
    planar: bool
    said: metadata_reader.Said
    precision: str
    parameters: int


def read(path: Path, title: str | None = None) -> TfliteFile:
    """Reads a `.tflite`.

    Args:
        path: of the file.
        title: how messages call it; default: its path in quotes.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: it is too large or damaged, or does not map one picture to a number for each class; the message
            says which, and what it has instead.
    """
    if not path.is_file():
        raise FileNotFoundError(f"There is no file '{path}'.")
    title = title or f"'{path}'"
    if (size := path.stat().st_size) > FILE_BYTES:
        raise ValueError(f"{title} has {size:,} bytes; at most {FILE_BYTES:,} are read.")
    content = path.read_bytes()
    if content[4:8] != IDENTIFIER:
        raise ValueError(f"{title} is not a .tflite: bytes 5 to 8 are {content[4:8]!r}, not {IDENTIFIER!r}.")
    try:
        model = flatbuffer_utils.read_model_from_bytearray(bytearray(content))
        graph = _graph(model)
        given, answers = ([_tensor(graph, index) for index in end] for end in (graph.inputs, graph.outputs))
        said = metadata_reader.read(_metadata(model), content)
        precision, parameters = _precision(model, [*given, *answers]), _parameters(model)
        missing = _custom(model)
    except _Refused as refused:
        raise ValueError(f"{title} {refused}") from refused
    except (struct.error, IndexError, KeyError, TypeError, AttributeError, ValueError, MemoryError) as error:
        raise ValueError(f"{title} is damaged and cannot be read: {error}.") from error
    if missing:
        raise ValueError(
            f"{title} needs the operation {', '.join(missing)}, which neither LiteRT nor LiteRT.js has: both run "
            "TFLite's own operations only."
        )
    image, output = (_only(title, *end) for end in ((given, "input"), (answers, "output")))
    height, width, channels, planar = _picture(title, image)
    _check_output(title, output)
    fix_batch(model)
    return TfliteFile(model, image, output, height, width, channels, planar, said, precision, parameters)


class _Refused(Exception):
    """A rule that a file breaks; the message continues a sentence that begins with the file."""


def _graph(model: ModelT) -> SubGraphT:
    """The main graph, if the file has a sensible number of tables."""
    if not model.subgraphs:
        raise _Refused("has no graph.")
    number = len(model.buffers or ()) + sum(len(each.tensors) + len(each.operators) for each in model.subgraphs)
    if number > TABLES:
        raise _Refused(f"has {number:,} tensors, operations and buffers; at most {TABLES:,} are read.")
    return model.subgraphs[0]


def _tensor(graph: SubGraphT, index: int) -> Tensor:
    tensor = graph.tensors[index]
    shape = list(map(int, tensor.shape if tensor.shape is not None else ()))
    signature = list(map(int, tensor.shapeSignature if tensor.shapeSignature is not None else ()))
    if len(signature) == len(shape):
        shape = [1 if signature[:1] == [OPEN] else shape[0], *signature[1:]] if shape else []
    scale, zero = scale_of(tensor)
    return Tensor(int(index), tuple(shape), tensor.type, scale, zero)


def scale_of(tensor: TensorT) -> tuple[float, int]:
    """Scale and zero of a quantised tensor, as in `Tensor`; 0 and 0 if it has none, or several."""
    quantization = tensor.quantization
    if quantization is None or quantization.scale is None or len(quantization.scale) != 1:
        return 0.0, 0
    zeros = quantization.zeroPoint
    return float(quantization.scale[0]), int(zeros[0]) if zeros is not None and len(zeros) else 0


def _only(title: str, tensors: list[Tensor], what: str) -> Tensor:
    if len(tensors) != 1:
        raise ValueError(f"{title} has {len(tensors)} {what}s; an image classifier has one.")
    return tensors[0]


def _picture(title: str, image: Tensor) -> tuple[int, int, int, bool]:
    """Height, width, channels, and whether each channel is a plane."""
    batch, *sizes = image.shape or (0,)
    given = f"{title} takes {written(image.shape)}"
    if len(sizes) == 2:
        sizes.append(1)
    planar = len(sizes) == 3 and sizes[2] not in (1, 3) and sizes[0] in (1, 3)
    height, width, channels = (*sizes[1:], sizes[0]) if planar else sizes if len(sizes) == 3 else (0, 0, 0)
    if channels not in (1, 3):
        raise ValueError(
            f"{given}, but it must take [1, height, width, channels] or [1, channels, height, width] with 1 or 3 "
            "channels."
        )
    if batch != 1:
        raise ValueError(f"{given}: {batch} pictures at a time, but it must take one.")
    if OPEN in (height, width):
        raise ValueError(f"{given}: it leaves the size of the picture open. Convert it again with a fixed one.")
    if min(height, width) < 1 or height * width > PIXELS:
        raise ValueError(f"{given}: pictures may have 1 to {PIXELS:,} pixels.")
    if image.type not in INPUTS:
        accepted = ", ".join(NAMES[each].lower() for each in INPUTS)
        raise ValueError(f"{title} takes numbers of type {NAMES[image.type].lower()}; possible are {accepted}.")
    if image.type == TensorType.INT8 and not image.scale:
        raise ValueError(f"{title} takes int8 numbers without a scale, so it is not known which number is which pixel.")
    return height, width, channels, planar


def _check_output(title: str, output: Tensor) -> None:
    *others, classes = output.shape or (0,)
    if not others or any(size != 1 for size in others):
        raise ValueError(f"{title} gives {written(output.shape)}, but it must give [1, labels].")
    if not 1 <= classes <= CLASSES:
        raise ValueError(f"{title} gives {classes} numbers; possible are 1 to {CLASSES:,}.")
    if output.type != TensorType.FLOAT32 and not (output.type in INTEGERS and output.scale):
        raise ValueError(
            f"{title} gives numbers of type {NAMES[output.type].lower()}"
            f"{'' if output.scale else ' without a scale'}; possible are float32, and uint8 or int8 with a scale."
        )


def fix_batch(model: ModelT) -> None:
    """Fixes the number of pictures at one, in place: LiteRT.js refuses an open one.

    A converter writes the shape for a single picture beside the open one.
    """
    for graph in model.subgraphs:
        for tensor in graph.tensors:
            tensor.shapeSignature = None


def _custom(model: ModelT) -> list[str]:
    """The names of the operations that TFLite does not define."""
    codes = [
        code
        for code in model.operatorCodes
        if max(code.builtinCode, code.deprecatedBuiltinCode) == BuiltinOperator.CUSTOM
    ]
    return sorted({text_of(code.customCode).removeprefix("Flex") for code in codes})


def text_of(text: bytes | str | None) -> str:
    """A text of a table, which the reader gives as bytes."""
    return text.decode(errors="replace") if isinstance(text, bytes) else text or ""


def _metadata(model: ModelT) -> bytes | None:
    for entry in model.metadata or ():
        if text_of(entry.name) == metadata.NAME and model.buffers[entry.buffer].data is not None:
            return bytes(model.buffers[entry.buffer].data)
    return None


def _constants(model: ModelT) -> list[TensorT]:
    return [
        tensor
        for graph in model.subgraphs
        for tensor in graph.tensors
        if model.buffers[tensor.buffer].data is not None and len(model.buffers[tensor.buffer].data)
    ]


def _parameters(model: ModelT) -> int:
    """The number of weights: numbers in constants that are not shapes or axes."""
    sizes = {tensor.buffer: _count(tensor.shape) for tensor in _constants(model) if tensor.type in STORED}
    return sum(sizes.values())  # each buffer once: several tensors may share it


def weights_of(file: TfliteFile) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the weights: of its constants, in their order."""
    numbers = (file.model.buffers[tensor.buffer].data for tensor in _constants(file.model) if tensor.type in STORED)
    return digest([np.asarray(data, np.uint8) for data in numbers])


def _count(shape: Sequence[int] | None) -> int:
    product = 1
    for size in shape if shape is not None else ():
        product *= int(size)
    return product


def _precision(model: ModelT, ends: list[Tensor]) -> str:
    """What most of the weights are stored in; `int8-full` if pictures, answers or layers are integers too."""
    numbers: Counter[int] = Counter()
    for tensor in _constants(model):
        numbers[tensor.type] += _count(tensor.shape)
    for index in (TensorType.INT32, TensorType.INT64, TensorType.BOOL):  # shapes, axes, biases
        numbers.pop(index, None)
    stored = numbers.most_common(1)[0][0] if numbers else TensorType.FLOAT32
    if stored not in STORED:
        raise _Refused(f"stores its weights as {NAMES[stored].lower()}; possible are float32, float16, int8 and uint8.")
    operations = [(graph, operation) for graph in model.subgraphs for operation in graph.operators]
    if any(end.type in INTEGERS for end in ends) or any(_is_integer(model, *each) for each in operations):
        return "int8-full"
    return STORED[stored]


def _is_integer(model: ModelT, graph: SubGraphT, operation: OperatorT) -> bool:
    code = model.operatorCodes[operation.opcodeIndex]
    kind = max(code.builtinCode, code.deprecatedBuiltinCode)
    return kind in WEIGHTED and graph.tensors[operation.inputs[0]].type in INTEGERS


def written(shape: Sequence[int]) -> str:
    return f"[{', '.join('any' if size == OPEN else str(size) for size in shape)}]"

"""Puts operations before and after those of a finished `.tflite`, so that it takes what every published model takes.

The file's own operations and weights stay as they are. Only tables are joined, and nothing is converted again.
"""

import copy

import numpy as np
from ai_edge_litert.schema_py_generated import (
    BufferT,
    BuiltinOperator,
    BuiltinOptions,
    CastOptionsT,
    ModelT,
    OperatorCodeT,
    OperatorT,
    ReshapeOptionsT,
    SignatureDefT,
    SoftmaxOptionsT,
    SubGraphT,
    TensorMapT,
    TensorT,
    TensorType,
)
from ai_edge_litert.tools import flatbuffer_utils

from export.files import tflite_file
from export.files.tflite_file import TfliteFile
from export.formats import metadata
from export.formats.conversion import SIGNATURE
from export.sources.source import INPUT

OUTPUT = "probabilities"


def graft(file: TfliteFile, adapter: ModelT, softmax: bool) -> ModelT:
    """A model of float32 [1, 224, 224, 3], RGB, 0 to 255 -> probabilities, float32 [1, labels].

    Args:
        file: the user's.
        adapter: from that picture to the real numbers that the file takes, float32.
        softmax: whether the file gives logits.
    """
    model = copy.deepcopy(file.model)
    graph = model.subgraphs[0]
    graph.operators = graph.operators if graph.operators is not None else []
    own, graph.operators = list(graph.operators), []
    picture, adapted = _append(model, adapter)
    _link(model, adapted, file)
    graph.operators += own
    output = _probabilities(model, file, softmax)
    for index, name in ((picture, INPUT), (output, OUTPUT)):
        graph.tensors[index].name = name
    graph.inputs, graph.outputs = [picture], [output]
    model.signatureDefs = [_signature(picture, output)]
    _remove_metadata(model)
    return model


def content_of(model: ModelT, about: metadata.About) -> bytes:
    """The file, with TFLite Metadata and labels; `metadata.stamped` adds the version later."""
    metadata.add(model, about)
    return metadata.pack_labels(bytes(flatbuffer_utils.convert_object_to_bytearray(model)), about.labels)


def _remove_metadata(model: ModelT) -> None:
    """Removes what described the file as it was."""
    for entry in model.metadata or ():
        if tflite_file.text_of(entry.name) == metadata.NAME:
            model.buffers[entry.buffer].data = None
    model.metadata = [e for e in model.metadata or () if tflite_file.text_of(e.name) != metadata.NAME]


def _append(model: ModelT, other: ModelT) -> tuple[int, int]:
    """Adds the operations of another model to the main graph. Returns the indices of its input and its output."""
    graph, (added,) = model.subgraphs[0], other.subgraphs
    tensors, buffers, codes = len(graph.tensors), len(model.buffers), len(model.operatorCodes)
    for tensor in added.tensors:
        tensor = copy.deepcopy(tensor)
        tensor.buffer += buffers
        tensor.shapeSignature = None
        graph.tensors.append(tensor)
    for operation in added.operators:
        operation = copy.deepcopy(operation)
        operation.opcodeIndex += codes
        operation.inputs, operation.outputs = (
            [int(index) + tensors if index >= 0 else int(index) for index in end]  # -1: an input that is left out
            for end in (operation.inputs, operation.outputs)
        )
        graph.operators.append(operation)
    model.buffers += copy.deepcopy(other.buffers)
    model.operatorCodes += copy.deepcopy(other.operatorCodes)
    (given,), (output,) = added.inputs, added.outputs
    return int(given) + tensors, int(output) + tensors


def _link(model: ModelT, adapted: int, file: TfliteFile) -> None:
    """Gives the file's input the adapted picture, quantised if it takes integers."""
    graph, given = model.subgraphs[0], file.input
    if given.type == TensorType.FLOAT32:
        return _replace(graph, given.index, adapted, model)
    if given.scale:
        return _operate(model, BuiltinOperator.QUANTIZE, [adapted], given.index)
    options = CastOptionsT()
    options.inDataType, options.outDataType = TensorType.FLOAT32, given.type
    return _operate(model, BuiltinOperator.CAST, [adapted], given.index, options)


def _replace(graph: SubGraphT, old: int, new: int, model: ModelT) -> None:
    """Lets the operation that writes `new` write `old`; with no such operation, a reshape to the same shape does."""
    for operation in graph.operators:
        if new in list(operation.outputs):
            operation.outputs = [old if index == new else int(index) for index in operation.outputs]
            return
    _reshape(model, new, old)


def _probabilities(model: ModelT, file: TfliteFile, softmax: bool) -> int:
    """Adds what is missing between the file's output and probabilities. Returns the index of these."""
    graph, index = model.subgraphs[0], file.output.index
    if file.output.type != TensorType.FLOAT32:
        index = _then(model, BuiltinOperator.DEQUANTIZE, index, 2 if file.output.type == TensorType.INT8 else 1)
    if len(file.output.shape) != 2:
        flat = _tensor(graph, (1, file.output.shape[-1]))
        _reshape(model, index, flat)
        index = flat
    if softmax:
        options = SoftmaxOptionsT()
        options.beta = 1.0
        index = _then(model, BuiltinOperator.SOFTMAX, index, options=options)
    if index == file.input.index:  # an empty graph would have one tensor for both ends
        raise ValueError("The file has no operation.")
    return index


def _then(model: ModelT, kind: int, index: int, version: int = 1, options: object = None) -> int:
    """Adds an operation that keeps the shape, and a float32 tensor for what it gives."""
    graph = model.subgraphs[0]
    given = _tensor(graph, tuple(map(int, graph.tensors[index].shape)))
    _operate(model, kind, [index], given, options, version)
    return given


def _reshape(model: ModelT, old: int, new: int) -> None:
    graph = model.subgraphs[0]
    shape = list(map(int, graph.tensors[new].shape))
    buffer = BufferT()
    buffer.data = np.frombuffer(np.array(shape, "<i4").tobytes(), np.uint8)
    model.buffers.append(buffer)
    sizes = _tensor(graph, (len(shape),), TensorType.INT32, len(model.buffers) - 1)
    options = ReshapeOptionsT()
    options.newShape = shape
    _operate(model, BuiltinOperator.RESHAPE, [old, sizes], new, options)


def _tensor(graph: SubGraphT, shape: tuple[int, ...], type: int = TensorType.FLOAT32, buffer: int = 0) -> int:
    made = TensorT()
    made.shape, made.type, made.buffer = list(shape), type, buffer
    graph.tensors.append(made)
    return len(graph.tensors) - 1


def _operate(
    model: ModelT, kind: int, inputs: list[int], output: int, options: object = None, version: int = 1
) -> None:
    code = OperatorCodeT()
    code.builtinCode, code.deprecatedBuiltinCode, code.version = kind, min(kind, 127), version
    model.operatorCodes.append(code)
    made = OperatorT()
    made.opcodeIndex = len(model.operatorCodes) - 1
    made.inputs, made.outputs = inputs, [output]
    if options is not None:
        made.builtinOptions = options
        made.builtinOptionsType = getattr(BuiltinOptions, type(options).__name__.removesuffix("T"))
    model.subgraphs[0].operators.append(made)


def _signature(picture: int, output: int) -> SignatureDefT:
    made = SignatureDefT()
    made.signatureKey, made.subgraphIndex = SIGNATURE, 0
    for place, name, index in (("inputs", INPUT, picture), ("outputs", OUTPUT, output)):
        entry = TensorMapT()
        entry.name, entry.tensorIndex = name, index
        setattr(made, place, [entry])
    return made

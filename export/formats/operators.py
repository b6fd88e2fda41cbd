"""Sets the operator versions of a quantised `.tflite`, by which a runtime that is too old refuses the file.

The quantiser changes the types of operations but not their versions, so an older runtime would run operations that it
does not support, and answer wrongly. The versions are those of TensorFlow's `lite/tools/versioning/op_version.cc`, the
runtimes those of `runtime_version.cc`.
"""

from collections.abc import Iterator

from ai_edge_litert.schema_py_generated import BuiltinOperator, ModelT, OperatorT, SubGraphT, TensorT, TensorType

INTEGERS = {
    BuiltinOperator.ADD: 2,
    BuiltinOperator.CONV_2D: 3,
    BuiltinOperator.DEPTHWISE_CONV_2D: 3,
    BuiltinOperator.DEQUANTIZE: 2,
    BuiltinOperator.FULLY_CONNECTED: 4,
    BuiltinOperator.MAX_POOL_2D: 2,
    BuiltinOperator.MEAN: 2,
}
"""The version of each operation with an int8 input."""
PER_TENSOR = {BuiltinOperator.CONV_2D: 2, BuiltinOperator.FULLY_CONNECTED: 3}
"""The version of each operation with a float32 input and int8 weights with one scale."""
PER_CHANNEL = {BuiltinOperator.CONV_2D: 5, BuiltinOperator.FULLY_CONNECTED: 12}
"""The same with a scale for each channel."""
RUNTIMES = {
    (BuiltinOperator.ADD, 2): "1.14.0",
    (BuiltinOperator.CONV_2D, 2): "1.14.0",
    (BuiltinOperator.CONV_2D, 3): "1.14.0",
    (BuiltinOperator.CONV_2D, 5): "2.4.0",
    (BuiltinOperator.DEPTHWISE_CONV_2D, 3): "1.14.0",
    (BuiltinOperator.DEQUANTIZE, 2): "1.14.0",
    (BuiltinOperator.FULLY_CONNECTED, 3): "1.14.0",
    (BuiltinOperator.FULLY_CONNECTED, 4): "1.14.0",
    (BuiltinOperator.MAX_POOL_2D, 2): "1.14.0",
    (BuiltinOperator.MEAN, 2): "1.14.0",
    (BuiltinOperator.QUANTIZE, 1): "1.14.0",
    (BuiltinOperator.RESHAPE, 1): "1.5.0",
}
"""The oldest runtime for each version of an operation that quantisation introduces."""
METADATA = b"min_runtime_version"
LENGTH = 16
"""Length of that field in bytes, padded with zeros."""


def update(model: ModelT) -> None:
    """Raises the operator versions and the `min_runtime_version` of a quantised model, in place.

    TensorFlow's converter set both for the float32 model, so only quantised operations matter here.

    Raises:
        KeyError: the model has an operation that is not listed here, so the runtime that it needs is not known.
    """
    needed = [minimum(model)]
    for graph in model.subgraphs:
        for operation in graph.operators:
            code = model.operatorCodes[operation.opcodeIndex]
            version = _version(operation, code.builtinCode, graph)
            if version is not None:
                code.version = max(code.version, version)  # a file has one version per operation
                needed.append(RUNTIMES[code.builtinCode, version])
    buffer = model.buffers[_field(model).buffer]
    buffer.data = list(max(needed, key=_parts).encode().ljust(LENGTH, b"\0"))


def minimum(model: ModelT) -> str:
    """The `min_runtime_version` of a model: the oldest runtime that can run it."""
    return bytes(model.buffers[_field(model).buffer].data).rstrip(b"\0").decode()


def _field(model: ModelT):
    (field,) = [entry for entry in model.metadata if entry.name == METADATA]
    return field


def _parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _version(operation: OperatorT, kind: int, graph: SubGraphT) -> int | None:
    """The version of an operation that computes with int8; None for any other."""
    given, *weights = _tensors(operation, graph)
    if given.type == TensorType.INT8:
        return INTEGERS.get(kind, 1)
    if kind == BuiltinOperator.QUANTIZE:
        return 1
    if kind not in PER_TENSOR or weights[0].type != TensorType.INT8:
        return None
    return (PER_CHANNEL if len(weights[0].quantization.scale) > 1 else PER_TENSOR)[kind]


def _tensors(operation: OperatorT, graph: SubGraphT) -> Iterator[TensorT]:
    return (graph.tensors[index] for index in operation.inputs if index >= 0)

"""Operator versions of a quantised `.tflite`: what tells a runtime that is too old to refuse the file.

The quantiser changes the types of operations and leaves their versions as they were, so an older runtime would compute
what it does not know. The versions follow TensorFlow's `lite/tools/versioning/op_version.cc`, and the runtimes
`runtime_version.cc` beside it.
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
"""Version of each operation on an int8 input."""
PER_TENSOR = {BuiltinOperator.CONV_2D: 2, BuiltinOperator.FULLY_CONNECTED: 3}
"""Version of each operation on a float32 input with int8 weights of one scale."""
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
"""The oldest runtime that has each version of an operation which quantising brings in."""
METADATA = b"min_runtime_version"
LENGTH = 16
"""Bytes of that field, the rest of them 0."""


def update(model: ModelT) -> None:
    """Raises the operator versions and the `min_runtime_version` of a model that was quantised, in place.

    TensorFlow's converter wrote both for the float32 model that it was made of, so only what is quantised is looked at.

    Raises:
        KeyError: nobody knows which runtime the model needs, for it has an operation that is not listed here.
    """
    needed = [minimum(model)]
    for graph in model.subgraphs:
        for operation in graph.operators:
            code = model.operatorCodes[operation.opcodeIndex]
            version = _version(operation, code.builtinCode, graph)
            if version is not None:
                code.version = max(code.version, version)  # an operation has one version in a whole file
                needed.append(RUNTIMES[code.builtinCode, version])
    buffer = model.buffers[_field(model).buffer]
    buffer.data = list(max(needed, key=_parts).encode().ljust(LENGTH, b"\0"))


def minimum(model: ModelT) -> str:
    """The oldest runtime that can run a model, as it says itself: `min_runtime_version`."""
    return bytes(model.buffers[_field(model).buffer].data).rstrip(b"\0").decode()


def _field(model: ModelT):
    (field,) = [entry for entry in model.metadata if entry.name == METADATA]
    return field


def _parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _version(operation: OperatorT, kind: int, graph: SubGraphT) -> int | None:
    """Of an operation that computes with int8; None of any other."""
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

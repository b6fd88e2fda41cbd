"""Small model files as a reader may have them, good and hostile: they tell which of three colours a picture has."""

import io
import json
import zipfile
from pathlib import Path

import flatbuffers
import numpy as np
from ai_edge_litert import schema_py_generated as schema

from export.formats import metadata

COLOURS = ("red", "green", "blue")
OPERATORS = schema.BuiltinOperator
UINT8, INT8 = schema.TensorType.UINT8, schema.TensorType.INT8


class Tflite:
    """Builds a `.tflite` operator by operator."""

    def __init__(self):
        self.model = schema.ModelT()
        self.model.version = 3
        self.model.description = b"a test"
        self.model.buffers = [schema.BufferT()]
        self.model.operatorCodes = []
        self.model.subgraphs = []
        self.graph = self.start()

    def start(self) -> schema.SubGraphT:
        """Adds a graph."""
        graph = schema.SubGraphT()
        graph.tensors, graph.operators, graph.inputs, graph.outputs = [], [], [], []
        self.model.subgraphs.append(graph)
        return graph

    def tensor(self, shape: tuple[int, ...], name: str = "", dtype: int = schema.TensorType.FLOAT32, **more) -> int:
        """Adds a tensor to the current graph: `value` makes it constant, `signature` opens sizes."""
        graph = self.graph
        made = schema.TensorT()
        made.name = name or f"tensor_{len(graph.tensors)}"
        made.shape, made.type, made.buffer = list(shape), dtype, 0
        if "signature" in more:
            made.shapeSignature = list(more["signature"])
        if "quantization" in more:
            made.quantization = schema.QuantizationParametersT()
            made.quantization.scale, made.quantization.zeroPoint = ([each] for each in more["quantization"])
        if "value" in more:
            buffer = schema.BufferT()
            buffer.data = np.frombuffer(more["value"].tobytes(), np.uint8)
            self.model.buffers.append(buffer)
            made.buffer = len(self.model.buffers) - 1
        graph.tensors.append(made)
        return len(graph.tensors) - 1

    def operator(self, code: int, inputs: list[int], outputs: list[int], options=None, custom: str = "") -> None:
        kind = schema.OperatorCodeT()
        kind.builtinCode, kind.deprecatedBuiltinCode, kind.version = code, min(code, 127), 1
        if custom:
            kind.customCode = custom
        self.model.operatorCodes.append(kind)
        made = schema.OperatorT()
        made.opcodeIndex = len(self.model.operatorCodes) - 1
        made.inputs, made.outputs = inputs, outputs
        if options is not None:
            made.builtinOptions = options
            made.builtinOptionsType = getattr(schema.BuiltinOptions, type(options).__name__.removesuffix("T"))
        self.graph.operators.append(made)

    def content(self) -> bytes:
        builder = flatbuffers.Builder()
        builder.Finish(self.model.Pack(builder), file_identifier=b"TFL3")
        return bytes(builder.Output())


def softmax() -> schema.SoftmaxOptionsT:
    options = schema.SoftmaxOptionsT()
    options.beta = 1.0
    return options


def colours(
    size: tuple[int, int] = (8, 6),
    *,
    channels: int = 3,
    batch: int = 1,
    open_batch: bool = False,
    open_size: bool = False,
    planar: bool = False,
    dtype: int = schema.TensorType.FLOAT32,
    quantization: tuple[float, int] | None = None,
    probabilities: bool = True,
    outputs: int = 1,
    custom: str = "",
    endless: bool = False,
    labels: tuple[str, ...] | None = None,
) -> bytes:
    """A `.tflite` whose answer is the mean of each channel, with a softmax if `probabilities`."""
    file = Tflite()
    height, width = size
    shape = (batch, channels, height, width) if planar else (batch, height, width, channels)
    more: dict = {}
    if open_batch or open_size:
        sides = {height, width} if open_size else set()
        more["signature"] = [-1 if index == 0 or each in sides else each for index, each in enumerate(shape)]
    if quantization:
        more["quantization"] = quantization
    image = file.tensor(shape, "image", dtype, **more)
    graph = file.graph
    graph.inputs = [image]
    given = image
    if quantization:
        given = file.tensor(shape)
        file.operator(OPERATORS.DEQUANTIZE, [image], [given])
    axes = file.tensor((2,), "axes", schema.TensorType.INT32, value=np.array([2, 3] if planar else [1, 2], np.int32))
    mean = file.tensor((batch, channels), "mean", **({"signature": [-1, channels]} if open_batch else {}))
    reducing = schema.ReducerOptionsT()
    reducing.keepDims = False
    file.operator(OPERATORS.MEAN, [given, axes], [mean], reducing)
    if custom:
        made = file.tensor((batch, channels), "made")
        file.operator(OPERATORS.CUSTOM, [mean], [made], custom=custom)
        mean = made
    if endless:
        mean = _endless(file, mean, (batch, channels))
    graph.outputs = [mean]
    if probabilities:
        last = file.tensor((batch, channels), "probabilities", **({"signature": [-1, channels]} if open_batch else {}))
        file.operator(OPERATORS.SOFTMAX, [mean], [last], softmax())
        graph.outputs = [last]
    if outputs > 1:
        graph.outputs = [*graph.outputs, mean][:outputs]
    if labels is not None:
        metadata.add(file.model, metadata.About("Colours", "Tells a colour.", labels, author="A reader"))
        return metadata.pack_labels(file.content(), labels)
    return file.content()


def _endless(file: Tflite, given: int, shape: tuple[int, int]) -> int:
    """Adds a loop that never ends: its condition is that the sum equals itself."""
    main, numbers = file.graph, []
    for part in ("condition", "body"):
        file.graph = file.start()
        numbers.append(len(file.model.subgraphs) - 1)
        value = file.tensor(shape, part)
        file.graph.inputs = [value]
        if part == "body":
            after = file.tensor(shape)
            file.operator(OPERATORS.MAXIMUM, [value, value], [after], schema.MaximumMinimumOptionsT())
        else:
            axes = file.tensor((2,), "", schema.TensorType.INT32, value=np.array([0, 1], np.int32))
            total, after = file.tensor(()), file.tensor((), "", schema.TensorType.BOOL)
            file.operator(OPERATORS.SUM, [value, axes], [total], schema.ReducerOptionsT())
            file.operator(OPERATORS.EQUAL, [total, total], [after], schema.EqualOptionsT())
        file.graph.outputs = [after]
    file.graph = main
    after = file.tensor(shape)
    loop = schema.WhileOptionsT()
    loop.condSubgraphIndex, loop.bodySubgraphIndex = numbers
    file.operator(OPERATORS.WHILE, [given], [after], loop)
    return after


def graph_model(operator: str = "Softmax", weights: str = "weights.bin", side: int = -1, **more) -> dict[str, bytes]:
    """The same as a TF.js graph model: its files by name. `more` is added to `model.json`."""
    dims = [{"size": str(size)} for size in (-1, side, side, 3)]
    image = {"name": "image", "dtype": "DT_FLOAT", "tensorShape": {"dim": dims}}
    answer = {"name": "answer", "dtype": "DT_FLOAT", "tensorShape": {"dim": [{"size": "-1"}, {"size": "3"}]}}
    number, whole = {"type": "DT_FLOAT"}, {"type": "DT_INT32"}
    nodes = [
        {"name": "image", "op": "Placeholder", "attr": {"dtype": number, "shape": {"shape": {"dim": dims}}}},
        {"name": "axes", "op": "Const", "attr": {"dtype": whole, "value": {"tensor": {"dtype": "DT_INT32"}}}},
        {
            "name": "mean",
            "op": "Mean",
            "input": ["image", "axes"],
            "attr": {"T": number, "Tidx": whole, "keep_dims": {"b": False}},
        },
        {"name": "answer", "op": operator, "input": ["mean"], "attr": {"T": number}},
    ]
    model = {
        "format": "graph-model",
        "modelTopology": {"node": nodes, "versions": {"producer": 1}},
        "signature": {"inputs": {"image": image}, "outputs": {"answer": answer}},
        "weightsManifest": [{"paths": [weights], "weights": [{"name": "axes", "shape": [2], "dtype": "int32"}]}],
        **more,
    }
    return {"model.json": json.dumps(model).encode(), "weights.bin": np.array([1, 2], np.int32).tobytes()}


def with_labels(content: bytes, labels: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The file with another labels file in place of its own, packed by this method."""
    packed = io.BytesIO(content[: content.rindex(b"PK\x03\x04")])
    with zipfile.ZipFile(packed, "a", method) as archive:
        archive.writestr(metadata.LABELS, labels)
    return packed.getvalue()


def zip_bomb(content: bytes, size: int) -> bytes:
    """The file with a labels file of that many zeros in place of its own, packed small."""
    return with_labels(content, b"0" * size)


def damaged_labels(content: bytes) -> bytes:
    """The file with a labels file that cannot be unpacked."""
    packed = bytearray(with_labels(content, b"0" * 100))
    packed[packed.rindex(metadata.LABELS.encode(), 0, packed.rindex(b"PK\x01\x02")) + len(metadata.LABELS)] = 0xFF
    return bytes(packed)


def write(folder: Path, files: dict[str, bytes]) -> list[Path]:
    """Writes files into a folder, and returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]

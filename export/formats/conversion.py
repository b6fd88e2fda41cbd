"""Converts a Keras model to a SavedModel, and that to each published format and precision.

Every file has the same input and output: float32 [1, height, width, 3], RGB, 0 to 255 -> float32 [1, labels]. A lower
precision applies only to the networks: the arithmetic of the front end stays in float32, except in `float16`.
"""

import contextlib
import glob
import io
import itertools
import json
import os
import re
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tensorflow as tf
from ai_edge_litert.schema_py_generated import BuiltinOperator
from ai_edge_litert.tools import flatbuffer_utils
from ai_edge_quantizer import quantizer
from ai_edge_quantizer.calibrator import CalibrationMode
from ai_edge_quantizer.qtyping import QuantGranularity, TFLOperationName
from ai_edge_quantizer.utils.tfl_flatbuffer_utils import TFL_OP_CODE_TO_NAME, get_op_scope

from catalog import FORMATS
from export.formats import biases, metadata, operators, rewriting
from export.formats.packing import packed
from export.samples import Samples
from export.sources.source import INPUT, Source
from models import saved_model
from models.preprocessing import polarity, segmentation
from models.preprocessing.operations import SCOPE

ONE_SHARD = 1 << 30
"""Size of TF.js weight files in bytes: so large that each model has one file, one request and one hash."""

NETWORKS = rf"^(?!.*{SCOPE}).*"
"""Names of the operations and weights of networks: of the classifier, and of those in the front end."""
CLASSIFIER = rf"^(?!.*({SCOPE}|{polarity.NAME}|{segmentation.NAME})).*"
"""Those outside the front end."""
IN_FRONT_END = rf".*({polarity.NAME}|{segmentation.NAME}).*"
"""Those of the front end's networks."""
QUANTIZED = {
    TFLOperationName.CONV_2D: QuantGranularity.CHANNELWISE,
    # with float activations, runtimes up to 2.14 silently use the first scale of a dense layer for all channels
    TFLOperationName.FULLY_CONNECTED: QuantGranularity.TENSORWISE,
}
"""Operations whose weights become int8, and which weights share a scale in `int8`; in `int8-full` each channel has its
own. Depthwise convolutions are left out: they have few weights, and errors in them cost most."""
QUANTIZED_TFJS = ("Conv2D", "_FusedConv2D", "MatMul", "_FusedMatMul")
"""The same operations in TF.js."""
BETWEEN = (
    TFLOperationName.ADD,
    TFLOperationName.DEPTHWISE_CONV_2D,
    TFLOperationName.MAX_POOL_2D,
    TFLOperationName.MEAN,
    TFLOperationName.RESHAPE,
)
"""Operations that `int8-full` also quantises if they are between two of the above. Otherwise the integers would be
converted to floats and back."""
CALIBRATION = 5_000
"""Number of pictures on which the ranges of activations are determined."""
SIGNATURE = "serving_default"

LICENCE = "Apache-2.0"


def to_saved_model(source: Source, folder: Path) -> None:
    """Writes a SavedModel whose signature takes one picture, named `image`.

    The batch size is 1 and all shapes are static: LiteRT.js refuses a dynamic batch size, and with unknown shapes the
    converters leave shape arithmetic in the graph.
    """
    if source.call is None:
        raise ValueError(f"'{source.name}' is a finished file, of which no SavedModel is made.")
    picture = tf.TensorSpec(source.input, tf.float32, name=INPUT)
    saved_model.write(source.call, [source.holder], picture, folder)


def to_zip(saved_model: Path, path: Path) -> None:
    """Packs a SavedModel into a zip file."""
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(saved_model.rglob("*")):
            if file.is_file():
                # always dated 1 January 1980
                entry = zipfile.ZipInfo(file.relative_to(saved_model).as_posix())
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)


def to_tflite(source: Source, saved_model: Path, precision: str, pictures: Samples) -> bytes:
    """The `.tflite` file with TFLite Metadata and labels. `metadata.stamped` adds the version later.

    Args:
        source: for the metadata.
        saved_model: written by `to_saved_model`.
        precision: `float32`, `float16`, `int8` (weights: dynamic range quantisation), or `int8-full` (also the
            activations of the classifier, calibrated on the pictures).
        pictures: `int8-full` uses the first `CALIBRATION`.

    Raises:
        ValueError: there is no such precision.
    """
    FORMATS["tflite"].check(precision)
    converter = tf.lite.TFLiteConverter.from_saved_model(str(saved_model))
    if precision == "float16":
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        converter.target_spec.supported_types = [tf.float16]
    content = converter.convert()
    if precision.startswith("int8"):
        content = _int8(content, pictures if precision == "int8-full" else None)
    return _described(content, source)


def _int8(content: bytes, pictures: Samples | None) -> bytes:
    """Quantises the weights of the networks and, if pictures are given, the activations of the classifier.

    TensorFlow's own converter would also quantise the matrices of the front end.
    """
    quantization, ranges = quantizer.Quantizer(content), None
    with contextlib.redirect_stderr(io.StringIO()):  # it shows a progress bar, and a warning for its own developers
        if pictures is None:
            for operation, granularity in QUANTIZED.items():
                quantization.add_dynamic_config(NETWORKS, operation, 8, granularity)
        else:
            for operation, granularity in QUANTIZED.items():
                quantization.add_dynamic_config(IN_FRONT_END, operation, 8, granularity)
                quantization.add_static_config(CLASSIFIER, operation, activation_num_bits=8, weight_num_bits=8)
            inner = _between(content)
            for operation in BETWEEN:
                quantization.add_static_config(inner, operation, activation_num_bits=8, weight_num_bits=8)
            ranges = quantization.calibrate({SIGNATURE: _Inputs(pictures)}, num_threads=1, mode=_mode(content))
        quantized = quantization.quantize(ranges, enable_progress_report=False).quantized_model
    model = flatbuffer_utils.read_model_from_bytearray(bytearray(quantized))
    operators.update(model)
    return packed(model)


def _mode(content: bytes) -> CalibrationMode:
    """How activations are read. XNNPACK gives no memory to outputs that nothing takes, such as one of the parts that an
    unrolled LSTM splits its first step into, and the usual mode, which reads every tensor, fails on them."""
    (graph,) = flatbuffer_utils.read_model_from_bytearray(bytearray(content)).subgraphs
    taken = {*graph.outputs, *itertools.chain.from_iterable(operation.inputs for operation in graph.operators)}
    made = set(itertools.chain.from_iterable(operation.outputs for operation in graph.operators))
    if made <= taken:
        return CalibrationMode.CALIBRATION_PRESERVE_ALL_TENSORS
    return CalibrationMode.CALIBRATION_PROFILER_BASED


def _between(content: bytes) -> str:
    """A pattern of the names of operations that have a quantised operation both before and after them.

    What takes an exponential is left out: a softplus adds 1 to e^x, and LiteRT ends the process if an `ADD` has the
    scale that e^200 needs.
    """
    model = flatbuffer_utils.read_model_from_bytearray(bytearray(content))
    (graph,) = model.subgraphs

    def is_quantized(operation) -> bool:
        kind = TFL_OP_CODE_TO_NAME.get(model.operatorCodes[operation.opcodeIndex].builtinCode)
        return kind in QUANTIZED and re.match(CLASSIFIER, get_op_scope(operation, graph.tensors)) is not None

    exponentials = {
        output
        for operation in graph.operators
        if model.operatorCodes[operation.opcodeIndex].builtinCode == BuiltinOperator.EXP
        for output in operation.outputs
    }
    behind: set[int] = set()  # tensors that depend on a quantised operation
    before: set[int] = set()  # tensors that a quantised operation depends on
    for operation in graph.operators:  # in execution order
        if is_quantized(operation) or not behind.isdisjoint(operation.inputs):
            behind.update(operation.outputs)
    for operation in reversed(graph.operators):
        if is_quantized(operation) or not before.isdisjoint(operation.outputs):
            before.update(operation.inputs)
    inner = [
        get_op_scope(operation, graph.tensors)
        for operation in graph.operators
        if not behind.isdisjoint(operation.inputs)
        and not before.isdisjoint(operation.outputs)
        and exponentials.isdisjoint(operation.inputs)
    ]
    return f"^({'|'.join(map(re.escape, inner))})$"


@dataclass(frozen=True)
class _Inputs:
    """The first `CALIBRATION` pictures as inputs of a signature, generated anew each time they are iterated."""

    pictures: Samples

    def __iter__(self) -> Iterator[dict[str, np.ndarray]]:
        first = itertools.islice(itertools.chain.from_iterable(self.pictures.batches()), CALIBRATION)
        return ({INPUT: picture[np.newaxis].astype(np.float32)} for picture in first)


def _described(content: bytes, source: Source) -> bytes:
    """Adds the metadata of a classifier, and removes the names of inner tensors, which take some KB for no use."""
    model = flatbuffer_utils.read_model_from_bytearray(content)
    for graph in model.subgraphs:
        for index, tensor in enumerate(graph.tensors):
            if index not in (*graph.inputs, *graph.outputs):
                tensor.name = None
    if not source.labels:
        return packed(model)
    metadata.add(model, _about(source))
    return metadata.pack_labels(packed(model), source.labels)


def _about(source: Source) -> metadata.About:
    return metadata.About(
        name=source.title,
        description=metadata.DESCRIPTION,
        labels=source.labels,
        author=source.author,
        licence=LICENCE if source.author else None,
    )


def to_tfjs(saved_model: Path, folder: Path, precision: str) -> None:
    """Writes the TF.js graph model: `model.json` and one file of weights.

    Args:
        saved_model: written by `to_saved_model`.
        folder: is created.
        precision: `float32`, `float16` or `uint8` (the kernels of the networks, with one scale each).

    Raises:
        ValueError: there is no such precision.
    """
    FORMATS["tfjs"].check(precision)
    if precision == "uint8":
        _to_tfjs(saved_model, folder, {"uint8": _kernels(saved_model)})
    else:
        _to_tfjs(saved_model, folder, {} if precision == "float32" else {precision: "*"})
    biases.flatten(folder)


def _to_tfjs(saved_model: Path, folder: Path, stored: dict[str, str | list[str]]) -> None:
    """Converts. `stored` maps a type to name patterns of the weights that are stored in it."""
    # tensorflowjs imports TF-DF, whose welcome message fails if standard output is not a file
    os.environ.setdefault("TFDF_DISABLE_WELCOME_MESSAGE", "1")
    from tensorflowjs.converters.tf_saved_model_conversion_v2 import convert_tf_saved_model

    with tempfile.TemporaryDirectory() as temporary:
        known = rewriting.rewritten(saved_model, Path(temporary) / "saved_model")
        convert_tf_saved_model(
            str(known), str(folder), weight_shard_size_bytes=ONE_SHARD, quantization_dtype_map=stored
        )


def _kernels(saved_model: Path) -> list[str]:
    """Name patterns of the networks' kernels in TF.js, read from a temporary conversion."""
    with tempfile.TemporaryDirectory() as folder:
        _to_tfjs(saved_model, Path(folder), {})
        graph = json.loads((Path(folder) / "model.json").read_text(encoding="utf-8"))
    weights = {weight["name"] for group in graph["weightsManifest"] for weight in group["weights"]}
    kernels = {node["input"][1] for node in graph["modelTopology"]["node"] if node["op"] in QUANTIZED_TFJS}
    return [glob.escape(name) for name in sorted(kernels & weights) if re.match(NETWORKS, name)]

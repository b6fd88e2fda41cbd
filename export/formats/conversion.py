"""Conversion: one Keras model -> a SavedModel -> each published format and precision.

Every file has the same input and output: float32 [1, height, width, 3], RGB, 0 to 255 -> float32 [1, labels]. A lower
precision is the classifier's own: the front end's constants and arithmetic stay float32 in all but `float16`.
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

# tensorflowjs imports TF-DF, whose welcome takes any standard output that is no file for a notebook's, and fails
os.environ.setdefault("TFDF_DISABLE_WELCOME_MESSAGE", "1")

import numpy as np
import tensorflow as tf
from ai_edge_litert.tools import flatbuffer_utils
from ai_edge_quantizer import quantizer
from ai_edge_quantizer.qtyping import QuantGranularity, TFLOperationName
from ai_edge_quantizer.utils.tfl_flatbuffer_utils import TFL_OP_CODE_TO_NAME, get_op_scope
from tensorflowjs.converters.tf_saved_model_conversion_v2 import convert_tf_saved_model

from catalog import FORMATS
from export.formats import biases, metadata, operators
from export.sources.ours import INPUT, Source
from export.verify.samples import Samples
from models import saved_model
from models.preprocessing import SCOPE

ONE_SHARD = 1 << 30
"""TF.js cuts weights into files of this many bytes; one file is one request and one hash."""

CLASSIFIER = rf"^(?!.*{SCOPE}).*"
"""Names of the operations and weights that are not the front end's."""
QUANTIZED = {
    TFLOperationName.CONV_2D: QuantGranularity.CHANNELWISE,
    # beside activations in float, a runtime as old as 2.14 takes the first scale of a dense layer for all of its
    # channels, and does not say so
    TFLOperationName.FULLY_CONNECTED: QuantGranularity.TENSORWISE,
}
"""Operations whose weights become int8, and what shares a scale in `int8`; in `int8-full` each channel has one. Not the
convolutions by depth: they hold few weights, and their errors cost most."""
QUANTIZED_TFJS = ("Conv2D", "_FusedConv2D", "MatMul", "_FusedMatMul")
"""The same in TF.js."""
BETWEEN = (
    TFLOperationName.ADD,
    TFLOperationName.DEPTHWISE_CONV_2D,
    TFLOperationName.MAX_POOL_2D,
    TFLOperationName.MEAN,
    TFLOperationName.RESHAPE,
)
"""Operations that `int8-full` takes too where they lie between two of the above: left in float, they would have the
integers turned into floats and back."""
CALIBRATION = 5_000
"""Pictures on which the ranges of activations are found."""
SIGNATURE = "serving_default"

LICENCE = "Apache-2.0"


def to_saved_model(source: Source, folder: Path) -> None:
    """Writes a SavedModel whose signature takes one picture, named `image`.

    The batch is 1 and all shapes are static: LiteRT.js refuses a dynamic batch, and the converters leave
    arithmetic on shapes in the graph where they are not known.
    """
    picture = tf.TensorSpec(source.input, tf.float32, name=INPUT)
    saved_model.write(source.call, source.holder, picture, folder)


def to_zip(saved_model: Path, path: Path) -> None:
    """Packs a SavedModel; unpacked anywhere it is the same folder."""
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(saved_model.rglob("*")):
            if file.is_file():
                # of 1 January 1980, whenever it was made
                entry = zipfile.ZipInfo(file.relative_to(saved_model).as_posix())
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)


def to_tflite(source: Source, saved_model: Path, precision: str, pictures: Samples) -> bytes:
    """The `.tflite` file, with TFLite Metadata and the labels inside; `metadata.stamped` puts the version in.

    Args:
        source: what the metadata tells.
        saved_model: as `to_saved_model` wrote it.
        precision: `float32`, `float16`, `int8` (weights, with one scale a channel: dynamic range), or `int8-full`
            (the classifier's activations too, by what they are on the pictures).
        pictures: of which `int8-full` takes the first `CALIBRATION`.

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
    """Quantizes the classifier alone: TensorFlow's own converter would take the front end's matrices too.

    With pictures, its activations too.
    """
    quantization, ranges = quantizer.Quantizer(content), None
    with contextlib.redirect_stderr(io.StringIO()):  # it shows progress, and a warning that is for its authors
        if pictures is None:
            for operation, granularity in QUANTIZED.items():
                quantization.add_dynamic_config(CLASSIFIER, operation, 8, granularity)
        else:
            for operation in QUANTIZED:
                quantization.add_static_config(CLASSIFIER, operation, activation_num_bits=8, weight_num_bits=8)
            inner = _between(content)
            for operation in BETWEEN:
                quantization.add_static_config(inner, operation, activation_num_bits=8, weight_num_bits=8)
            ranges = quantization.calibrate({SIGNATURE: _Inputs(pictures)}, num_threads=1)
        quantized = quantization.quantize(ranges, enable_progress_report=False).quantized_model
    model = flatbuffer_utils.read_model_from_bytearray(bytearray(quantized))
    operators.update(model)
    return bytes(flatbuffer_utils.convert_object_to_bytearray(model))


def _between(content: bytes) -> str:
    """Pattern of the names of those operations that have a quantised one before them and another behind them."""
    model = flatbuffer_utils.read_model_from_bytearray(bytearray(content))
    (graph,) = model.subgraphs

    def is_quantized(operation) -> bool:
        kind = TFL_OP_CODE_TO_NAME.get(model.operatorCodes[operation.opcodeIndex].builtinCode)
        return kind in QUANTIZED and SCOPE not in get_op_scope(operation, graph.tensors)

    behind: set[int] = set()  # tensors that a quantised operation leads to
    before: set[int] = set()  # those that lead to one
    for operation in graph.operators:  # in the order in which they are run
        if is_quantized(operation) or not behind.isdisjoint(operation.inputs):
            behind.update(operation.outputs)
    for operation in reversed(graph.operators):
        if is_quantized(operation) or not before.isdisjoint(operation.outputs):
            before.update(operation.inputs)
    inner = [
        get_op_scope(operation, graph.tensors)
        for operation in graph.operators
        if not behind.isdisjoint(operation.inputs) and not before.isdisjoint(operation.outputs)
    ]
    return f"^({'|'.join(map(re.escape, inner))})$"


@dataclass(frozen=True)
class _Inputs:
    """The first `CALIBRATION` pictures as a signature takes them, made anew each time that they are gone through."""

    pictures: Samples

    def __iter__(self) -> Iterator[dict[str, np.ndarray]]:
        first = itertools.islice(itertools.chain.from_iterable(self.pictures.batches()), CALIBRATION)
        return ({INPUT: picture[np.newaxis].astype(np.float32)} for picture in first)


def _described(content: bytes, source: Source) -> bytes:
    """Adds the metadata of a classifier, and leaves out the names of inner tensors, which nobody asks for: they are
    some KB."""
    model = flatbuffer_utils.read_model_from_bytearray(content)
    for graph in model.subgraphs:
        for index, tensor in enumerate(graph.tensors):
            if index not in (*graph.inputs, *graph.outputs):
                tensor.name = None
    if not source.labels:
        return bytes(flatbuffer_utils.convert_object_to_bytearray(model))
    metadata.add(model, _about(source))
    return metadata.pack_labels(bytes(flatbuffer_utils.convert_object_to_bytearray(model)), source.labels)


def _about(source: Source) -> metadata.About:
    return metadata.About(
        name=source.title,
        description="An image classifier. Give it the picture as it is: the preprocessing is part of the model.",
        labels=source.labels,
        author=source.author,
        licence=LICENCE if source.author else None,
    )


def to_tfjs(saved_model: Path, folder: Path, precision: str) -> None:
    """Writes the TF.js graph model: `model.json` and one file of weights.

    Args:
        saved_model: as `to_saved_model` wrote it.
        folder: that is made.
        precision: `float32`, `float16`, or `uint8`: the classifier's kernels, with one scale each.

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
    """Converts; `stored` maps a type to the patterns of the names of the weights that are kept in it."""
    convert_tf_saved_model(
        str(saved_model), str(folder), weight_shard_size_bytes=ONE_SHARD, quantization_dtype_map=stored
    )


def _kernels(saved_model: Path) -> list[str]:
    """Patterns of the names that the classifier's kernels have in TF.js, read from a graph that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        _to_tfjs(saved_model, Path(folder), {})
        graph = json.loads((Path(folder) / "model.json").read_text(encoding="utf-8"))
    weights = {weight["name"] for group in graph["weightsManifest"] for weight in group["weights"]}
    kernels = {node["input"][1] for node in graph["modelTopology"]["node"] if node["op"] in QUANTIZED_TFJS}
    return [glob.escape(name) for name in sorted(kernels & weights) if re.match(CLASSIFIER, name)]

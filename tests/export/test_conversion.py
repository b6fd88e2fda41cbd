"""Conversion: what each precision changes in a file, and what it must not change."""

import dataclasses
import io
import json
import os
import zipfile
from types import SimpleNamespace

import numpy as np
import pytest
from ai_edge_litert.interpreter import Interpreter, OpResolverType
from ai_edge_litert.schema_py_generated import BuiltinOperator, TensorType
from ai_edge_litert.tools import flatbuffer_utils
from tensorflow.lite.python.convert import mlir_sparsify

import catalog
from catalog import FORMATS
from export.formats import conversion, metadata, operators
from export.samples import Samples
from export.sources import ours
from models.data import mnist
from models.preprocessing import segmentation
from models.preprocessing.operations import SCOPE


@pytest.fixture(scope="module")
def source() -> ours.Source:
    return ours.of_registry("compact")


@pytest.fixture(scope="module")
def saved_model(source, tmp_path_factory):
    folder = tmp_path_factory.mktemp("conversion") / "saved_model"
    conversion.to_saved_model(source, folder)
    return folder


@pytest.fixture(scope="module")
def few(digits) -> Samples:
    """The first 20 test digits."""
    return Samples(20, lambda: iter([mnist.on_canvas(digits[0][:20])]), digits[1][:20])


@pytest.fixture(scope="module")
def tflite(source, saved_model, few):
    """A function: a precision -> the file, converted once."""
    files = {}

    def of(precision: str) -> bytes:
        if precision not in files:
            files[precision] = conversion.to_tflite(source, saved_model, precision, few)
        return files[precision]

    return of


def loaded(content: bytes, **options) -> Interpreter:
    interpreter = Interpreter(model_content=content, num_threads=1, **options)
    interpreter.allocate_tensors()
    return interpreter


def answer(interpreter: Interpreter, picture: np.ndarray) -> np.ndarray:
    return interpreter.get_signature_runner()(image=picture[np.newaxis].astype(np.float32))["output_0"][0]


def network_input(content: bytes, picture: np.ndarray) -> np.ndarray:
    """What the front end gives to the segmentation: all float32 tensors of that shape."""
    interpreter = loaded(
        content,
        experimental_op_resolver_type=OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
        experimental_preserve_all_tensors=True,
    )
    answer(interpreter, picture)
    indices = [
        tensor["index"]
        for tensor in interpreter.get_tensor_details()
        if tensor["dtype"] == np.float32 and tensor["shape"].tolist() == [1, segmentation.SIDE, segmentation.SIDE, 1]
    ]
    return np.stack([interpreter.get_tensor(index) for index in indices])


def described(content: bytes) -> bytes:
    """The metadata in a file, unparsed."""
    model = flatbuffer_utils.read_model_from_bytearray(bytearray(content))
    (entry,) = [entry for entry in model.metadata if entry.name == b"TFLITE_METADATA"]
    return bytes(model.buffers[entry.buffer].data)


def test_a_new_file_is_described_as_the_published_one_that_mediapipe_reads(source, tflite):
    model = catalog.load().model(source.name)
    published = (catalog.PATH.parent / model.file("tflite", "int8").path).read_bytes()
    assert described(metadata.stamped(tflite("int8"), model.version)) == described(published)


@pytest.mark.parametrize("version", ["short", "much too long"])
def test_a_version_that_does_not_fit_is_refused(version, tflite):
    with pytest.raises(ValueError, match=f"has one version of 12 characters; .* '{version}' has {len(version)}"):
        metadata.stamped(tflite("int8"), version)


def test_a_stamped_file_differs_in_its_version_alone_and_answers_the_same(tflite, pictures):
    stamped = metadata.stamped(tflite("int8"), "0123456789ab")
    assert stamped.replace(b"0123456789ab", metadata.UNSTAMPED.encode()) == tflite("int8")
    assert metadata.stamped(stamped, metadata.UNSTAMPED, instead="0123456789ab") == tflite("int8")
    for picture in pictures[:3]:
        np.testing.assert_array_equal(answer(loaded(stamped), picture), answer(loaded(tflite("int8")), picture))


def test_a_saved_model_has_each_weight_once(source, saved_model):
    """Keras's own export writes each weight twice, and still answers correctly."""
    (data,) = (saved_model / "variables").glob("variables.data-*")
    assert 4 * source.parameters <= data.stat().st_size < 4 * source.parameters * 1.2


@pytest.mark.parametrize("precision", FORMATS["tflite"].precisions)
def test_a_file_answers_as_the_model_does(precision, tflite, source, pictures):
    interpreter = loaded(tflite(precision))
    answers = [answer(interpreter, picture) for picture in pictures[:20]]

    tolerance = {"float32": 1e-5, "float16": 0.01, "int8": 0.05, "int8-full": 0.06}[precision]
    np.testing.assert_allclose(answers, source.predict(pictures[:20]), atol=tolerance)


@pytest.mark.parametrize("precision", ["int8", "int8-full"])
def test_int8_leaves_the_arithmetic_of_the_front_end_alone(precision, tflite, pictures):
    for picture in pictures[:3]:
        expected = network_input(tflite("float32"), picture)
        assert expected.max() > 0.5
        np.testing.assert_array_equal(network_input(tflite(precision), picture), expected)


@pytest.mark.parametrize("precision", ["int8", "int8-full"])
def test_int8_takes_all_kernels_of_the_networks_and_nothing_else(precision, tflite, source):
    kernels = {weights.size for weights in source.holder.get_weights() if weights.ndim > 1}
    model = conversion.flatbuffer_utils.read_model_from_bytearray(tflite(precision))
    stored = [tensor for tensor in model.subgraphs[0].tensors if model.buffers[tensor.buffer].data is not None]

    assert {int(np.prod(tensor.shape)) for tensor in stored if tensor.type == 9} == kernels  # TensorType.INT8


def test_a_dense_layer_has_one_scale(tflite):
    """An older runtime silently uses the first of several for all."""
    model = flatbuffer_utils.read_model_from_bytearray(bytearray(tflite("int8")))
    (graph,) = model.subgraphs
    weights = [
        graph.tensors[operation.inputs[1]]
        for operation in graph.operators
        if model.operatorCodes[operation.opcodeIndex].builtinCode == BuiltinOperator.FULLY_CONNECTED
    ]
    dense = [tensor for tensor in weights if tensor.type == TensorType.INT8]
    assert [len(tensor.quantization.scale) for tensor in dense] == [1]


@pytest.mark.parametrize("precision", FORMATS["tflite"].precisions)
def test_operator_versions_are_those_that_tensorflow_gives(precision, tflite):
    """The converter's pass for sparse models rewrites them; the operation `DENSIFY` that it adds must not be there."""

    def versions(content: bytes) -> dict[int, int]:
        model = flatbuffer_utils.read_model_from_bytearray(bytearray(content))
        return {code.builtinCode: code.version for code in model.operatorCodes}

    anew = versions(mlir_sparsify(tflite(precision)))
    anew.pop(BuiltinOperator.DENSIFY, None)  # it is added where there is a sparse matrix
    given = versions(tflite(precision))
    assert given.pop(BuiltinOperator.DEQUANTIZE, None) == anew.pop(BuiltinOperator.DEQUANTIZE, None)
    assert given == anew


def quantized(graph) -> SimpleNamespace:
    """A model with one operation, with everything that determines its version."""
    kind, given, weights, scales = graph
    tensors = [
        SimpleNamespace(type=given),
        SimpleNamespace(type=weights, quantization=SimpleNamespace(scale=[1.0] * scales)),
    ]
    operation = SimpleNamespace(opcodeIndex=0, inputs=[0, 1, -1])
    return SimpleNamespace(
        buffers=[SimpleNamespace(data=b"1.5.0" + b"\0" * 11)],
        metadata=[SimpleNamespace(name=operators.METADATA, buffer=0)],
        operatorCodes=[SimpleNamespace(builtinCode=kind, version=1)],
        subgraphs=[SimpleNamespace(tensors=tensors, operators=[operation])],
    )


CONV, DENSE, FLOAT, INT = BuiltinOperator.CONV_2D, BuiltinOperator.FULLY_CONNECTED, TensorType.FLOAT32, TensorType.INT8


@pytest.mark.parametrize(
    ("operation", "version", "runtime"),
    [
        ((CONV, FLOAT, FLOAT, 1), 1, "1.5.0"),
        ((CONV, FLOAT, INT, 1), 2, "1.14.0"),
        ((CONV, FLOAT, INT, 8), 5, "2.4.0"),
        ((CONV, INT, INT, 8), 3, "1.14.0"),
        ((DENSE, FLOAT, INT, 1), 3, "1.14.0"),
        ((DENSE, INT, INT, 1), 4, "1.14.0"),
    ],
)
def test_the_oldest_runtime_is_that_of_the_operations(operation, version, runtime):
    model = quantized(operation)
    operators.update(model)
    assert (model.operatorCodes[0].version, operators.minimum(model)) == (version, runtime)


def test_a_dense_layer_of_many_scales_needs_a_runtime_that_nobody_has_listed():
    with pytest.raises(KeyError):
        operators.update(quantized((DENSE, FLOAT, INT, 8)))


def test_int8_full_computes_in_integers(tflite):
    """One quantisation at the start, one dequantisation at the end, and none in between."""
    codes = [operation["op_name"] for operation in loaded(tflite("int8-full"))._get_ops_details()]
    assert (codes.count("QUANTIZE"), codes.count("DEQUANTIZE")) == (1, 1)


@pytest.mark.parametrize("precision", FORMATS["tflite"].precisions)
def test_a_file_has_its_labels_inside_and_no_names_of_inner_tensors(precision, tflite, source):
    with zipfile.ZipFile(io.BytesIO(tflite(precision))) as packed:
        assert packed.namelist() == ["labels.txt"]
        assert packed.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert packed.read("labels.txt").decode().splitlines() == list(source.labels)
    assert b"ink_1" not in tflite(precision) and SCOPE.encode() not in tflite(precision)
    assert loaded(tflite(precision)).get_signature_list() == {
        "serving_default": {"inputs": ["image"], "outputs": ["output_0"]}
    }


def test_the_smallest_file_is_small(tflite):
    assert len(tflite("int8")) < 100_000


@pytest.mark.parametrize("precision", ["float32", "int8-full"])
def test_a_file_is_the_same_when_it_is_made_again(precision, tflite, source, saved_model, few):
    assert conversion.to_tflite(source, saved_model, precision, few) == tflite(precision)


def test_of_other_peoples_models_no_author_is_named(source, saved_model, few, tflite):
    other = dataclasses.replace(source, name="somebody-elses", title="Of somebody else", author=None)
    content = conversion.to_tflite(other, saved_model, "float32", few)
    assert b"Of somebody else" in content and b"Both Sides" not in content and b"Apache" not in content
    assert b"Both Sides" in tflite("float32") and b"Apache-2.0" in tflite("float32")


def test_an_unknown_precision_is_named(source, saved_model, few, tmp_path):
    with pytest.raises(
        ValueError, match="Format 'tflite' has no precision 'int4'. It has: float32, float16, int8, int8-"
    ):
        conversion.to_tflite(source, saved_model, "int4", few)
    with pytest.raises(ValueError, match="Format 'tfjs' has no precision 'int8'. It has: float32, float16, uint8"):
        conversion.to_tfjs(saved_model, tmp_path / "tfjs", "int8")
    assert not (tmp_path / "tfjs").exists()


def test_uint8_of_tfjs_takes_the_classifiers_kernels_alone(source, saved_model, tmp_path):
    conversion.to_tfjs(saved_model, tmp_path / "tfjs", "uint8")
    model = json.loads((tmp_path / "tfjs" / "model.json").read_text(encoding="utf-8"))
    weights = [weight for group in model["weightsManifest"] for weight in group["weights"]]
    small = [weight for weight in weights if "quantization" in weight]

    kernels = sorted(array.size for array in source.holder.get_weights() if array.ndim > 1)
    assert sorted(int(np.prod(weight["shape"])) for weight in small) == kernels
    assert {weight["quantization"]["dtype"] for weight in small} == {"uint8"}
    assert any("/ink_" in weight["name"] for weight in weights)
    assert not any("/ink_" in weight["name"] or "/frame_" in weight["name"] for weight in small)


def test_a_zip_is_the_same_whenever_it_is_made(saved_model, tmp_path):
    conversion.to_zip(saved_model, tmp_path / "one.zip")
    for file in saved_model.rglob("*"):
        os.utime(file, (10**9, 10**9))
    conversion.to_zip(saved_model, tmp_path / "other.zip")

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        archive.extractall(tmp_path / "folder")
    assert {file.relative_to(saved_model): file.read_bytes() for file in saved_model.rglob("*") if file.is_file()} == {
        file.relative_to(tmp_path / "folder"): file.read_bytes()
        for file in (tmp_path / "folder").rglob("*")
        if file.is_file()
    }

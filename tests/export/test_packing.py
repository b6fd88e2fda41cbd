"""A packed `.tflite` says the same in fewer bytes."""

import numpy as np
import pytest
from ai_edge_litert.interpreter import Interpreter
from ai_edge_litert.schema_py_generated import BufferT, MetadataT
from ai_edge_litert.tools import flatbuffer_utils

import catalog
from export.formats.packing import packed

FOLDER = catalog.PATH.parent


def unpacked(content: bytes) -> bytes:
    """The file as the library writes it, with everything as often as it is used."""
    model = flatbuffer_utils.read_model_from_bytearray(bytearray(content))
    return bytes(flatbuffer_utils.convert_object_to_bytearray(model))


def answers(content: bytes, pictures: np.ndarray) -> np.ndarray:
    interpreter = Interpreter(model_content=content, num_threads=1)
    interpreter.allocate_tensors()
    (image,), (output,) = interpreter.get_input_details(), interpreter.get_output_details()
    given = []
    for picture in pictures:
        interpreter.set_tensor(image["index"], picture[np.newaxis].astype(np.float32))
        interpreter.invoke()
        given.append(interpreter.get_tensor(output["index"]))
    return np.concatenate(given)


@pytest.mark.parametrize("precision", ["float32", "float16", "int8", "int8-full"])
def test_a_packed_file_is_smaller_and_answers_to_the_last_bit(precision, pictures):
    whole = unpacked((FOLDER / f"compact/compact-{precision}.tflite").read_bytes())
    small = packed(flatbuffer_utils.read_model_from_bytearray(bytearray(whole)))
    assert len(small) < len(whole) - 2_000
    np.testing.assert_array_equal(answers(small, pictures[:20]), answers(whole, pictures[:20]))


@pytest.mark.parametrize("precision", ["float32", "int8-full"])
def test_a_packed_file_has_the_same_content(precision):
    """Read again and written in full, both are the same, byte for byte."""
    whole = unpacked((FOLDER / f"compact/compact-{precision}.tflite").read_bytes())
    model = flatbuffer_utils.read_model_from_bytearray(bytearray(whole))
    small = packed(model)  # leaves out empty quantisations in the model, too
    assert unpacked(small) == bytes(flatbuffer_utils.convert_object_to_bytearray(model))
    assert small[4:8] == whole[4:8] == b"TFL3"


def test_a_packed_file_says_nothing_of_its_converter(pictures):
    """But keeps what clients read: the metadata of TFLite, and the oldest runtime."""
    content = (FOLDER / "compact/compact-int8.tflite").read_bytes()
    model = flatbuffer_utils.read_model_from_bytearray(bytearray(content))
    kept = {entry.name: bytes(model.buffers[entry.buffer].data) for entry in model.metadata}
    assert set(kept) == {b"min_runtime_version", b"TFLITE_METADATA"}
    model.description = b"MLIR Converted."
    for user in (*model.subgraphs[0].tensors, *model.metadata):
        user.buffer += user.buffer > 0
    model.buffers.insert(1, BufferT(data=list(b"of the converter")))
    model.metadata.insert(0, MetadataT(name=b"CONVERSION_METADATA", buffer=1))
    small = packed(model)
    again = flatbuffer_utils.read_model_from_bytearray(bytearray(small))
    assert again.description is None and b"of the converter" not in small
    assert {entry.name: bytes(again.buffers[entry.buffer].data) for entry in again.metadata} == kept
    np.testing.assert_array_equal(answers(small, pictures[:5]), answers(content, pictures[:5]))

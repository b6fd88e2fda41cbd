"""A user's `.tflite` is refused before it is run, if it is too large for that or is no image classifier."""

import numpy as np
import pytest
from ai_edge_litert.schema_py_generated import ModelT, TensorType

from export.files import metadata_reader, normalization, originals, tflite_file, user_file
from export.formats import metadata
from tests.browser.own_models import COLOURS, OPERATORS, Tflite, colours, softmax
from tests.export.user_models import written


def given(shape=(1, 3), gives=TensorType.FLOAT32, takes=TensorType.FLOAT32) -> bytes:
    """A file with a single operation, whose output has this shape."""
    file = Tflite()
    image, last = file.tensor((1, 8, 6, 3), "image", takes), file.tensor(shape, "last", gives)
    file.graph.inputs, file.graph.outputs = [image], [last]
    file.operator(OPERATORS.SOFTMAX, [image], [last], softmax())
    return file.content()


WRONG = {
    "too many pixels": (colours((2001, 2000)), "pictures may have 1 to 4,000,000 pixels"),
    "too many classes": (given((1, 100_001)), "gives 100001 numbers; possible are 1 to 100,000"),
    "a map": (given((1, 2, 3)), r"gives \[1, 2, 3\], but it must give \[1, labels\]"),
    "whole numbers": (given(gives=TensorType.INT32), "gives numbers of type int32"),
    "pixels of 64 bits": (given(takes=TensorType.INT64), "takes numbers of type int64; possible are"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_too_large_or_no_classifier_is_refused(kind, tmp_path):
    content, sentence = WRONG[kind]
    (path := tmp_path / "a.tflite").write_bytes(content)
    with pytest.raises(ValueError, match=sentence):
        tflite_file.read(path)


def test_a_file_of_too_many_parts_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(tflite_file, "TABLES", 3)
    (path := tmp_path / "a.tflite").write_bytes(colours())
    with pytest.raises(ValueError, match="tensors, operations and buffers; at most 3 are read"):
        tflite_file.read(path)


@pytest.fixture
def options(tmp_path) -> user_file.Options:
    return user_file.Options(written(tmp_path, *COLOURS), None, normalization.named("0,1"))


def test_a_model_without_end_is_stopped(tmp_path, monkeypatch, options):
    monkeypatch.setattr(originals, "SECONDS", 3)
    (path := tmp_path / "a.tflite").write_bytes(colours(endless=True))
    with pytest.raises(ValueError, match="did not end in LiteRT within 3 seconds"):
        user_file.of_path(path, options)


def test_answers_that_are_no_numbers_are_refused(tmp_path, monkeypatch, options):
    monkeypatch.setattr(originals, "answers", lambda path, inputs, count: np.full((count, 3), np.nan, np.float32))
    (path := tmp_path / "a.tflite").write_bytes(colours())
    with pytest.raises(ValueError, match="not finite"):
        user_file.of_path(path, options)


@pytest.mark.parametrize(("entries", "labels"), [(1, COLOURS), (0, None)])
def test_no_more_entries_of_the_metadata_are_looked_at_than_allowed(monkeypatch, entries, labels):
    model = ModelT()
    model.buffers = []
    metadata.add(model, metadata.About("Colours", "", COLOURS))
    monkeypatch.setattr(metadata_reader, "ENTRIES", entries)
    said = metadata_reader.read(model.buffers[0].data, metadata.pack_labels(b"", COLOURS))
    assert said.labels == labels

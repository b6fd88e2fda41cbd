"""A version covers all published files of a model."""

import dataclasses
import functools
import shutil
from pathlib import Path

import pytest

import catalog
from export import publishing, samples, versions
from export.formats import conversion
from export.sources import ours
from export.sources.source import Source
from models.data import mnist

FOLDER = catalog.PATH.parent
PUBLISHED = catalog.load()


@pytest.mark.parametrize("model", PUBLISHED.models, ids=lambda model: model.name)
def test_the_version_is_that_of_the_published_files(model):
    """Only if all `.tflite` files are available: those too large to be committed may be missing."""
    assert versions.fault(model, FOLDER) is None


EARLIER = {"transfer", "resnet50v2"}
"""Digit models that are not published with the front end of now. They contain an earlier one."""


def test_the_front_ends_version_is_that_of_its_files_and_every_digit_model_has_it_but_those_named():
    front_end = PUBLISHED.front_end
    assert versions.of_files("", front_end.files, FOLDER, stamp=None) == front_end.version
    there = [model for model in PUBLISHED.models if model.name not in EARLIER]
    versions_by_task = {(model.task, model.front_end) for model in there if model.origin != "user"}
    assert versions_by_task == {("digit", front_end.version), ("photo", None)}
    assert all((model.blank is None) == (model.front_end is None) for model in PUBLISHED.models)


@pytest.fixture(scope="module")
def few_digits():
    """The first 20 test images instead of 10,000."""
    images, labels = mnist.test()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mnist, "test", lambda: (images[:20], labels[:20]))
        yield


@functools.cache
def cnn() -> Source:
    """Loaded once for the tests that do not change what it computes."""
    return ours.of_registry("cnn")


def publish_in(folder: Path, source: Source | None = None, **options) -> catalog.Model:
    """Publishes `cnn` in a folder; `options` are those of `publishing.publish`."""
    path, forms = folder / "catalog.json", (("tflite", "float32"), ("tflite", "int8"), ("keras", "float32"))
    publishing.publish(source or cnn(), samples.digits(), path, forms, **options)
    return catalog.load(path).model("cnn")


@pytest.fixture(scope="module")
def published(few_digits, tmp_path_factory) -> Path:
    """The folder of a catalog with `cnn`."""
    folder = tmp_path_factory.mktemp("published")
    publish_in(folder)
    return folder


@pytest.fixture
def folder(published, tmp_path) -> Path:
    """A copy of that folder."""
    return shutil.copytree(published, tmp_path / "models")


@pytest.fixture
def first(folder) -> catalog.Model:
    """The model as it was published there."""
    return catalog.load(folder / "catalog.json").model("cnn")


def test_every_file_has_the_same_version_and_the_same_model_has_it_again(folder, first):
    for file in first.files[:2]:
        assert f"\x0c\0\0\0{first.version}\0".encode() in (folder / file.path).read_bytes()
    assert versions.fault(first, folder) is None
    assert publish_in(folder, ours.of_registry("cnn")).version == first.version != first.weights


def test_another_quantisation_is_another_version_and_the_same_weights(folder, first, monkeypatch):
    convolutions, _ = conversion.QUANTIZED.items()
    monkeypatch.setattr(conversion, "QUANTIZED", dict([convolutions]))
    second = publish_in(folder)
    assert (second.version != first.version, second.weights) == (True, first.weights)


def test_another_front_end_is_another_version(folder, first, monkeypatch):
    monkeypatch.setattr("models.preprocessing.frame.Frame.STRENGTH", 0.91)
    assert publish_in(folder, ours.of_registry("cnn")).version != first.version


def test_a_file_that_is_withheld_does_not_count(folder, first):
    float32, int8, keras = first.files
    withheld = dataclasses.replace(int8, withheld="Loses too much.")
    of_one, of_two = (
        versions.of_files(first.weights or "", files, folder, stamp=first.version)
        for files in ((float32, withheld, keras), (float32, keras))
    )
    assert of_one == of_two != first.version


def test_one_format_can_be_published_again_and_the_others_stay(folder, first):
    keras = folder / first.file("keras").path
    content = keras.read_bytes()
    second = publish_in(folder, only="tflite")
    assert (second.version, second.files[2]) == (first.version, first.files[2])
    assert keras.read_bytes() == content and versions.fault(second, folder) is None


def change(folder: Path, **fields) -> None:
    """Changes fields of the model in the catalog of a folder."""
    path = folder / "catalog.json"
    published = catalog.load(path)
    catalog.save(published.with_model(dataclasses.replace(published.model("cnn"), **fields)), path)


def test_one_format_alone_of_other_weights_is_refused(folder):
    change(folder, weights="0" * 12)
    with pytest.raises(ValueError, match="has the weights .*, but the published ones are 000000000000: publish all"):
        publish_in(folder, only="tflite")


def test_a_published_time_is_kept_where_the_file_stays_as_it_is(folder, first, monkeypatch):
    change(folder, files=tuple(dataclasses.replace(file, milliseconds=123.0) for file in first.files))
    convolutions, _ = conversion.QUANTIZED.items()
    monkeypatch.setattr(conversion, "QUANTIZED", dict([convolutions]))
    times = [file.milliseconds for file in publish_in(folder, keep_times=True).files]
    assert times[0] == times[2] == 123 != times[1]

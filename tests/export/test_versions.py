"""A version covers all published files of a model."""

import dataclasses

import pytest

import catalog
from export import publishing, samples, versions
from export.formats import conversion
from export.sources import ours
from models.data import mnist

FOLDER = catalog.PATH.parent
PUBLISHED = catalog.load()


@pytest.mark.parametrize("model", PUBLISHED.models, ids=lambda model: model.name)
def test_the_version_is_that_of_the_published_files(model):
    """Only if all `.tflite` files are available: those too large to be committed may be missing."""
    assert versions.fault(model, FOLDER) is None


def test_the_front_ends_version_is_that_of_its_files_and_every_digit_model_has_it():
    front_end = PUBLISHED.front_end
    assert versions.of_files("", front_end.files, FOLDER, stamp=None) == front_end.version
    versions_by_task = {(model.task, model.front_end) for model in PUBLISHED.models if model.origin != "user"}
    assert versions_by_task == {("digit", front_end.version), ("photo", None)}
    assert all((model.blank is None) == (model.front_end is None) for model in PUBLISHED.models)


@pytest.fixture
def publish(tmp_path, monkeypatch):
    """A function: options of `publishing.publish` -> the catalog, with `cnn` verified on 20 digits."""
    images, labels = mnist.test()
    monkeypatch.setattr(mnist, "test", lambda: (images[:20], labels[:20]))

    def published(**options) -> catalog.Catalog:
        path, forms = tmp_path / "catalog.json", (("tflite", "float32"), ("tflite", "int8"), ("keras", "float32"))
        publishing.publish(ours.of_registry("cnn"), samples.digits(), path, forms, **options)
        return catalog.load(path)

    return published


def test_every_file_has_the_same_version_and_the_same_model_has_it_again(publish, tmp_path):
    first = publish().model("cnn")
    for file in first.files[:2]:
        assert f"\x0c\0\0\0{first.version}\0".encode() in (tmp_path / file.path).read_bytes()
    assert versions.fault(first, tmp_path) is None
    assert publish().model("cnn").version == first.version != first.weights


def test_another_quantisation_is_another_version_and_the_same_weights(publish, monkeypatch):
    first = publish().model("cnn")
    convolutions, _ = conversion.QUANTIZED.items()
    monkeypatch.setattr(conversion, "QUANTIZED", dict([convolutions]))
    second = publish().model("cnn")
    assert (second.version != first.version, second.weights) == (True, first.weights)


def test_another_front_end_is_another_version(publish, monkeypatch):
    first = publish().model("cnn")
    monkeypatch.setattr("models.preprocessing.Frame.STRENGTH", 0.91)
    assert publish().model("cnn").version != first.version


def test_a_file_that_is_withheld_does_not_count(publish, tmp_path):
    model = publish().model("cnn")
    float32, int8, keras = model.files
    withheld = dataclasses.replace(int8, withheld="Loses too much.")
    of_one, of_two = (
        versions.of_files(model.weights or "", files, tmp_path, stamp=model.version)
        for files in ((float32, withheld, keras), (float32, keras))
    )
    assert of_one == of_two != model.version


def test_one_format_can_be_published_again_and_the_others_stay(publish, tmp_path):
    first = publish().model("cnn")
    keras = tmp_path / first.file("keras").path
    content = keras.read_bytes()
    second = publish(only="tflite").model("cnn")
    assert (second.version, second.files[2]) == (first.version, first.files[2])
    assert keras.read_bytes() == content and versions.fault(second, tmp_path) is None


def test_one_format_alone_of_other_weights_is_refused(publish, tmp_path):
    path = tmp_path / "catalog.json"
    published = publish()
    other = dataclasses.replace(published.model("cnn"), weights="0" * 12)
    catalog.save(published.with_model(other), path)
    with pytest.raises(ValueError, match="has the weights .*, but the published ones are 000000000000: publish all"):
        publish(only="tflite")


def test_a_published_time_is_kept_where_the_file_stays_as_it_is(publish, tmp_path, monkeypatch):
    path = tmp_path / "catalog.json"
    published = publish()
    model = published.model("cnn")
    float32, int8, keras = (dataclasses.replace(file, milliseconds=123.0) for file in model.files)
    catalog.save(published.with_model(dataclasses.replace(model, files=(float32, int8, keras))), path)
    convolutions, _ = conversion.QUANTIZED.items()
    monkeypatch.setattr(conversion, "QUANTIZED", dict([convolutions]))
    times = [file.milliseconds for file in publish(keep_times=True).model("cnn").files]
    assert times[0] == times[2] == 123 != times[1]

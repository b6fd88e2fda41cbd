"""The features of a model are what its last dense layer gets, with the weights that are already published."""

import dataclasses
import json
import shutil
from unittest.mock import Mock

import numpy as np
import pytest

import catalog
from export import features, samples
from export.checking import check
from export.verify.verification import Comparison, VerificationError
from models.data import mnist

FOLDER = catalog.PATH.parent
MODEL = catalog.load().model("compact")
WHOLE = FOLDER / MODEL.defaults["tfjs"]


def few(count: int = 12) -> samples.Samples:
    pictures = mnist.on_canvas(mnist.test()[0][:count])
    return samples.Samples(count, lambda: iter([pictures]), None)


@pytest.fixture
def small(tmp_path):
    """The path of a catalog with the compact model's default TF.js file alone, without features."""
    (file,) = [file for file in MODEL.files if file.path == MODEL.defaults["tfjs"]]
    for part in file.whole:
        place = tmp_path / part.path
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(FOLDER / part.path, place)
    model = dataclasses.replace(MODEL, files=(file,), features=None)
    path = tmp_path / "catalog.json"
    catalog.save(catalog.Catalog(default=model.name, models=(model,)), path)
    return path


def test_they_are_published_beside_the_model_and_change_nothing_else(small):
    before = catalog.load(small).model("compact")
    features.publish("compact", small, few())
    model = catalog.load(small).model("compact")
    assert model.features.length == 32
    assert model.features.file.path == "compact/tfjs-uint8/features.json"
    assert (model.version, model.files) == (before.version, before.files)
    graph = json.loads((small.parent / model.features.file.path).read_text(encoding="utf-8"))
    assert not [node for node in graph["modelTopology"]["node"] if node["op"] == "Softmax"]


def test_what_was_published_meanwhile_stays(small, monkeypatch):
    other, verify = catalog.load().model("cnn"), features.verify

    def meanwhile(*about):
        catalog.save(catalog.load(small).with_model(other), small)
        return verify(*about)

    monkeypatch.setattr(features, "verify", meanwhile)
    features.publish("compact", small, few(2))
    after = catalog.load(small)
    assert after.model("compact").features and [model.name for model in after.models] == ["compact", "cnn"]


def test_features_of_a_model_that_was_published_again_are_not_published(small, monkeypatch):
    measured = features._measured

    def meanwhile(model, whole, staging, given):
        result = measured(model, whole, staging, given)
        staging.unlink()  # the whole folder is replaced
        staging.with_name("features.json").write_text("of the new model")
        new = catalog.load(small)
        catalog.save(new.with_model(dataclasses.replace(new.model("compact"), version="another")), small)
        return result

    monkeypatch.setattr(features, "_measured", meanwhile)
    with pytest.raises(VerificationError, match="'compact' was published again meanwhile"):
        features.publish("compact", small, few(2))
    (kept,) = small.parent.rglob("*features.json")
    assert kept.read_text() == "of the new model"


def test_features_that_are_not_the_models_are_not_published(small, monkeypatch):
    whole = features.cut

    def another_layer(graph, title):
        made = whole(graph, title)
        nodes = {node["name"]: node for node in made["modelTopology"]["node"]}
        last = nodes[made["signature"]["outputs"]["features"]["name"].removesuffix(":0")]
        last["op"] = "Max"  # the largest instead of the average
        return made

    monkeypatch.setattr(features, "cut", another_layer)
    text = small.read_text(encoding="utf-8")
    with pytest.raises(VerificationError, match="last layer answers otherwise, by .* on 12 images"):
        features.publish("compact", small, few())
    assert small.read_text(encoding="utf-8") == text
    assert not (small.parent / "compact/tfjs-uint8/features.json").exists()


def test_a_graph_without_a_last_dense_layer_is_refused():
    graph = json.loads(WHOLE.read_text(encoding="utf-8"))
    (output,) = graph["signature"]["outputs"].values()
    *_, mean = [node["name"] for node in graph["modelTopology"]["node"] if node["op"] == "Mean"]
    output["name"] = f"{mean}:0"
    with pytest.raises(ValueError, match="x.json ends in Mean '.*'; a dense layer with softmax is needed"):
        features.cut(graph, "x.json")


def test_the_head_is_the_trained_one():
    kernel, bias = features.head(WHOLE)
    assert (kernel.shape, bias.shape) == ((32, 10), (10,))
    assert np.abs(kernel).max() > 0.1


def test_a_check_finds_changed_features(small):
    features.publish("compact", small, few())
    place = small.parent / "compact/tfjs-uint8/features.json"
    place.write_text(place.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert [said for said in check(path=small, sample=5) if "features.json" in said]


def test_a_check_finds_features_that_are_not_the_models(small, monkeypatch):
    features.publish("compact", small, few(3))
    published = catalog.load(small)
    model = published.model()
    wrong = dataclasses.replace(model, features=dataclasses.replace(model.features, length=33))
    catalog.save(published.with_model(wrong), small)
    head = features.head
    monkeypatch.setattr(features, "head", lambda path: (head(path)[0] * 1.1, head(path)[1]))
    said = "\n".join(check(path=small, sample=3))
    assert "gives 32 features; the catalog says 33" in said and "last layer answers otherwise" in said


@pytest.mark.parametrize("before", [None, "as before"])
def test_a_catalog_that_cannot_be_written_leaves_the_old_features(small, monkeypatch, before):
    place = small.parent / "compact/tfjs-uint8/features.json"
    if before:
        place.write_text(before)
    monkeypatch.setattr(catalog, "save", Mock(side_effect=OSError("The disk is full.")))
    with pytest.raises(OSError, match="full"):
        features.publish("compact", small, few(3))
    assert (place.read_text() if place.exists() else None) == before


def test_features_that_are_no_numbers_are_a_fault():
    assert "by nan in a probability" in features.fault(Comparison(float("nan"), 0, 5, 1.0, None, None))

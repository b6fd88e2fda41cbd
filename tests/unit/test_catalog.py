"""The catalog matches the committed files."""

import dataclasses
import hashlib
import json
from unittest.mock import Mock

import pytest

import catalog
from catalog import Catalog, UnknownName, storage
from export import samples
from export.verify.verification import CHANGED, LOSS, ROUNDING, TOLERANCE
from tests.published import LEAST

FOLDER = catalog.PATH.parent
PUBLISHED = catalog.load()
FILES = [(model, file) for model in PUBLISHED.models for file in model.files]
FEATURES = [model for model in PUBLISHED.models if model.features]
ALL_FILES = [*(file for _, file in FILES), *PUBLISHED.front_end.files, *(model.features.file for model in FEATURES)]


@pytest.mark.parametrize("file", ALL_FILES, ids=[file.path for file in ALL_FILES])
def test_each_file_has_the_size_and_the_hash_that_the_catalog_says(file):
    main = FOLDER / file.path
    if file.withheld:
        assert not main.exists(), file.withheld
        return
    if file.command and not main.exists():
        assert file.bytes >= 10_000_000, "only what is too large may be missing"
        return
    assert hashlib.sha256(main.read_bytes()).hexdigest() == file.sha256
    for part in file.parts:
        content = (FOLDER / part.path).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (part.bytes, part.sha256)
    assert file.bytes == main.stat().st_size + sum(part.bytes for part in file.parts)


@pytest.mark.parametrize(
    "model", [model for model in PUBLISHED.models if model.name in LEAST], ids=lambda model: model.name
)
def test_models_are_good_enough_to_be_published(model):
    assert model.accuracy >= LEAST[model.name]


def test_the_default_is_good_enough_in_every_precision():
    model = PUBLISHED.model("compact")
    accuracies = {file.path: file.accuracy for file in model.files if not file.withheld}
    assert {file.format for file in model.files} == {"tflite", "tfjs", "saved_model", "keras"}
    assert min(accuracies.values()) >= LEAST["compact"] - LOSS, accuracies


def test_a_catalog_that_cannot_be_written_leaves_nothing(tmp_path, monkeypatch):
    def full(*paths):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage.os, "replace", full)
    with pytest.raises(OSError):
        catalog.save(catalog.load(), tmp_path / "catalog.json")
    assert not list(tmp_path.iterdir())


def test_each_model_says_how_long_its_training_took_if_there_was_one():
    untrained = {model.name for model in PUBLISHED.models if not model.training_seconds}
    assert untrained.isdisjoint(LEAST)


def test_the_page_can_learn_on_drawings_and_on_photographs():
    assert {model.task: model.features.length for model in FEATURES} == {"digit": 32, "photo": 1280}


@pytest.mark.parametrize("model", FEATURES, ids=lambda model: model.name)
def test_features_were_verified_and_have_the_weights_of_the_file_that_the_page_loads(model):
    file = model.features.file
    (whole,) = [each for each in model.files if each.path == model.defaults["tfjs"]]
    assert file.parts == whole.parts, "nothing large is stored twice"
    assert 0 < file.max_difference <= TOLERANCE and file.labels_differ == 0
    assert file.pictures == {"digit": 10_000, "photo": samples.CROPS}[model.task]


@pytest.mark.parametrize(
    ("model", "file"),
    [(model, file) for model, file in FILES if model.origin != "user"],
    ids=[file.path for model, file in FILES if model.origin != "user"],
)
def test_each_file_was_verified_on_all_pictures_and_is_within_the_rules(model, file):
    of_task = {"digit": 10_000, "photo": samples.CROPS}
    assert file.pictures == of_task[model.task] and file.milliseconds > 0
    assert (file.accuracy is None) == (model.accuracy is None) == (model.task != "digit")
    if file.withheld:
        return
    if file.precision == "float32":
        assert file.max_difference <= TOLERANCE and file.labels_differ == 0
    elif file.accuracy is None:
        assert file.labels_differ <= CHANGED * file.pictures
    else:
        assert model.accuracy - file.accuracy <= LOSS + ROUNDING


def test_the_default_is_there():
    assert PUBLISHED.model().name == PUBLISHED.default


def test_it_says_whose_each_model_is():
    origins = {model.name: model.origin for model in PUBLISHED.models}
    assert origins.items() >= {"photo": "taken", **dict.fromkeys(LEAST.keys() & origins.keys(), "ours")}.items()


def test_the_page_begins_with_the_entry_of_the_default_alone():
    whole, beginning = (
        json.loads(path.read_text("utf-8")) for path in (catalog.PATH, catalog.PATH.with_name("default.json"))
    )
    assert beginning["models"] == [model for model in whole["models"] if model["name"] == whole["default"]]
    assert {**beginning, "models": [], "front_end": None} == {**whole, "models": [], "front_end": None}


def test_it_survives_json():
    assert Catalog.from_json(PUBLISHED.to_json()) == PUBLISHED


def test_unknown_names_are_told_which_there_are():
    with pytest.raises(UnknownName, match="There is no model 'nothing'. There are: .*cnn"):
        PUBLISHED.model("nothing")
    with pytest.raises(UnknownName, match="has no tflite file of precision 'float8'. It has: tflite float32"):
        PUBLISHED.model("cnn").file("tflite", "float8")


def test_a_model_takes_the_place_of_its_namesake():
    first, second, *_ = PUBLISHED.models
    newer = dataclasses.replace(second, title="Newer")
    changed = PUBLISHED.with_model(newer)
    assert changed.model(second.name) is newer and changed.models[:2] == (first, newer)
    assert [model.name for model in changed.models] == [model.name for model in PUBLISHED.models]


def test_a_new_model_stands_last():
    new = dataclasses.replace(PUBLISHED.models[0], name="new")
    assert PUBLISHED.with_model(new).models == (*PUBLISHED.models, new)


def test_keys_that_are_not_known_are_passed_over():
    fields = json.loads(PUBLISHED.to_json())
    model = fields["models"][0]
    for row in (fields, model, model["files"][0], fields["front_end"], fields["front_end"]["files"][1]["parts"][0]):
        row["note"] = ["of a newer exporter"]
    assert Catalog.from_json(json.dumps(fields)) == PUBLISHED


def test_a_catalog_from_before_the_newer_keys_is_read():
    fields = json.loads(PUBLISHED.to_json())
    for model in fields["models"]:
        del model["front_end"], model["blank"], model["weights"]
    del fields["front_end"]["version"]
    model = Catalog.from_json(json.dumps(fields)).model()
    assert (model.front_end, model.blank, model.weights) == (None, None, None)


def test_a_catalog_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "catalog.json"
    published = catalog.load()
    catalog.save(published, path)
    before = path.read_bytes()
    monkeypatch.setattr(storage.os, "replace", Mock(side_effect=OSError("ended here")))
    with pytest.raises(OSError, match="ended here"):
        catalog.save(dataclasses.replace(published, models=published.models[:1]), path)
    assert path.read_bytes() == before

"""The front end is published on its own, and shows what the digit models see."""

import dataclasses
import shutil

import numpy as np
import pytest

import catalog
from export import checking, front_end, samples
from export.formats.handlers import HANDLERS
from export.verify import inside, oldest
from export.verify.verification import VerificationError
from models.data import mnist
from models.preprocessing.front_end import front_end as build

FOLDER = catalog.PATH.parent
PUBLISHED = catalog.load().front_end


def few(count: int = 20) -> samples.Samples:
    pictures = mnist.on_canvas(mnist.test()[0][:count])
    return samples.Samples(count, lambda: iter([pictures]), None)


@pytest.mark.parametrize("file", PUBLISHED.files, ids=[file.path for file in PUBLISHED.files])
def test_the_catalog_says_how_far_each_file_is_from_the_front_end(file):
    assert 0 < file.max_difference <= front_end.TOLERANCE
    assert file.pictures == 10_000


def test_the_published_file_gives_the_frame_that_the_models_see():
    pictures = few()
    expected = build().predict_on_batch(next(pictures.batches()).astype(np.float32))
    (file,) = [file for file in PUBLISHED.files if file.format == "tflite"]
    answers = HANDLERS[file.format].run(FOLDER / file.path, pictures)
    assert PUBLISHED.output == (1, *expected.shape[1:])
    assert front_end.compare(answers, expected).max_difference <= front_end.TOLERANCE


def shifted(run, shift: float):
    """The same runtime, whose frames are off."""
    return lambda *about: dataclasses.replace(
        answers := run(*about), probabilities=answers.probabilities + np.float32(shift)
    )


@pytest.mark.parametrize(("runtime", "shift"), [("LiteRT", 2e-3), ("LiteRT", float("nan")), ("the oldest", 2e-3)])
def test_another_frame_is_not_published(runtime, shift, tmp_path, monkeypatch):
    path = tmp_path / "catalog.json"
    catalog.save(catalog.Catalog(default="compact", models=()), path)
    before = path.read_text(encoding="utf-8")
    if runtime == "LiteRT":
        handler = HANDLERS["tflite"]
        monkeypatch.setitem(HANDLERS, "tflite", dataclasses.replace(handler, run=shifted(handler.run, shift)))
    else:
        run = oldest.run
        monkeypatch.setattr(oldest, "run", lambda *about: run(*about) + np.float32(shift))
    with pytest.raises(VerificationError, match="differs from the front end by .* in a pixel, on 3 images"):
        front_end.publish(path, few(3))
    assert path.read_text(encoding="utf-8") == before
    assert [file.name for file in tmp_path.iterdir()] == ["catalog.json"]


def test_what_was_published_meanwhile_stays(tmp_path, monkeypatch):
    path = tmp_path / "catalog.json"
    catalog.save(catalog.Catalog(default="compact", models=()), path)
    published, run = catalog.load().model("compact"), oldest.run

    def meanwhile(*about):
        catalog.save(catalog.Catalog("compact", (published,)), path)
        return run(*about)

    monkeypatch.setattr(oldest, "run", meanwhile)
    front_end.publish(path, few(3))
    after = catalog.load(path)
    assert after.front_end and [model.name for model in after.models] == ["compact"]


def test_a_check_finds_another_frame_and_another_file(tmp_path, monkeypatch):
    handler = HANDLERS["tflite"]
    monkeypatch.setitem(HANDLERS, "tflite", dataclasses.replace(handler, run=shifted(handler.run, 2e-3)))
    (said,) = checking._check_front_end(PUBLISHED, FOLDER, 3)
    assert "differs from the front end by" in said
    shutil.copytree(FOLDER / "front_end", tmp_path / "front_end")
    with (tmp_path / PUBLISHED.files[0].path).open("ab") as file:
        file.write(b"0")
    assert checking._check_front_end(PUBLISHED, tmp_path, 3)[0].startswith(f"{PUBLISHED.files[0].path} has ")


@pytest.mark.parametrize("name", ["compact", "cnn", "photo"])
def test_a_model_is_recognized_by_its_front_end(name):
    model = catalog.load().model(name)
    file = next(file for file in model.files if file.format == "tflite" and file.everywhere)
    found = inside.look(FOLDER / file.path, PUBLISHED, FOLDER, few())
    assert found == (model.front_end, model.blank)

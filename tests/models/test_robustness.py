"""The robustness measurements, on a few digits."""

import json

import keras
import numpy as np
import pytest

from models import __main__ as command_line
from models import trained_files
from models.data import drawing, mnist, mnist_c, stray_marks
from models.evaluation import robustness
from models.trained_files import TRAINED


@pytest.fixture(scope="module")
def cnn() -> keras.Model:
    return keras.models.load_model(TRAINED / "cnn.keras")


def test_a_wrong_kind_is_refused(cnn):
    with pytest.raises(ValueError, match=r"no kind of robustness \['stray'\]. There are: accuracy, stray_marks"):
        robustness.measure({"cnn": cnn}, ["stray"])


def test_a_model_that_shows_no_frame_is_named():
    picture = keras.Input((224, 224, 3))
    model = keras.Model(picture, keras.layers.Flatten()(picture), name="transfer")
    with pytest.raises(ValueError, match="^Model 'transfer' shows no frame, so its robustness cannot be measured"):
        robustness.measure({"transfer": model}, ["confidence"], 20)


def test_letters_and_scribbles_are_no_blank_pictures():
    for pictures in (robustness.letters(20), drawing.scribble_chunk((0, 0, 5))):
        assert (pictures.reshape(len(pictures), -1).max(axis=1) > 0).all()
    assert not np.array_equal(*drawing.scribble_chunk((0, 0, 2)))


def test_evaluation_measures_all_and_writes_it_beside_the_figures_of_the_training(
    monkeypatch, tmp_path, digits, capsys
):
    images, labels = digits
    monkeypatch.setattr(mnist, "test", lambda: (images[:40], labels[:40]))
    monkeypatch.setattr(trained_files, "TRAINED", tmp_path)
    for ending in ("keras", "json"):
        (tmp_path / f"cnn.{ending}").write_bytes((TRAINED / f"cnn.{ending}").read_bytes())
    command_line.main(["evaluate", "cnn", "--images", "40", "--robustness"])
    written = json.loads((tmp_path / "cnn.json").read_text())
    assert written["epochs"] == json.loads((TRAINED / "cnn.json").read_text())["epochs"]
    assert np.sum(written["confusion"]) == 40
    result = written["robustness"]
    assert list(result["accuracy"]) == list(drawing.CONDITIONS)
    assert list(result["stray_marks"]) == list(stray_marks.CONDITIONS)
    assert list(result["mnist_c"]) == list(mnist_c.CORRUPTIONS)
    assert result["images"] == dict.fromkeys(robustness.KINDS, 40)
    assert result["accuracy"]["place and size"] >= 0.9
    assert result["mnist_c"]["translate"] >= 0.9 and result["other_writers"]["UCI digits"] >= 0.8
    assert result["confidence"]["digits"] > result["confidence"]["scribbles"]
    assert "all together" in capsys.readouterr().out


def test_one_kind_is_measured_again_and_the_others_stay(monkeypatch, tmp_path, digits, capsys):
    images, labels = digits
    monkeypatch.setattr(mnist, "test", lambda: (images[:30], labels[:30]))
    monkeypatch.setattr(trained_files, "TRAINED", tmp_path)
    (tmp_path / "cnn.keras").write_bytes((TRAINED / "cnn.keras").read_bytes())
    before = {"images": {"accuracy": 9, "mnist_c": 9}, "accuracy": {"noise": 0.5}, "mnist_c": {"fog": 0.1}}
    (tmp_path / "cnn.json").write_text(json.dumps({"robustness": before}))
    command_line.main(["evaluate", "cnn", "--images", "20", "--robustness", "mnist_c"])
    result = json.loads((tmp_path / "cnn.json").read_text())["robustness"]
    assert result["images"] == {"accuracy": 9, "mnist_c": 20}
    assert result["accuracy"] == {"noise": 0.5} and list(result["mnist_c"]) == list(mnist_c.CORRUPTIONS)
    assert "mnist_c, 20 images for each condition" in capsys.readouterr().out


def test_a_model_without_true_labels_is_not_evaluated():
    with pytest.raises(SystemExit, match="'photo' is not a digit model"):
        command_line.main(["evaluate", "photo"])

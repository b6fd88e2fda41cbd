"""Hybrids: the curve of accuracy over the share of pictures sent, by hand and on trained models."""

import json

import numpy as np
import pytest

import catalog
from models.data import drawing, mnist, mnist_c, stray_marks
from models.evaluation import hybrid
from models.evaluation.hybrid import THRESHOLDS
from tools import hybrid as report

LABELS = np.array([0, 1, 0, 1])
SMALL = np.array([[0.95, 0.05], [0.65, 0.35], [0.5, 0.5], [0.2, 0.8]])  # right, wrong, blank, right
LARGE = np.array([[0.9, 0.1], [0.1, 0.9], [0.5, 0.5], [0.8, 0.2]])  # right, right, blank, wrong


def at(curve: hybrid.Curve, threshold: float) -> tuple[int, int]:
    place = THRESHOLDS.index(threshold)
    return curve.sent[place], curve.right[place]


def test_what_is_below_the_threshold_is_answered_by_the_large_model():
    curve = hybrid.curve("clean", "by hand", SMALL, LARGE, LABELS)
    assert curve.images == 4
    assert at(curve, 0.0) == (0, 3), "the small model alone; a blank picture counts as its first label"
    assert at(curve, 0.7) == (1, 4), "the wrong answer is corrected"
    assert at(curve, 0.85) == (2, 3), "and a right one is spoilt"
    assert at(curve, 1.0) == (3, 3), "everything but the blank picture"


def test_arrays_of_different_pictures_are_refused():
    with pytest.raises(ValueError, match=r"not of shapes \(4, 2\), \(3, 2\) and \(4,\)"):
        hybrid.curve("clean", "by hand", SMALL, LARGE[:3], LABELS)


def test_the_recommended_threshold_is_the_smallest_that_is_good_enough():
    assert report.recommended((10_000, (0, 1_000, 2_000), (9_500, 9_945, 9_950))) == 1
    assert report.recommended((10_000, (0, 1_000, 2_000), (9_500, 9_930, 9_950))) == 2
    assert report.recommended((10_000, (0, 1_000, 2_000), (9_500, 9_930, 9_950)), slack=0.002) == 1


def test_a_pair_is_measured_on_all_conditions_and_its_ends_are_the_models_alone(monkeypatch, tmp_path, digits):
    """On two models that are always here, and two conditions of each kind."""
    for module, name in ((drawing, "CONDITIONS"), (stray_marks, "CONDITIONS"), (mnist_c, "CORRUPTIONS")):
        kept = getattr(module, name)
        two = list(kept)[:2]
        monkeypatch.setattr(module, name, {each: kept[each] for each in two} if isinstance(kept, dict) else two)
    images, labels = digits
    monkeypatch.setattr(mnist, "test", lambda: (images[:40], labels[:40]))
    monkeypatch.setattr(hybrid, "PAIRS", (("mlp", "cnn"), ("cnn", "not trained")))
    content = report.write(catalog.load(), tmp_path / "hybrid.json", images=40, robust_images=20)
    written = json.loads((tmp_path / "hybrid.json").read_text())
    (pair,) = written["pairs"]
    assert pair["small"] == {"name": "mlp", "weights": catalog.load().model("mlp").weights}
    assert written["thresholds"] == list(THRESHOLDS)
    kinds = [each["kind"] for each in pair["conditions"]]
    assert kinds == ["clean", *(kind for kind in hybrid.KINDS for _ in range(2))]
    for each in pair["conditions"]:
        assert each["images"] == (40 if each["kind"] == "clean" else 20)
        assert each["sent"] == sorted(each["sent"]) and each["sent"][0] == 0 and each["sent"][-1] <= each["images"]
    clean = pair["conditions"][0]
    assert clean["right"][-1] >= 36 and clean["sent"][-1] == 40
    assert "`mlp` asks `cnn` below" in report.table(content)


def test_the_published_curves_are_of_the_published_models():
    content = json.loads(report.PATH.read_text(encoding="utf-8"))
    weights = {model.name: model.weights for model in catalog.load().models}
    assert content["thresholds"] == list(THRESHOLDS)
    for pair in content["pairs"]:
        for half in (pair["small"], pair["large"]):
            assert half["weights"] == weights[half["name"]], "`make report` measures it again"
        assert pair["conditions"][0]["images"] == report.IMAGES

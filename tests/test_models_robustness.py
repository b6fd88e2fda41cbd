"""What is measured on digits as people draw them, on few of them."""

import keras
import numpy as np
import pytest

from models import drawing, robustness
from models.training import TRAINED


@pytest.fixture(scope="module")
def cnn() -> keras.Model:
    return keras.models.load_model(TRAINED / "cnn.keras")


def test_every_condition_and_kind_of_picture_is_measured(cnn):
    result = robustness.measure({"cnn": cnn}, count=40)["cnn"]
    assert list(result["accuracy"]) == list(drawing.CONDITIONS)
    assert result["accuracy"]["place and size"] >= 0.9
    assert result["confidence"]["digits"] > result["confidence"]["scribbles"]


def test_letters_and_scribbles_are_no_blank_pictures():
    for pictures in (robustness.letters(20), drawing.scribble_chunk((0, 0, 5))):
        assert (pictures.reshape(len(pictures), -1).max(axis=1) > 0).all()
    assert not np.array_equal(*drawing.scribble_chunk((0, 0, 2)))

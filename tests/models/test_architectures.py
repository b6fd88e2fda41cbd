"""The architectures: the stated sizes, and three implementations of the same network."""

import subprocess
import sys

import keras
import numpy as np
import pytest

import catalog
from harness.server import ROOT
from models.architectures import ARCHITECTURES
from models.preprocessing.front_end import with_front_end
from models.training.compression import fold_and_quantise

PARAMETERS = {
    "mlp": 101_770,
    "mlp-functional": 101_770,
    "mlp-subclass": 101_770,
    "cnn": 93_322,
    "compact": 28_746,
    "tiny": 8_978,
}
STYLES = ("mlp", "mlp-functional", "mlp-subclass")


@pytest.mark.parametrize("name", PARAMETERS)
def test_the_parameters_are_those_that_are_stated(name):
    assert ARCHITECTURES[name].build().count_params() == PARAMETERS[name]


def test_the_weights_of_tiny_fit_into_16_kilobytes():
    """Compressed: a byte for each weight of a kernel, four for each bias."""
    weights = fold_and_quantise(ARCHITECTURES["tiny"].build()).get_weights()
    assert sum(array.size * (1 if array.ndim > 1 else 4) for array in weights) <= 16 * 1024


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_each_survives_saving_behind_the_front_end(name, tmp_path, pictures):
    model = with_front_end(ARCHITECTURES[name].build(), name)
    model.save(tmp_path / "model.keras")
    loaded = keras.models.load_model(tmp_path / "model.keras")
    # called, not `predict_on_batch`, which would trace each model for a single answer
    answers, expected = (np.asarray(each(pictures[:5].astype(np.float32), training=False)) for each in (loaded, model))
    np.testing.assert_allclose(answers, expected, atol=1e-6)
    np.testing.assert_allclose(answers.sum(axis=1), 1, atol=1e-5)


def test_published_files_load_in_a_program_that_imports_their_classes_and_nothing_else():
    """A file contains the names under which its classes are registered, which therefore cannot change."""
    published = catalog.load()
    paths = [
        str(catalog.PATH.parent / published.model(name).file("keras").path) for name in ("compact", "mlp-subclass")
    ]
    code = f"import keras, models.architectures\nfor path in {paths}: keras.models.load_model(path)"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr


def test_the_three_styles_with_the_same_weights_give_the_same_answers():
    frames = np.random.default_rng(0).random((20, 28, 28, 1), np.float32)
    classifiers = [ARCHITECTURES[name].build() for name in STYLES]
    for classifier in classifiers[1:]:
        classifier.set_weights(classifiers[0].get_weights())
    first, *others = [classifier.predict_on_batch(frames) for classifier in classifiers]
    for other in others:
        np.testing.assert_array_equal(other, first)

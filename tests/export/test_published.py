"""The published files belong to this project's models, and answer as the catalog says."""

import numpy as np
import pytest

import catalog
from export import samples
from export.formats.handlers import HANDLERS
from models.registry import DEFAULT, MODELS
from tests.unit.test_catalog import OURS

PUBLISHED = catalog.load()
DEFAULT_TFLITE = [file for file in PUBLISHED.model().files if file.format == "tflite" and not file.withheld]


def test_every_model_of_the_registry_is_held_to_its_least_accuracy():
    assert set(MODELS) == OURS
    assert PUBLISHED.default == DEFAULT


@pytest.mark.parametrize("file", DEFAULT_TFLITE, ids=[file.precision for file in DEFAULT_TFLITE])
def test_the_default_has_the_accuracy_that_the_catalog_says_on_all_10000_images(file):
    """`python -m export --check` runs as many for the other models' files, which takes too long for a test."""
    digits = samples.digits()
    answers = HANDLERS[file.format].run(catalog.PATH.parent / file.path, digits).probabilities.argmax(axis=1)
    # one image of 10,000 may get another label on a processor that rounds differently
    assert abs(np.mean(answers == digits.labels) - file.accuracy) < 1.5e-4

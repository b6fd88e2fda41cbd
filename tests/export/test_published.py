"""The published files belong to this project's models, and answer as the catalog says."""

import contextlib
import functools

import numpy as np
import pytest

import catalog
from export import samples
from export.formats.browser import run_tfjs
from export.formats.handlers import HANDLERS
from models.registry import DEFAULT, MODELS
from tests.published import OURS

PUBLISHED = catalog.load()
FOLDER = catalog.PATH.parent
TOLERANCE = 1e-5
DEFAULT_TFLITE = [file for file in PUBLISHED.model().files if file.format == "tflite" and not file.withheld]


def test_every_model_of_the_registry_is_held_to_its_least_accuracy():
    assert set(MODELS) == OURS
    assert PUBLISHED.default == DEFAULT


@functools.cache
def shares_right(count: int) -> dict[str, float]:
    """Path of each `.tflite` of the default -> share of the first test digits that it answers right.

    Each picture is made once for all files, and dropped: together they would take gigabytes.
    """
    digits = samples.first(samples.digits(), count)
    labels: dict[str, list[int]] = {file.path: [] for file in DEFAULT_TFLITE}
    with contextlib.ExitStack() as opened:
        answers = [opened.enter_context(HANDLERS[file.format].open(FOLDER / file.path)) for file in DEFAULT_TFLITE]
        for pictures in digits.batches():
            for picture in pictures.astype(np.float32):
                for answer, given in zip(answers, labels.values(), strict=True):
                    given.append(answer(picture[np.newaxis]).argmax())
    return {path: float(np.mean(given == digits.labels)) for path, given in labels.items()}


# of 10,000 images one may get another label on a processor that rounds differently; 1,000 are a sample
@pytest.mark.parametrize(
    ("count", "tolerance"), [(1_000, 1e-2), pytest.param(10_000, 1.5e-4, marks=pytest.mark.release)]
)
@pytest.mark.parametrize("file", DEFAULT_TFLITE, ids=[file.precision for file in DEFAULT_TFLITE])
def test_the_default_has_the_accuracy_that_the_catalog_says(file, count: int, tolerance: float):
    """`python -m export --check` runs all images for the other models' files."""
    assert abs(shares_right(count)[file.path] - file.accuracy) < tolerance


def in_both_formats() -> list[str]:
    """Models whose TF.js and `.tflite` files are both in the repository."""
    here = {
        model.name: {
            file.format for file in model.files if file.precision == "float32" and (FOLDER / file.path).exists()
        }
        for model in PUBLISHED.models
    }
    return [name for name, formats in here.items() if formats >= {"tfjs", "tflite"}]


@pytest.mark.parametrize(
    ("name", "backend", "count"), [*[(name, "wasm", 200) for name in in_both_formats()], (None, "cpu", 40)]
)
def test_tfjs_answers_as_litert_does(name: str | None, backend: str, count: int):
    model, digits = PUBLISHED.model(name), samples.first(samples.digits(), count)
    browser_side = run_tfjs(FOLDER / model.file("tfjs").path, digits, backend).probabilities
    server_side = HANDLERS["tflite"].run(FOLDER / model.file("tflite").path, digits).probabilities

    assert np.abs(browser_side - server_side).max() <= TOLERANCE
    assert (browser_side.argmax(1) == server_side.argmax(1)).all()
    assert min(browser_side.min(), server_side.min()) >= 0

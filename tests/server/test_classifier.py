"""The published `.tflite` answers correctly, from one thread and from many, and under its own name only."""

import dataclasses
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from starlette.testclient import TestClient

import catalog
import demo.inference.classifier
from catalog import UnknownName
from demo import headless
from demo.headless import STATIC
from demo.inference.classifier import Classifier, Classifiers, Replaced
from demo.inference.predictor import Answer, Predictor
from demo.settings import Settings
from tests.server.image_files import WHITE

MODELS = STATIC / "models"


@pytest.fixture(scope="module")
def classifiers() -> Classifiers:
    return Classifiers(catalog.load(), MODELS, interpreters=2)


@pytest.fixture(scope="module")
def classifier(classifiers) -> Classifier:
    """A published digit model."""
    name = next(model.name for model in classifiers.catalog.models if model.task == "digit")
    return classifiers.load(classifiers.find(name))


def test_a_file_that_was_published_again_answers_under_no_name(tmp_path):
    """The catalog that the server has read describes the file of before."""
    published = catalog.load()
    model = published.model("tiny")
    for file in model.files:
        if file.format == "tflite":
            (tmp_path / file.path).parent.mkdir(exist_ok=True)
            shutil.copy(MODELS / file.path, tmp_path / file.path)
    classifiers = Classifiers(dataclasses.replace(published, models=(model,)), tmp_path, interpreters=1)
    choice = classifiers.find("tiny")
    shutil.copy(MODELS / published.model("cnn").file("tflite").path, tmp_path / choice.file.path)
    with pytest.raises(Replaced, match=f"'{choice.file.path}' is another file than when the server was started"):
        classifiers.load(choice)


def test_the_api_answers_503_by_a_file_that_was_published_again(tmp_path):
    shutil.copytree(STATIC, tmp_path / "static", ignore=shutil.ignore_patterns("data", "vendor", "built", "tfjs-*"))
    models = tmp_path / "static" / "models"
    app = headless.create(headless.load(Settings(request_log=0), tmp_path / "static"), Settings(request_log=0))
    with TestClient(app) as client:
        shutil.copy(models / "compact" / "compact-float32.tflite", models / "compact" / "compact-float16.tflite")
        loaded = client.post("/api/predict", content=WHITE)
        replaced = client.post("/api/predict?precision=float16", content=WHITE)
    assert (loaded.status_code, replaced.status_code) == (200, 503)
    assert "is another file than when the server was started. Start it again." in replaced.json()["error"]


def test_digits_are_read(classifier, pictures, digits):
    answers = [classifier.answer(picture[np.newaxis].astype(np.float32)) for picture in pictures]

    assert all(answer.shape == (10,) and abs(answer.sum() - 1) < 1e-5 for answer in answers)
    assert np.mean(np.argmax(answers, axis=1) == digits[1][:200]) > 0.95


def test_threads_do_not_mix_up_their_pictures(classifier, pictures):
    """Eight threads share two interpreters."""
    batches = [picture[np.newaxis].astype(np.float32) for picture in pictures]
    alone = [classifier.answer(batch) for batch in batches]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(classifier.answer, batches))

    np.testing.assert_array_equal(together, alone)


def test_an_interpreter_comes_back_after_an_error(classifier, pictures):
    for _ in range(3):  # more calls than there are interpreters
        with pytest.raises(ValueError):
            classifier.answer(np.zeros((1, 3, 3, 3), np.float32))

    assert classifier.answer(pictures[:1].astype(np.float32)).shape == (10,)


def test_a_model_is_loaded_once_by_however_many_ask(classifiers, monkeypatch):
    fresh = Classifiers(classifiers.catalog, MODELS, interpreters=1)

    def slow(*arguments) -> Classifier:
        time.sleep(0.1)  # so that all have asked before the first one has finished
        return Classifier(*arguments)

    monkeypatch.setattr(demo.inference.classifier, "Classifier", slow)
    with ThreadPoolExecutor(8) as pool:
        loaded = list(pool.map(lambda _: fresh.load(fresh.find()), range(8)))

    assert len(set(map(id, loaded))) == 1


def test_a_file_that_loads_does_not_hold_up_another(classifiers, monkeypatch):
    fresh = Classifiers(classifiers.catalog, MODELS, interpreters=1)
    slow, fast = [file.precision for file in fresh.catalog.model("cnn").files if file.format == "tflite"][:2]
    go_on = threading.Event()

    def waiting(model, path, interpreters) -> Classifier:
        assert slow not in path.name or go_on.wait(20)
        return Classifier(model, path, interpreters)

    monkeypatch.setattr(demo.inference.classifier, "Classifier", waiting)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(fresh.load, fresh.find("cnn", slow))
        try:
            assert pool.submit(fresh.load, fresh.find("cnn", fast)).result(10).model.name == "cnn"
            assert not first.done()
        finally:
            go_on.set()


def test_the_default_answers_where_none_is_named(classifiers):
    assert classifiers.find().model.name == classifiers.catalog.default


@pytest.mark.parametrize("name", ["nope", "../cnn", "CNN ", "\0"])
def test_an_unknown_name_is_refused_naming_those_there_are(classifiers, name):
    with pytest.raises(UnknownName) as refusal:
        classifiers.find(name)

    assert all(model.name in str(refusal.value) for model in classifiers.catalog.models)


def test_an_unknown_precision_is_refused_naming_those_there_are(classifiers):
    with pytest.raises(UnknownName, match="no precision 'float8' on this server. There are: .*float32"):
        classifiers.find(precision="float8")


def test_a_file_that_is_in_the_catalog_and_not_on_the_disk_is_passed_over(classifiers, tmp_path):
    """A file of 10 MB or more is not committed: the next available precision answers."""
    model = classifiers.catalog.model()
    there = model.file("tflite")
    large = dataclasses.replace(there, precision="float64", path="large.tflite", command="make it")
    published = classifiers.catalog.with_model(dataclasses.replace(model, files=(large, there)))

    assert Classifiers(published, MODELS, interpreters=1).find() == (published.model(), there)
    nothing_here = Classifiers(published, tmp_path, interpreters=1)
    with pytest.raises(UnknownName, match=f"'{model.name}' is on this server. They are too large .*: make it$"):
        nothing_here.find()
    assert model.name in [each.name for each in classifiers.models] and not nothing_here.models


def test_a_file_that_is_withheld_answers_nobody_even_where_it_lies_about(classifiers):
    model = classifiers.catalog.model()
    first, second = [file for file in model.files if file.format == "tflite"][:2]
    withheld = dataclasses.replace(first, withheld="Gives other labels.")
    published = classifiers.catalog.with_model(dataclasses.replace(model, files=(withheld, second)))

    assert Classifiers(published, MODELS, interpreters=1).find()[1] == second


def test_a_blank_picture_is_known_as_one(classifier, classifiers, pictures):
    predictor = Predictor(classifiers, max_pixels=50_000_000)
    blank = np.full((1, 224, 224, 3), 255, np.float32)
    name = classifier.model.name

    assert predictor.from_picture(blank, classifiers.find(name)).is_blank
    assert not predictor.from_picture(pictures[:1].astype(np.float32), classifiers.find(name)).is_blank


def test_what_a_digit_model_saw_is_a_digit_in_28x28(classifiers, pictures, digits):
    """Of MNIST's first ten pictures, the frame is most similar to the one that the test's picture was made from."""
    predictor = Predictor(classifiers, max_pixels=50_000_000)

    for number in range(10):
        answer = predictor.from_picture(pictures[number : number + 1].astype(np.float32), predictor.classifiers.find())
        frame = predictor.frame(answer)
        assert (frame.shape, frame.dtype) == ((28, 28), np.uint8)
        alike = [np.corrcoef(frame.ravel(), digit.ravel())[0, 1] for digit in digits[0][:10]]
        assert np.argmax(alike) == number and max(alike) > 0.8


def test_a_model_without_our_front_end_saw_no_frame_and_no_blank_picture(classifiers, pictures):
    """For example a user's own digit model: equal probabilities only mean that it is unsure."""
    own = dataclasses.replace(classifiers.catalog.model(), front_end=None, blank=None)
    published = dataclasses.replace(classifiers.catalog, models=(own,))
    predictor = Predictor(Classifiers(published, MODELS, interpreters=1), max_pixels=50_000_000)

    assert (
        predictor.frame(predictor.from_picture(pictures[:1].astype(np.float32), predictor.classifiers.find())) is None
    )
    assert not predictor.from_picture(np.full((1, 224, 224, 3), 255, np.float32), predictor.classifiers.find()).is_blank


def test_another_front_end_than_the_models_shows_nothing(classifiers, pictures):
    other = dataclasses.replace(classifiers.catalog.front_end, version="0" * 12)
    published = dataclasses.replace(classifiers.catalog, front_end=other)
    predictor = Predictor(Classifiers(published, MODELS, interpreters=1), max_pixels=50_000_000)

    assert (
        predictor.frame(predictor.from_picture(pictures[:1].astype(np.float32), predictor.classifiers.find())) is None
    )


def test_two_labels_that_are_nearly_as_likely_are_no_blank_picture(classifiers):
    model = dataclasses.replace(classifiers.catalog.model(), labels=("cat", "dog"))
    unsure, blank = (Answer(model, None, np.float32(each), {}, 0.0) for each in ([0.5004, 0.4996], [0.5, 0.5]))

    assert not unsure.is_blank and blank.is_blank


def test_a_model_of_photographs_saw_no_frame(classifiers, pictures):
    predictor = Predictor(classifiers, max_pixels=50_000_000)

    assert (
        predictor.frame(predictor.from_picture(pictures[:1].astype(np.float32), predictor.classifiers.find("photo")))
        is None
    )


def test_without_the_front_ends_file_there_is_no_frame(classifiers, pictures):
    published = dataclasses.replace(classifiers.catalog, front_end=None)
    predictor = Predictor(Classifiers(published, MODELS, interpreters=1), max_pixels=50_000_000)

    assert (
        predictor.frame(predictor.from_picture(pictures[:1].astype(np.float32), predictor.classifiers.find())) is None
    )

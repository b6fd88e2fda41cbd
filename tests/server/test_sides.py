"""The requests of the app's own page through Gradio: one picture, and everything that the server's card shows."""

from io import BytesIO

import pytest
from PIL import Image
from starlette.testclient import TestClient

import catalog
from demo.app import create
from demo.headless import STATIC
from demo.settings import Settings
from demo.ui.sides import offered
from tests.server.app_requests import HERE, HUGE, ask, of_digit, png, question, upload


@pytest.fixture(scope="module")
def client():
    with TestClient(create(Settings(threads=1)), raise_server_exceptions=False) as started:
        yield started


@pytest.mark.parametrize("tab", ["draw", "upload"])
def test_a_question_is_answered_with_all_that_the_cards_show(client, pictures, tab):
    said = ask(client, tab, question(of_digit(pictures)), *([None] if tab == "upload" else []))

    assert (said["id"], said["model"], said["is_blank"]) == (7, "compact", False)
    assert said["labels"][max(range(10), key=said["probabilities"].__getitem__)] == "7"
    assert said["version"] == catalog.load().model("compact").version
    assert said["frame"].startswith("data:image/png;base64,")
    times = said["milliseconds"]
    assert times["total"] >= times["queue"] + times["decode"] + times["inference"] > 0


def test_a_file_is_asked_about_where_the_browser_cannot_read_it(client, pictures):
    Image.fromarray(pictures[0]).save(file := BytesIO(), "TIFF")

    said = ask(client, "upload", question(None), upload(client, file.getvalue()))

    assert said["labels"][max(range(10), key=said["probabilities"].__getitem__)] == "7"


def test_the_precision_that_is_asked_for_answers(client, pictures):
    both = [
        ask(client, "draw", question(of_digit(pictures), precision=precision))["probabilities"]
        for precision in ("float32", "int8")
    ]

    assert both[0] != both[1]


WRONG_QUESTIONS = {
    "an unknown model": (question(b"", model="nope"), "There is no model 'nope'"),
    "an unknown precision": (question(png(), precision="int2"), "no precision 'int2'"),
    "nothing": (question(b""), "The body is empty"),
    "no picture": (question(b"ink"), "not an image"),
    "another kind of address": (question(None, picture="https://example.com/a.png"), "no PNG in a data: URL"),
    "a number": (question(None, picture=3), "no PNG in a data: URL"),
    "what is not base64": (question(None, picture="data:image/png;base64,-"), "picture is not valid"),
    "too many pixels": (question(HUGE), "10000 x 5001 pixels. At most 50,000,000"),
    "no file": (question(None), "The question has no picture"),
}


@pytest.mark.parametrize("kind", WRONG_QUESTIONS)
def test_a_wrong_question_gets_a_sentence(client, kind):
    asked, sentence = WRONG_QUESTIONS[kind]

    said = ask(client, "draw", asked)
    assert said["id"] == 7 and sentence in said["error"]


@pytest.mark.parametrize("asked", [None, "a digit", [], {}, {"model": 3}])
def test_what_is_no_question_gets_a_sentence(client, asked):
    assert "The question is not valid" in ask(client, "draw", asked)["error"]


def test_only_models_that_both_sides_have_are_offered(tmp_path):
    every = catalog.load().model("compact"), catalog.load().model("cnn")
    path = next(file.path for file in every[1].files if file.format == "tfjs")
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).touch()

    assert offered(every, tmp_path) == [every[1]]
    published = catalog.load()
    assert published.default_among(["cnn", "compact"]) == "compact"
    assert published.default_among(["cnn", "mlp"]) == "cnn"
    assert published.default_among([]) is None
    assert set(offered(HERE, STATIC / "models")) <= set(HERE)

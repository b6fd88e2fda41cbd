"""The Gradio app's own API inside the process: files within the limits, and a message for everything else."""

import json
import urllib.request
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import gradio as gr
import pytest
from gradio import processing_utils
from PIL import Image
from starlette.testclient import TestClient

import catalog
from demo.app import create
from demo.headless import STATIC
from demo.inference.predictor import Predictor
from demo.settings import Settings
from demo.ui import POLL
from demo.ui.recognition import model_for, model_picker
from demo.ui.sketchpad import bounded, make_sketchpad
from demo.ui.words import ENGLISH, KOREAN
from tests.server.app_requests import HERE, HUGE, META, call, of_digit, png, upload
from tests.server.image_files import WHITE, encoded

MODELS = catalog.load().models


@pytest.fixture(scope="module")
def client():
    with TestClient(create(Settings(threads=1, max_queue=3)), raise_server_exceptions=False) as started:
        yield started


def sketch(*layers: dict, composite: dict | None = None) -> dict:
    return {"background": None, "layers": list(layers), "composite": composite}


def test_the_queue_of_the_started_app_is_looked_at_as_often_as_said(client):
    """Gradio may make another queue when an app is mounted or started."""
    assert client.app.routes[-1].app.blocks._queue.sleep_when_free == POLL


def test_the_started_app_is_the_one_that_gradios_queue_asks(client):
    """`demo.ui.unmounted` keeps Gradio from making others, which it would ask."""
    mounted = client.app.routes[-1].app
    assert mounted.blocks.app is mounted


@pytest.mark.parametrize("model", [model.name for model in HERE])
def test_every_model_can_be_asked(client, pictures, model):
    answer, times = call(client, "predict", upload(client, of_digit(pictures)), model)

    published = catalog.load()
    assert answer["label"] in published.model(model).labels
    assert times["inference"] > 0 and times["decode"] > 0
    assert ("frame" in times) == (published.model(model).front_end == published.front_end.version)


def test_what_the_model_saw_comes_with_the_answer(client, pictures):
    _, times = call(client, "predict", upload(client, of_digit(pictures)), "compact")
    with urllib.request.urlopen(times["frame"]) as data:
        frame = Image.open(BytesIO(data.read()))

    assert (frame.size, frame.mode, frame.getextrema()[0]) == ((28, 28), "L", 0)
    _, times = call(client, "predict", upload(client, WHITE), "compact")
    assert times["is_blank"] and "frame" not in times


def test_a_layer_is_read_as_ink(client, pictures):
    ink = Image.fromarray(255 - pictures[0][..., 0])
    layer = Image.new("RGBA", ink.size, "#3b82f6")
    layer.putalpha(ink)
    assert call(client, "predict_sketch", sketch(upload(client, encoded(layer))), None)[0]["label"] == "7"


WRONG = {
    "two layers": (lambda file: sketch(file(png()), file(png((9, 9)))), "The sketch has 2 layers. At most 1 is read."),
    "a huge layer named four times": (lambda file: sketch(*[file(HUGE)] * 4), "The sketch has 4 layers"),
    "a huge layer": (lambda file: sketch(file(HUGE)), "10000 x 5001 pixels. At most 50,000,000"),
    "a huge composite": (lambda file: sketch(composite=file(HUGE)), "10000 x 5001 pixels. At most 50,000,000"),
    "a layer that is no image": (lambda file: sketch(file(b"ink")), "The body is not an image"),
    "a string": (lambda file: "a digit", "The input is not valid."),
    "a path that is none": (lambda file: sketch({"path": "\0", **META}), "The input is not valid."),
    "a string for a layer": (lambda file: sketch("ink"), "The input is not valid."),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_sketch_gets_a_sentence(client, kind):
    make, sentence = WRONG[kind]

    assert sentence in call(client, "predict_sketch", make(lambda data: upload(client, data)), None)["error"]


def test_an_unknown_model_gets_a_sentence(client):
    assert "There is no model 'nope'" in call(client, "predict", upload(client, png()), "nope")["error"]


def test_an_uploaded_file_that_has_gone_gets_a_sentence(client):
    file = upload(client, png((77, 33)))
    Path(file["path"]).unlink()
    assert "file cannot be read: No such file" in call(client, "predict", file, None)["error"]


def test_a_picture_without_a_file_gets_a_sentence(client):
    assert (
        "The question has no picture" in call(client, "predict", {"url": "data:image/png;base64,AAAA"}, None)["error"]
    )


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/a.png", "https://example.com/a.png"])
@pytest.mark.parametrize("meta", [META, {}])
def test_no_address_is_fetched_for_a_caller(client, monkeypatch, address, meta):
    fetched = []

    async def download(url: str, cache_dir: str) -> str:
        fetched.append(url)
        raise OSError("no network in this test")

    monkeypatch.setattr(processing_utils, "async_ssrf_protected_download", download)
    file = {"path": address, **meta}

    for answer in (call(client, "predict", file, None), call(client, "predict_sketch", sketch(file), None)):
        assert f"The server does not fetch '{address}'." in answer["error"]
    assert not fetched


@pytest.mark.parametrize("meta", [META, {}])
def test_no_file_of_the_server_is_read_for_a_caller(client, meta, tmp_path):
    secret = tmp_path / "secret.png"
    secret.write_bytes(png())
    file = {"path": str(secret), **meta}

    hidden = sketch(file) | {"path": upload(client, png())["path"]}
    for answer in (call(client, "predict", file, None), call(client, "predict_sketch", hidden, None)):
        assert f"The file '{secret}' was not uploaded here." in answer["error"]


def test_an_upload_has_the_limit_of_a_body(client):
    answer = client.post("/gradio_api/upload", files={"files": ("a.png", bytes(10_000_001))})

    assert answer.status_code == 413


def test_sketches_that_nobody_asks_for_are_not_kept_forever():
    pad = gr.Sketchpad()
    accept = bounded(pad, max_sketches=3, max_bytes=100)

    for number in range(5):
        send(accept, f"sketch {number}", "0", b"ink")
    with pytest.raises(gr.Error, match="index '999999999'"):
        send(accept, "bomb", "999999999", b"ink")

    assert list(pad.blob_storage) == ["sketch 2", "sketch 3", "sketch 4"]

    accept(SimpleNamespace(data={"type": "layer", "index": "0", "id": "large"}, files=[("layer.png", bytes(95))]))
    assert list(pad.blob_storage) == ["sketch 4", "large"], "3 + 95 bytes, and at most 100"


def test_sketches_that_nobody_asks_for_are_bounded_in_bytes():
    pad = gr.Sketchpad()
    accept = bounded(pad, max_sketches=100, max_bytes=100)

    for number in range(5):
        send(accept, f"sketch {number}", "0", bytes(40))
    assert list(pad.blob_storage) == ["sketch 3", "sketch 4"]

    send(accept, "too large alone", "0", bytes(101))
    assert not pad.blob_storage


def send(accept, id: str, index: str, file: bytes) -> None:
    accept(SimpleNamespace(data={"type": "layer", "index": index, "id": id}, files=[("layer.png", file)]))


def test_a_callers_sketches_go_to_the_bounded_one(client):
    config = client.get("/config").json()["components"]
    pad = next(component["id"] for component in config if component["props"].get("elem_id") == "sketchpad")
    form = {"session_hash": "s", "component_id": str(pad), "fn_name": "accept_blobs", "type": "layer", "id": "x"}

    for index, is_taken in (("0", True), ("999999", False)):
        answer = client.post(
            "/gradio_api/component_server", data={**form, "index": index}, files={"file": ("layer.png", png())}
        )
        assert (answer.status_code == 200) == is_taken


API = {
    "/predict": (["picture", "model"], ["Image", "Dropdown"]),
    "/predict_sketch": (["sketch", "model"], ["Imageeditor", "Dropdown"]),
}


def test_the_api_of_programs_stays_as_it_is(client):
    info = client.get("/gradio_api/info").json()["named_endpoints"]

    assert info.keys() == API.keys()
    for name, (parameters, components) in API.items():
        described = info[name]["parameters"]
        assert [each["parameter_name"] for each in described] == parameters
        assert [each["component"] for each in described] == components
        assert described[1]["parameter_default"] == catalog.load().default
        assert described[1]["type"]["enum"] == [model.name for model in HERE]
        assert [each["component"] for each in info[name]["returns"]] == ["Label", "Html"]


def test_the_picker_shows_where_there_is_a_choice():
    several, one = model_picker(MODELS, "cnn"), model_picker(MODELS[:1], "cnn")

    assert (several.visible, one.visible) == (len(MODELS) > 1, False)
    assert [name for _, name in several.choices] == [model.name for model in MODELS]


def test_an_example_goes_to_a_model_that_knows_it():
    tasks = {task: catalog.load().model(model_for(task, catalog.load())).task for task in ("digit", "photo")}

    assert tasks == {"digit": "digit", "photo": "photo"}
    assert model_for("digit", catalog.load()) == catalog.load().default
    assert model_for("photo", catalog.Catalog("compact", ())) is None


def test_an_example_that_is_not_there_gets_a_sentence(client):
    config = client.get("/config").json()
    index = next(i for i, call in enumerate(config["dependencies"]) if call["api_name"] == "load_example")
    body = {"data": [999], "fn_index": index, "session_hash": "examples"}

    assert client.post("/gradio_api/queue/join", json=body).status_code == 200
    stream = client.get("/gradio_api/queue/data?session_hash=examples").text
    assert "The input is not valid." in stream


def test_both_languages_have_the_same_words():
    assert ENGLISH.keys() == KOREAN.keys()
    assert all(KOREAN.values())


def test_no_file_is_written_beside_the_code():
    """Gradio writes a `.pyi` for every subclass of one of its components."""
    assert not list((STATIC.parent / "demo").rglob("*.pyi"))


def test_the_apps_own_pad_is_bounded():
    pad = make_sketchpad(3)
    for number in range(5):
        send(pad.accept_blobs, f"{number}", "0", b"ink")
    assert list(pad.blob_storage) == ["2", "3", "4"]


def test_a_fault_of_the_server_says_nothing_of_its_inside(client, monkeypatch):
    monkeypatch.setattr(Predictor, "from_bytes", Mock(side_effect=RuntimeError("secret")))
    assert "secret" not in json.dumps(call(client, "predict", upload(client, png()), None))

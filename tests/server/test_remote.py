"""The Gradio app that asks another server (`PREDICT_URL`): the same answers, and a sentence when that one is away."""

import json
import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
import uvicorn
from starlette.testclient import TestClient

import catalog
from demo import headless
from demo.app import create
from demo.inference import remote
from demo.inference.predictor import Predictor
from demo.settings import Settings
from export.formats.browser import serving
from tests.server.app_requests import ask, call, of_digit, png, question, upload

LABELS = catalog.load().model("compact").labels
GOOD = {
    "model": "compact",
    "version": "0123456789ab",
    "label": "0",
    "probabilities": {label: 0.1 for label in LABELS},
    "timings_ms": {"queue": 0, "decode": 0.1, "inference": 0.2, "cpu": 0.3, "total": 0.4},
}


@contextmanager
def app(address: str, **limits):
    """The whole application in this process, whose Gradio app asks the address."""
    settings = Settings(threads=1, predict_url=address, **limits)
    with TestClient(create(settings), raise_server_exceptions=False) as started:
        yield started


@contextmanager
def answering(status: int, body: bytes, pause: float = 0):
    """A server that gives every request the same answer, byte by byte if there is a pause; provides its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for at in range(0, len(body), step := 1 if pause else len(body) or 1):
                self.wfile.write(body[at : at + step])
                time.sleep(pause)

        def log_message(self, *_):
            pass

    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as origin:
        yield f"{origin}/api/predict"


@pytest.fixture
def elsewhere():
    """The address of a server in a thread, which keeps its models when a test takes them from all others."""
    settings = Settings(threads=1, request_log=0)
    predictor = headless.load(settings)
    predictor.from_picture = predictor.from_picture  # not the class's any more
    running = uvicorn.Server(uvicorn.Config(headless.create(predictor, settings), log_level="warning"))
    with socket.create_server(("127.0.0.1", 0)) as bound:
        thread = threading.Thread(target=running.run, args=[[bound]])
        thread.start()
        yield f"http://127.0.0.1:{bound.getsockname()[1]}/api/predict"
        running.should_exit = True
        thread.join()


def test_another_server_gives_the_app_its_answers(elsewhere, pictures, monkeypatch):
    png = of_digit(pictures)
    expected = httpx.post(f"{elsewhere}?model=compact", content=png, timeout=60).json()

    def fail(*_):
        raise AssertionError("The models of this process were asked.")

    with app(elsewhere) as client:
        monkeypatch.setattr(Predictor, "from_picture", fail)
        said = ask(client, "draw", question(png))
        label, times = call(client, "predict", upload(client, png), "compact")

    assert dict(zip(said["labels"], said["probabilities"])) == expected["probabilities"]
    assert (said["model"], said["version"]) == ("compact", expected["version"])
    assert said["frame"].startswith("data:image/png;base64,"), "what the model saw is shown here"
    assert said["milliseconds"]["total"] >= said["milliseconds"]["queue"] > 0
    assert label["label"] == expected["label"] and times["inference"] > 0


def test_what_is_wrong_with_a_picture_is_found_before_another_server_is_asked(pictures):
    with app("http://127.0.0.1:9/api/predict") as client:
        assert "not an image" in ask(client, "draw", question(b"no picture"))["error"]
        assert "There is no model 'nope'" in ask(client, "draw", question(of_digit(pictures), "nope"))["error"]


def test_a_server_that_is_away_is_reported_with_a_sentence_and_the_api_goes_on(pictures):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/api/predict"
        with app(address) as client:
            said = ask(client, "draw", question(of_digit(pictures)))
            by_endpoint = call(client, "predict", upload(client, of_digit(pictures)), "compact")
            own = client.post("/api/predict", content=of_digit(pictures))
    sentence = "The server for predictions gave no answer: it cannot be reached. Try again in a moment."
    assert said == {"id": 7, "error": sentence}
    assert sentence in json.dumps(by_endpoint)
    assert own.status_code == 200


def test_a_server_that_stays_silent_is_given_up(pictures):
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        app(f"http://127.0.0.1:{silent.getsockname()[1]}/api/predict", request_seconds=1) as client,
    ):
        said = ask(client, "draw", question(of_digit(pictures)))
    assert "gave no answer: it did not answer within 1 s." in said["error"]


BAD = {
    "busy": (503, b'{"error": "The server has 64 requests in progress."}', "status 503: The server has 64 requests in"),
    "an error that is a list": (500, b"[]", "it answered with status 500: None"),
    "no JSON": (502, b"<html>", "its answer, of status 502, is not JSON"),
    "another service": (200, b'{"label": "7"}', "an answer that is not one of this model: KeyError"),
    "no object": (200, b"7", "an answer that is not one of this model: TypeError"),
    "other labels": (
        200,
        json.dumps({**GOOD, "probabilities": {"cat": 1}}).encode(),
        "labels ['cat'] and others, not ['0', '1', '2'] and others",
    ),
    "too long": (200, bytes(remote.MAX_BYTES + 1), "more than 1,000,000 bytes"),
}


@pytest.mark.parametrize("kind", BAD)
def test_an_answer_that_cannot_be_shown_is_refused_with_its_reason(kind, pictures):
    status, body, reason = BAD[kind]
    with answering(status, body) as address, pytest.raises(remote.Unavailable) as refused:
        predictor = predictor_of(address)
        predictor.from_bytes(of_digit(pictures), predictor.classifiers.find("compact"))
    assert reason in str(refused.value) and str(refused.value).endswith(" Try again in a moment.")
    assert "127.0.0.1" not in str(refused.value), "the address of a cluster is nobody's business"


def test_the_version_is_that_of_the_server_that_answered(pictures):
    with answering(200, json.dumps(GOOD).encode()) as address:
        predictor = predictor_of(address)
        answer = predictor.from_bytes(of_digit(pictures), predictor.classifiers.find("compact"))
    assert answer.model.version == "0123456789ab"
    assert answer.is_blank and answer.cpu_seconds == pytest.approx(0.0003)


def predictor_of(address: str) -> remote.RemotePredictor:
    local = headless.load(Settings(threads=1))
    return remote.RemotePredictor(local.classifiers, Settings.max_pixels, address, seconds=20)


@pytest.mark.parametrize(
    "value", ["cluster:7860/api/predict", "ftp://cluster/api/predict", "http://", "http://cluster", "http://a:b/p", "1"]
)
def test_an_address_that_is_none_is_named(value):
    with pytest.raises(ValueError, match="Setting 'PREDICT_URL' has value '.*'. Not an address like"):
        Settings.from_environment({"PREDICT_URL": value})


def test_an_address_is_read_as_it_is():
    address = "https://cluster.example:8443/both-sides/api/predict"
    assert Settings.from_environment({"PREDICT_URL": address}).predict_url == address


def test_the_time_for_an_answer_does_not_begin_anew_with_each_byte():
    local = headless.load(Settings(threads=1))
    with answering(200, bytes(10), pause=0.3) as address:
        asked = remote.RemotePredictor(local.classifiers, Settings.max_pixels, address, seconds=1)
        with pytest.raises(remote.Unavailable, match="did not answer within 1 s"):
            asked.from_bytes(png(), local.classifiers.find("compact"))


def test_a_proxy_for_the_internet_is_not_asked(monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    local = headless.load(Settings(threads=1))
    with answering(200, json.dumps(GOOD).encode()) as address:
        asked = remote.RemotePredictor(local.classifiers, Settings.max_pixels, address, seconds=20)
        assert asked.from_bytes(png(), local.classifiers.find("compact"))

"""The API inside the process: correct answers, also to concurrent requests, and clear errors for everything else."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from urllib.parse import urljoin

import anyio
import numpy as np
import pytest
from PIL import Image
from starlette.testclient import TestClient

import catalog
from demo.api import routes
from demo.app import create
from demo.headless import STATIC
from demo.inference.predictor import Predictor
from demo.settings import Settings
from tests.server.bad_requests import BAD


@pytest.fixture(scope="module")
def pngs(pictures) -> list[bytes]:
    """The first 200 test digits as PNG."""
    return [_png(picture) for picture in pictures]


@pytest.fixture(scope="module")
def digit_model() -> str:
    return next(model.name for model in catalog.load().models if model.task == "digit")


def _png(picture: np.ndarray) -> bytes:
    file = BytesIO()
    Image.fromarray(picture).save(file, "PNG")
    return file.getvalue()


def test_a_digit_is_answered(client, pngs, digits, digit_model):
    answer = client.post(f"/api/predict?model={digit_model}", content=pngs[0])

    model = catalog.load().model(digit_model)
    content = answer.json()
    assert answer.status_code == 200
    assert list(content) == ["model", "version", "label", "probabilities", "timings_ms"]
    assert (content["model"], content["version"]) == (model.name, model.version)
    assert content["label"] == str(digits[1][0])
    assert tuple(content["probabilities"]) == model.labels
    assert max(content["probabilities"], key=content["probabilities"].get) == content["label"]
    assert sum(content["probabilities"].values()) == pytest.approx(1, abs=1e-5)
    times = content["timings_ms"]
    assert list(times) == ["queue", "decode", "inference", "cpu", "total"]
    assert min(times.values()) >= 0 < times["cpu"]
    assert 0 < times["queue"] + times["decode"] + times["inference"] <= times["total"] + 0.002  # each is rounded


def test_the_times_are_in_a_header_that_a_page_elsewhere_may_read(client, pngs):
    answer = client.post("/api/predict", content=pngs[0], headers={"Origin": "https://elsewhere.example"})

    times = answer.json()["timings_ms"]
    sent = dict(entry.split(";dur=") for entry in answer.headers["Server-Timing"].split(", "))
    assert {name: float(milliseconds) for name, milliseconds in sent.items()} == times
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert answer.headers["Access-Control-Expose-Headers"] == "Server-Timing"
    assert answer.headers["Timing-Allow-Origin"] == "*"


def test_a_page_elsewhere_may_ask_whether_it_may_send_a_picture(client):
    headers = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    answer = client.options("/api/predict", headers={**headers, "Access-Control-Request-Headers": "content-type"})

    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_requests_side_by_side_get_each_their_own_answer(client, pngs, digits, digit_model):
    def ask(data: bytes) -> dict:
        return client.post(f"/api/predict?model={digit_model}", content=data).json()["probabilities"]

    alone = [ask(data) for data in pngs]
    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(ask, pngs))

    assert together == alone
    right = [max(answer, key=answer.get) == str(label) for answer, label in zip(alone, digits[1][:200], strict=True)]
    assert np.mean(right) > 0.95


def test_the_catalog_is_served_as_it_is_published(client):
    published = json.loads((STATIC / "models" / "catalog.json").read_text(encoding="utf-8"))

    assert client.get("/api/models").json() == published


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_refused_with_one_sentence_and_the_server_goes_on(client, pngs, kind):
    query, body, status, sentence = BAD[kind]

    answer = client.post(f"/api/predict{query}", content=body)

    assert answer.status_code == status
    assert list(answer.json()) == ["error"]
    assert sentence in answer.json()["error"] and answer.json()["error"].endswith(".")
    assert client.post("/api/predict", content=pngs[0]).status_code == 200


def test_a_body_is_counted_as_it_arrives(client):
    """Without Content-Length; nothing is read beyond the limit."""
    asked, said = [], []

    async def receive() -> dict:
        asked.append(1_000_000)
        return {"type": "http.request", "body": bytes(asked[-1]), "more_body": True}

    async def send(message: dict) -> None:
        said.append(message)

    head = {"type": "http", "method": "POST", "path": "/api/predict", "query_string": b"", "headers": []}
    anyio.run(client.app, head, receive, send)

    assert said[0]["status"] == 413
    assert sum(asked) == 11_000_000


def test_an_image_of_the_longest_body_is_read(client):
    data = _png(np.zeros((224, 224, 3), np.uint8))

    assert client.post("/api/predict", content=data + bytes(10_000_000 - len(data))).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/api/predict", 405), ("DELETE", "/api/models", 405), ("GET", "/api/nothing", 404)],
)
def test_a_wrong_method_or_path_is_json_too(client, method, path, status):
    answer = client.request(method, path)

    assert answer.status_code == status
    assert path in answer.json()["error"]


def test_a_fault_of_the_server_says_nothing_of_its_inside(pngs, monkeypatch):
    def fail(*_):
        raise RuntimeError("secret")

    monkeypatch.setattr(Predictor, "from_bytes", fail)
    with TestClient(create(Settings(threads=1)), raise_server_exceptions=False) as client:
        answer = client.post("/api/predict", content=pngs[0])

    assert answer.status_code == 500
    assert list(answer.json()) == ["error"] and "secret" not in answer.text


def test_the_documentation_tells_what_a_caller_can_do_wrong(client):
    operation = client.get("/api/openapi.json").json()["paths"]["/predict"]["post"]

    assert "image/*" in operation["requestBody"]["content"]
    assert set(operation["responses"]) >= {"200", *map(str, routes.STATUS.values())}


def test_the_page_of_documentation_loads_nothing_of_other_hosts(client):
    page = client.get("/api/docs")
    folder = str(page.url)
    loaded = re.findall(r'(?:src|href)="([^"]*)"', page.text)

    assert folder.endswith("/api/docs/") and "start.js" in loaded
    assert "<script>" not in page.text and "://" not in page.text
    assert not [address for address in loaded if "//" in address]
    for address in loaded:
        assert client.get(urljoin(folder, address)).status_code == 200, address
    assert "'unsafe-inline'" not in page.headers["Content-Security-Policy"].partition("script-src")[2].partition(";")[0]
    assert client.get("/api/redoc").status_code == 404, "whose scripts would be of another host"


def test_health_is_good_only_once_a_model_has_answered():
    app = create(Settings(threads=1))

    assert TestClient(app).get("/healthz").status_code == 503
    with TestClient(app) as started:
        assert started.get("/healthz").status_code == 200


def test_gradio_sends_no_analytics(client):
    assert client.get("/config").json()["analytics_enabled"] is False


def test_a_request_looks_its_model_up_once(client, pngs, monkeypatch):
    asked, model = [], catalog.Catalog.model

    def counted(self, name=None):
        asked.append(name)
        return model(self, name)

    monkeypatch.setattr(catalog.Catalog, "model", counted)
    assert client.post("/api/predict?model=cnn", content=pngs[0]).json()["model"] == "cnn"
    assert asked == ["cnn"]

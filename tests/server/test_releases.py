"""Several releases behind one address, the settings of a cluster, and what Ray's proxy says. No test needs Ray."""

import asyncio
import json
import shutil
from collections import Counter

import httpx
import pytest
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from demo.headless import STATIC
from deploy import releases
from deploy.ray_proxy import middlewares
from deploy.ray_settings import ClusterSettings
from tests.server.image_files import WHITE

SETTINGS = ClusterSettings(request_log=0)


@pytest.fixture
def second(tmp_path) -> str:
    """A release with another version of `compact`, and no page."""
    (tmp_path / "models" / "compact").mkdir(parents=True)
    catalog = json.loads((STATIC / "models" / "catalog.json").read_text(encoding="utf-8"))
    (model,) = [model for model in catalog["models"] if model["name"] == "compact"]
    for path in (STATIC / "models" / "compact").glob("*.tflite"):
        shutil.copy(path, tmp_path / "models" / "compact")
    catalog["models"] = [{**model, "version": "second"}]
    (tmp_path / "models" / "catalog.json").write_text(json.dumps(catalog), encoding="utf-8")
    return str(tmp_path)


def test_predictions_are_shared_exactly_and_everything_else_is_of_the_first(second):
    app, predictors = releases.create(SETTINGS, releases.parse([f"{STATIC}=3", f"{second}=1"]))
    with TestClient(app) as client:
        versions = Counter[str]()
        for _ in range(8):
            asked = client.options("/api/predict", headers={"Origin": "null", "Access-Control-Request-Method": "POST"})
            assert asked.status_code == 200, "which is no prediction"
            versions[client.post("/api/predict", content=WHITE).json()["version"]] += 1
        catalogs = [client.get("/api/models").json() for _ in range(5)]
        assert client.get("/healthz").json() == {"ready": True}
        assert all("<canvas" in client.get("/").text for _ in range(5))

    first, other = (predictor.classifiers.catalog for predictor in predictors)
    assert versions == {first.model("compact").version: 6, other.model("compact").version: 2}
    assert catalogs == [json.loads(first.to_json())] * 5


def test_a_web_socket_is_no_prediction_and_is_closed():
    app, _ = releases.create(SETTINGS, releases.parse([]))
    with TestClient(app) as client, pytest.raises(WebSocketDisconnect), client.websocket_connect("/api/predict"):
        pass


def test_only_a_release_that_answers_lets_a_replica_start(second, tmp_path):
    for path in (tmp_path / "models" / "compact").glob("*.tflite"):
        path.write_bytes(b"")
    app, _ = releases.create(SETTINGS, releases.parse([str(STATIC), second]))
    with pytest.raises(ValueError), TestClient(app):
        pass


@pytest.mark.parametrize(
    ("argument", "sentence"),
    [
        (f"{STATIC}=0", "has the share '0'. Not a whole number from 1 to 1,000."),
        (f"{STATIC}=1001", "has the share '1001'. Not a whole number"),
        (f"{STATIC}=half", "has the share 'half'. Not a whole number"),
        ("nowhere", "Release 'nowhere' has no 'models/catalog.json'."),
    ],
)
def test_a_wrong_release_is_named(argument, sentence):
    with pytest.raises(ValueError, match=sentence):
        releases.parse([argument])


def test_without_a_release_it_is_the_page_of_this_project_and_none_is_named_twice():
    assert releases.parse([]) == {str(STATIC.resolve()): 1}
    with pytest.raises(ValueError, match="is named twice"):
        releases.parse([str(STATIC), f"{STATIC}=2"])


def test_there_are_at_least_as_many_replicas_as_at_the_start():
    settings = ClusterSettings.from_environment({"REPLICAS": "3", "MAX_REPLICAS": "5", "MAX_WAITING": "7"})
    assert (settings.replicas, settings.max_replicas, settings.max_waiting, settings.threads) == (3, 5, 7, 1)
    with pytest.raises(ValueError, match="Setting 'MAX_REPLICAS' has value '4'. At least REPLICAS, which is 5."):
        ClusterSettings.from_environment({"REPLICAS": "5"})


def through_proxy(said, path: str = "/api/predict") -> httpx.Response:
    """The answer to a client when Ray's proxy says `said`, an ASGI application."""
    for middleware in middlewares():
        said = middleware.cls(said, *middleware.args, **middleware.kwargs)

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(said), base_url="http://test") as client:
            return await client.post(path, content=WHITE)

    return asyncio.run(ask())


async def nothing(scope, receive, send) -> None:
    """What Ray's proxy says if the replica ended while it had the request."""


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (PlainTextResponse("Request dropped", 503, {"Retry-After": "1"}), "Too many requests wait for a replica."),
        (PlainTextResponse("Path '/' not found", 404), "No replica can answer now."),
        (nothing, "The replica that had the request ended before it answered."),
    ],
)
def test_an_error_of_the_proxy_has_the_form_of_the_api(said, sentence):
    answer = through_proxy(said)
    assert (answer.status_code, answer.json()) == (503, {"error": f"{sentence} Try again."})
    assert answer.headers["Retry-After"] == "1" and answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"


def test_an_error_of_a_replica_passes_unchanged_and_so_does_rays_own_health():
    busy = JSONResponse({"error": "busy"}, 503, {"X-Replica": "a", "Retry-After": "9"})
    assert through_proxy(busy).json() == {"error": "busy"} and through_proxy(busy).headers["Retry-After"] == "9"
    assert through_proxy(PlainTextResponse("draining", 503), "/-/healthz").text == "draining"

"""A prediction that takes the shortcut, past FastAPI's routing, gets the same answer as by the route."""

import asyncio

import numpy as np
import pytest
from fastapi.routing import APIRoute
from PIL import Image
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from demo import headless
from demo.inference.predictor import Predictor
from demo.middleware.shortcut import Prepared, Shortcut
from demo.settings import Settings
from tests.server.image_files import encoded, png_header

PNG = encoded(Image.fromarray(np.full((224, 224, 3), 255, np.uint8)), "PNG")
ORIGIN = {"Origin": "https://elsewhere.example"}
VARYING = {"server-timing", "content-length"}
"""Headers whose values depend on the times."""

REQUESTS = {
    "a picture": ("", PNG, {}),
    "a picture of a page elsewhere": ("", PNG, ORIGIN),
    "a model and a precision": ("?model=cnn&precision=float16", PNG, {}),
    "two models": ("?model=nope&model=cnn", PNG, {}),
    "an encoded name": ("?model=%63n%6e&other=%ff", PNG, {}),
    "no name": ("?model=", PNG, {}),
    "an unknown model": ("?model=nope", PNG, ORIGIN),
    "an unknown precision": ("?precision=float8", PNG, {}),
    "no bytes": ("", b"", ORIGIN),
    "text": ("", b"a digit, please", ORIGIN),
    "half an image": ("", png_header(9, 9), {}),
    "too many pixels": ("", png_header(10_000, 5_001), {}),
    "a body too long": ("", bytes(1_000_001), ORIGIN),
}


class Around(Shortcut):
    """Takes the long way with every request."""

    async def __call__(self, scope, receive, send):
        await self.app(scope, receive, send)


@pytest.fixture(scope="module")
def ways():
    """A client for the shortcut, and one for the route."""
    settings = Settings(threads=1, max_body_bytes=1_000_000)
    predictor = headless.load(settings)
    short = headless.create(predictor, settings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(headless, "Shortcut", Around)
        long = headless.create(predictor, settings)
        with (
            TestClient(short, raise_server_exceptions=False) as by_shortcut,
            TestClient(long, raise_server_exceptions=False) as by_route,
        ):
            yield by_shortcut, by_route


def told(client: TestClient, kind: str) -> tuple:
    """Status, headers in their order, and content, without the times."""
    query, body, headers = REQUESTS[kind]
    answer = client.post(f"/api/predict{query}", content=body, headers=headers)
    content = answer.json()
    content.pop("timings_ms", None)
    sent = [
        (name, "" if name in VARYING and "error" not in content else value) for name, value in answer.headers.items()
    ]
    return answer.status_code, sent, content


@pytest.mark.parametrize("kind", REQUESTS)
def test_the_shortcut_answers_as_the_route_does(ways, kind):
    short, long = ways
    assert told(short, kind) == told(long, kind)


def test_a_fault_of_the_server_is_answered_alike_too(ways, monkeypatch):
    def fail(*_):
        raise RuntimeError("secret")

    monkeypatch.setattr(Predictor, "from_bytes", fail)
    answers = [told(client, "a picture of a page elsewhere") for client in ways]
    assert answers[0] == answers[1] and answers[0][0] == 500


def test_only_a_prediction_at_its_usual_address_takes_the_shortcut(ways, monkeypatch):
    routed = []

    async def noted(self, scope, receive, send):
        routed.append((scope["method"], scope["path"]))
        await PlainTextResponse("by the route")(scope, receive, send)

    monkeypatch.setattr(APIRoute, "handle", noted)
    short, long = ways
    assert short.post("/api/predict", content=PNG).json()["model"]
    assert routed == []
    for client, method, path in [(long, "POST", "/api/predict"), (short, "GET", "/api/models")]:
        assert client.request(method, path).text == "by the route"
    prefixed = TestClient(short.app, root_path="/prefix")
    assert prefixed.post("/prefix/api/predict", content=PNG).text == "by the route"
    assert routed == [("POST", "/api/predict"), ("GET", "/api/models"), ("POST", "/prefix/api/predict")]


def test_a_middleware_that_waits_cannot_be_asked_once_for_its_headers():
    def around(app):
        async def waiting(scope, receive, send):
            await asyncio.sleep(0)
            await app(scope, receive, send)

        return waiting

    async def respond(scope, receive):
        return PlainTextResponse("never")

    with pytest.raises(RuntimeError, match="A middleware waits"):
        Prepared(respond, around, "POST", "/")

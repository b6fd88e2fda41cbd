"""Too many, too large or too slow requests are rejected with a message, and the others are served."""

import asyncio
import json
import logging
import threading

import httpx
import pytest
from starlette.testclient import TestClient

from demo.api.worker_pool import TooLate, WorkerPool
from demo.app import create
from demo.inference.predictor import Predictor
from demo.settings import Settings
from tests.server.image_files import WHITE


@pytest.fixture(scope="module")
def client():
    """The whole application, with low limits that a test can reach."""
    settings = Settings(threads=1, max_requests=2, request_seconds=1, max_body_bytes=100_000)
    with TestClient(create(settings), raise_server_exceptions=False) as started:
        yield started


@pytest.fixture
def stuck(monkeypatch):
    """The API's answers wait for the event, as those of a picture may that is not known to be short."""
    go_on, answer = threading.Event(), Predictor.from_bytes

    def wait(*arguments):
        assert go_on.wait(20)
        return answer(*arguments)

    monkeypatch.setattr(Predictor, "from_bytes", wait)
    monkeypatch.setattr(Predictor, "is_short", lambda *_: False)
    yield go_on
    go_on.set()


async def ask(app, *bodies, path: str = "/api/predict", headers: dict | None = None) -> list[httpx.Response]:
    """The application's answers to concurrent requests; a body is bytes, or chunks that arrive one by one."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await asyncio.gather(*(client.post(path, content=body, headers=headers) for body in bodies))


async def endless():
    """A body that stops after one byte."""
    yield b"\x89"
    await asyncio.sleep(20)


async def dripping():
    """A body of which a byte comes now and then, each within the limit."""
    for _ in range(12):
        yield b"\x89"
        await asyncio.sleep(0.3)


def test_one_more_than_are_allowed_is_turned_away_at_once_and_told_when_to_come_again(client, stuck):
    refused, *waiting = sorted(
        asyncio.run(ask(client.app, WHITE, WHITE, WHITE)), key=lambda answer: "in progress" not in answer.text
    )

    assert refused.status_code == 503 and refused.headers["Retry-After"] == "1"
    assert refused.json() == {"error": "The server has 2 requests in progress, the most that it takes. Try again."}
    assert {answer.json()["error"][:27] for answer in waiting} == {"The answer was not ready in"}


def test_an_answer_that_is_stuck_is_given_up_and_its_place_is_free_again(client, stuck):
    late = client.post("/api/predict", content=WHITE)
    stuck.set()

    assert late.status_code == 503 and late.headers["Retry-After"] == "1"
    assert late.json() == {"error": "The answer was not ready in time. Try again, or with a smaller picture."}
    assert client.post("/api/predict", content=WHITE).status_code == 200


def test_stuck_answers_do_not_hold_up_the_event_loop(client, stuck):
    async def meanwhile() -> httpx.Response:
        busy = asyncio.create_task(ask(client.app, WHITE))
        await asyncio.sleep(0.1)
        assert not busy.done()
        async with httpx.AsyncClient(transport=httpx.ASGITransport(client.app), base_url="http://test") as other:
            answer = await other.get("/api/models")
        assert not busy.done()
        await busy
        return answer

    assert asyncio.run(meanwhile()).status_code == 200


def test_calls_that_are_given_up_never_use_more_threads_than_there_are():
    async def give_up() -> int:
        pool, go_on = WorkerPool(2, 9), threading.Event()
        for _ in range(5):
            with pytest.raises(TooLate):
                await pool.run(0.01, go_on.wait, 20)
        threads = sum(thread.name.startswith("worker") for thread in threading.enumerate()) - before
        go_on.set()
        assert (await pool.run(20, pow, 2, 3))[0] == 8
        return threads

    before = sum(thread.name.startswith("worker") for thread in threading.enumerate())
    assert asyncio.run(give_up()) == 2


def test_the_wait_for_a_thread_is_told_apart():
    async def second() -> float:
        pool, go_on = WorkerPool(1, 9), threading.Event()
        first = asyncio.create_task(pool.run(20, go_on.wait, 20))
        waiting = asyncio.create_task(pool.run(20, int))
        await asyncio.sleep(0.2)
        go_on.set()
        await first
        return (await waiting)[1]

    assert asyncio.run(second()) > 0.1


@pytest.mark.parametrize("body", [endless, dripping])
@pytest.mark.parametrize("path", ["/api/predict", "/gradio_api/call/predict", "/gradio_api/queue/join"])
def test_a_body_that_does_not_come_whole_is_given_up(client, path, body):
    (answer,) = asyncio.run(ask(client.app, body(), path=path))

    assert answer.status_code == 408
    assert answer.json() == {"error": "The body did not arrive within 1 s."}
    assert answer.headers["Connection"] == "close"


def test_a_request_counts_from_its_head_on(client):
    answers = asyncio.run(ask(client.app, endless(), endless(), endless()))
    assert sorted(answer.status_code for answer in answers) == [408, 408, 503]


@pytest.mark.parametrize("path", ["/api/predict", "/gradio_api/upload", "/x"])
def test_a_refusal_has_the_security_headers_too(client, path):
    answer = client.post(path, content=bytes(300_000))
    assert answer.status_code == 413
    assert answer.headers["X-Content-Type-Options"] == "nosniff" and answer.headers["Content-Security-Policy"]


FORM = {"Content-Type": "multipart/form-data; boundary=x"}
GRADIO = ["/gradio_api/call/predict", "/gradio_api/run/predict", "/gradio_api/queue/join", "/gradio_api/upload", "/x"]


@pytest.mark.parametrize("path", GRADIO)
@pytest.mark.parametrize("announced", [True, False])
def test_gradios_routes_take_no_longer_body_than_a_file_and_its_form(client, path, announced):
    async def chunks():
        for _ in range(3):
            yield b"--x\r\nContent-Disposition: form-data; name=files; filename=a\r\n\r\n" + bytes(100_000)

    body = bytes(200_001) if announced else chunks()
    (answer,) = asyncio.run(ask(client.app, body, path=path, headers=FORM if path.endswith("upload") else None))

    if path == "/x" and not announced:  # the body is not read, and none of it is stored
        assert answer.status_code in (404, 405)
    else:
        assert answer.status_code == 413
        assert answer.json() == {"error": "The body has more than 200,000 bytes, the most that is allowed."}


@pytest.mark.parametrize("path", ["call/predict", "queue/join", "component_server"])
def test_a_call_to_gradio_is_shorter_than_a_file(path):
    """Reading ten million bytes of JSON takes seconds, in which the server does nothing else."""
    app = create(Settings(threads=1))
    for size, is_refused in ((1_000_001, True), (1_000_000, False)):
        body = b'{"data": 1}'.ljust(size)
        (answer,) = asyncio.run(
            ask(app, body, path=f"/gradio_api/{path}", headers={"Content-Type": "application/json"})
        )
        assert (answer.status_code == 413) == is_refused


def test_a_body_within_the_limit_comes_to_gradio_whole(client):
    data = json.dumps({"data": [None, None], "padding": "x" * 150_000})
    answer = client.post("/gradio_api/call/predict", content=data, headers={"Content-Type": "application/json"})

    assert answer.status_code == 200 and answer.json()["event_id"]


def test_a_line_is_logged_for_each_request_and_nothing_that_was_sent(client, caplog):
    with caplog.at_level(logging.INFO, "both_sides.requests"):
        client.post("/api/predict?model=secret", content=WHITE)
        client.get("/api/nothing%0DPOST /api/forged 200")
        client.get("/healthz")

    lines = [record.getMessage() for record in caplog.records if record.name == "both_sides.requests"]
    assert [line.rsplit(maxsplit=2)[0] for line in lines] == [
        "POST /api/predict 404",
        "GET /api/nothing%0DPOST%20/api/forged%20200 404",
    ]
    assert all(line.endswith(" ms") and float(line.split()[-2]) >= 0 for line in lines)


@pytest.mark.parametrize(("value", "right"), [("0", True), ("1", True), ("2", False), ("yes", False)])
@pytest.mark.parametrize("name", ["request_log", "isolated"])
def test_the_log_and_the_isolation_are_settings(name, value, right):
    key = name.upper()
    if right:
        assert getattr(Settings.from_environment({key: value}), name) == int(value)
    else:
        with pytest.raises(ValueError, match=f"Setting '{key}' has value '{value}'"):
            Settings.from_environment({key: value})

"""What Gradio remembers of its visitors is limited: how many they are, what they sent, and how they call themselves."""

import threading
import time

import pytest
from starlette.testclient import TestClient

from demo.app import create
from demo.inference.predictor import Predictor
from demo.settings import Settings
from tests.server.app_requests import ask, png, question, upload

QUEUE = 3


@pytest.fixture(scope="module")
def client():
    with TestClient(create(Settings(threads=1, max_queue=QUEUE)), raise_server_exceptions=False) as started:
        yield started


@pytest.fixture
def gradio(client):
    """The mounted app of Gradio."""
    return client.app.routes[-1].app


def join(client: TestClient, name: str):
    return client.post("/gradio_api/queue/join", json={"data": ["x"], "fn_index": 1, "session_hash": name})


def test_no_more_sessions_are_remembered_than_may_wait(client, gradio):
    for number in range(2 * QUEUE):
        asked = {"component_id": 1, "fn_name": "x", "data": [], "session_hash": f"visitor {number}"}
        client.post("/gradio_api/component_server", json=asked)

    assert list(gradio.state_holder.session_data) == [f"visitor {number}" for number in range(QUEUE, 2 * QUEUE)]


def test_a_question_is_not_kept_when_it_is_answered(client, gradio):
    asked = question(png())
    assert ask(client, "draw", asked)["id"] == 7

    state = gradio.state_holder["answer_drawing"]
    assert asked["picture"] not in str(state.config_values)


@pytest.mark.parametrize("form", [False, True])
def test_a_name_that_is_too_long_is_refused_and_not_kept(client, gradio, form):
    name = "x" * 101
    server = {"component_id": "1", "fn_name": "y", "session_hash": name}
    sent = {"data": server, "files": {"file": ("a", b"a")}} if form else {"json": {**server, "data": []}}
    calls = (join(client, name), client.post("/gradio_api/component_server", **sent))

    for answer in calls:
        assert answer.status_code == 400
        assert answer.json() == {"error": "The session's name has 101 characters. At most 100 are allowed."}
    queue = gradio.get_blocks()._queue
    assert name not in {*gradio.state_holder.session_data, *queue.pending_event_ids_session}
    assert join(client, "x" * 100).status_code in (200, 503)


def test_the_names_of_those_that_never_fetched_an_answer_are_forgotten(client, gradio):
    queue = gradio.get_blocks()._queue
    most = queue.pending_messages_per_session.max_size
    for number in range(most + 5):
        queue.pending_event_ids_session[f"{number}"] = set()

    assert len(queue.pending_event_ids_session) == most
    queue.pending_event_ids_session.clear()


def test_no_more_pictures_are_read_at_once_than_there_are_threads(client, monkeypatch):
    """Whichever functions are called: this is of the drawings, and of a program's."""
    begun, go_on = [], threading.Event()
    monkeypatch.setattr(Predictor, "from_bytes", lambda *_: [begun.append(1), go_on.wait(20)])
    calls = [call["api_name"] for call in client.get("/config").json()["dependencies"]]
    for name, data in (("answer_drawing", [question(png())]), ("predict", [upload(client, png()), None])):
        asked = {"data": data, "fn_index": calls.index(name), "session_hash": f"of {name}"}
        assert client.post("/gradio_api/queue/join", json=asked).status_code == 200
    while not begun:
        time.sleep(0.02)
    time.sleep(0.5)
    assert len(begun) == 1
    go_on.set()


def test_no_more_may_wait_than_the_setting_says(client, monkeypatch):
    go_on = threading.Event()
    monkeypatch.setattr(Predictor, "from_bytes", lambda *_: go_on.wait(20))
    calls = client.get("/config").json()["dependencies"]
    (index,) = (number for number, call in enumerate(calls) if call["api_name"] == "answer_drawing")
    asked = {"data": [question(png())], "fn_index": index}
    answers = [
        client.post("/gradio_api/queue/join", json={**asked, "session_hash": f"visitor {number}"})
        for number in range(2 * QUEUE)
    ]
    go_on.set()
    assert [answer.status_code for answer in answers[:QUEUE]] == [200] * QUEUE and answers[-1].status_code == 503

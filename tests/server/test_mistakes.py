"""A wrong request to one of Gradio's routes gets one sentence and one line in the log. A fault here is not hidden."""

import pytest
from starlette.testclient import TestClient

from demo.app import create
from demo.settings import Settings
from demo.ui.mistakes import Mistakes
from tests.server.app_requests import FORM

JSON = {"Content-Type": "application/json"}
SERVER = {"session_hash": "s", "fn_name": "accept_blobs"}
FILE = {"file": ("a.png", b"a")}
NO_NAME = b"--x\r\nContent-Disposition: form-data; name=files\r\n\r\nabc\r\n--x--\r\n"


def joining(**others) -> dict:
    return {"json": {"data": [], "session_hash": "s", **others}}


WRONG = {
    "no list": ("queue/join", {"content": '{"data": NaN}', "headers": JSON}, 422, "at 'body.data': Input should be a"),
    "no number": ("queue/join", {"content": '{"data": [], "fn_index": NaN}', "headers": JSON}, 422, "a finite number"),
    "an unknown number": ("queue/join", joining(fn_index=9999), 400, "KeyError 9999."),
    "a negative number": ("queue/join", joining(fn_index=-1), 400, "KeyError -1."),
    "an unknown function": ("call/nosuch", {"json": {"data": []}}, 404, "nosuch."),
    "an unknown function, called": ("run/nosuch", {"json": {"data": []}}, 404, "nosuch."),
    "an unknown function, by names": ("call/v2/nosuch", {"json": {}}, 400, "'/nosuch'"),
    "an unknown input": ("call/v2/predict", {"json": {"nosuch": 1}}, 400, "Parameter `nosuch`"),
    "an unknown component": ("component_server", {"json": {**SERVER, "component_id": 99999, "data": 0}}, 400, "99999"),
    "no component": ("component_server", {"data": SERVER, "files": FILE}, 400, "'component_id'"),
    "no number of one": ("component_server", {"data": {**SERVER, "component_id": "x"}, "files": FILE}, 400, "integer"),
    "no file": ("upload", {"content": NO_NAME, "headers": FORM}, 400, "not an instance of GradioUploadFile."),
    "no file, followed": ("upload?upload_id=x", {"content": NO_NAME, "headers": FORM}, 400, "AttributeError"),
}


@pytest.fixture(scope="module")
def client():
    """Any exception that passes the middleware fails the test."""
    with TestClient(create(Settings(threads=1))) as started:
        yield started


def lines(caplog) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "both_sides.gradio"]


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_request_gets_one_sentence_and_one_line(client, caplog, kind):
    path, request, status, part = WRONG[kind]
    answer = client.post(f"/gradio_api/{path}", **request)

    assert answer.status_code == status and answer.json().keys() == {"error"}
    sentence = answer.json()["error"]
    assert part in sentence and sentence.startswith("The request is not valid")
    assert lines(caplog) == [f"POST /gradio_api/{path.partition('?')[0]} {status} {sentence}"]


def test_a_wrong_request_is_not_repeated_at_length(client):
    sent = {"data": [], "fn_index": "9" * 100_000, "session_hash": "s"}

    assert len(client.post("/gradio_api/queue/join", json=sent).content) < 500
    assert len(client.post(f"/gradio_api/run/{'x' * 10_000}", json={"data": []}).content) < 500


def test_a_sketch_without_its_fields_gets_a_sentence(client):
    components = client.get("/config").json()["components"]
    pad = next(each["id"] for each in components if each["props"].get("elem_id") == "sketchpad")

    for form in ({"json": {**SERVER, "component_id": pad, "data": 3}}, {"data": {**SERVER, "component_id": str(pad)}}):
        answer = client.post("/gradio_api/component_server", **form, **({} if "json" in form else {"files": FILE}))
        assert (answer.status_code, answer.json()["error"][:24]) == (400, "The sketch is not valid.")


def test_the_answers_of_a_session_that_there_is_not_are_one_line(client, caplog):
    assert "session_not_found" in client.get("/gradio_api/queue/data?session_hash=nosuch").text
    assert lines(caplog) == ["GET /gradio_api/queue/data 404 There is no such session, or no longer."]


def test_no_line_can_be_forged(client, caplog):
    client.post("/gradio_api/call/v2/predict", json={"a\nPOST /forged 200": 1})

    (line,) = lines(caplog)
    assert "forged" in line and line.isprintable()


def test_a_fault_of_the_server_is_not_hidden(caplog):
    async def faulty(scope, receive, send):
        raise KeyError("secret")

    with pytest.raises(KeyError):
        TestClient(Mistakes(faulty)).post("/gradio_api/queue/join")
    assert not lines(caplog)

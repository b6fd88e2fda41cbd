"""Of Gradio's routes those are open that its page and its clients ask for. The server fetches nothing for anybody."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount
from starlette.testclient import TestClient

from demo.ui import routes
from tests.server.app_requests import png, upload

ADDRESS = "https://example.com/a.html"
CLOSED = [
    ("GET", f"/gradio_api/proxy={ADDRESS}"),
    ("GET", f"/gradio_api/file/{ADDRESS}"),
    ("GET", "/gradio_api/deep_link?session_hash=x"),
    ("POST", "/gradio_api/process_recording"),
    ("POST", "/gradio_api/api/predict"),
    ("POST", "/gradio_api/vibe-edit"),
    ("GET", "/gradio_api/runs"),
    ("GET", "/gradio_api/stream/x/y/1/playlist.m3u8"),
    ("GET", "/monitoring"),
    ("GET", "/dev/reload"),
    ("GET", "//gradio_api/info"),
]


@pytest.mark.parametrize("method, path", CLOSED)
def test_any_other_route_is_closed(client, method, path):
    answer = client.request(method, f"http://testserver{path}")

    assert (answer.status_code, answer.json()) == (404, {"error": "There is nothing at this address."})


@pytest.mark.parametrize("path", ["/config", "/theme.css", "/gradio_api/info", "/monitoring/summary", "/manifest.json"])
def test_what_the_page_and_its_help_ask_for_is_open(client, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path, status", [("/x/config", 200), ("/x/monitoring", 404), ("/config/x", 404)])
def test_under_another_path_the_same_routes_are_open(path, status):
    outer = Starlette(routes=[Mount("/x", routes.OpenRoutes(PlainTextResponse("open")))])

    assert TestClient(outer).get(path).status_code == status


@pytest.mark.parametrize("address", [ADDRESS, "http://127.0.0.1/", "https%3A//example.com/a"])
def test_no_file_of_another_server_is_fetched(client, address):
    for method in ("GET", "HEAD"):
        answer = client.request(method, f"/gradio_api/file={address}")
        assert answer.status_code == 403
    assert client.get(f"/gradio_api/file={address}").json() == {
        "error": "The server does not fetch files of other servers."
    }


def test_an_uploaded_file_can_be_fetched_and_is_no_document_of_the_app(client):
    data = png()
    answer = client.get(f"/gradio_api/file={upload(client, data)['path']}")

    assert (answer.status_code, answer.content) == (200, data)
    assert answer.headers["Content-Security-Policy"].endswith("; sandbox")


@pytest.mark.parametrize("asked", ["bytes=0-1,3-4", "bytes=a-b"])
def test_parts_of_a_file_that_it_cannot_give_are_the_callers_mistake(client, asked):
    path = upload(client, png())["path"]

    assert client.get(f"/gradio_api/file={path}", headers={"Range": asked}).status_code == 400


@pytest.mark.parametrize("name", ["predict", "predict_sketch"])
def test_nobody_passes_by_the_queue(client, name):
    answer = client.post(f"/gradio_api/run/{name}", json={"data": [None, None]})

    assert answer.status_code == 404 and "join the queue" in answer.json()["detail"]

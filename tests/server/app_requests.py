"""Requests to the Gradio app: a program's, and those of its own page."""

import json
from base64 import b64encode

from PIL import Image
from starlette.testclient import TestClient

import catalog
from demo.headless import STATIC
from demo.inference.classifier import Classifiers
from tests.server.image_files import encoded, png_header

FORM = {"Content-Type": "multipart/form-data; boundary=x"}
HERE = Classifiers(catalog.load(), STATIC / "models", interpreters=1).models
"""The models whose files are small enough to be committed."""
META = {"meta": {"_type": "gradio.FileData"}}
HUGE = png_header(10_000, 5_001)
"""More pixels than the server reads."""


def upload(client: TestClient, data: bytes) -> dict:
    """The file as Gradio's clients pass it in a call."""
    path = client.post("/gradio_api/upload", files={"files": ("picture.png", data)}).json()[0]
    return {"path": path, **META}


def call(client: TestClient, name: str, *inputs) -> list | dict:
    """The endpoint's answer: its outputs, or the content of the error."""
    event = client.post(f"/gradio_api/call/{name}", json={"data": list(inputs)}).json()["event_id"]
    stream = client.get(f"/gradio_api/call/{name}/{event}").text
    return json.loads(stream.rpartition("data: ")[2])


def png(size: tuple[int, int] = (280, 280), mode: str = "RGBA") -> bytes:
    """A picture without anything on it, of this size and mode."""
    return encoded(Image.new(mode, size))


def ask(client: TestClient, tab: str, *inputs) -> dict:
    """What the page's script receives through Gradio's event."""
    config = client.get("/config").json()
    name = {"draw": "answer_drawing", "upload": "answer_picture"}[tab]
    index = next(i for i, call in enumerate(config["dependencies"]) if call["api_name"] == name)
    body = {"data": list(inputs), "fn_index": index, "session_hash": name}
    assert client.post("/gradio_api/queue/join", json=body).status_code == 200
    events = client.get(f"/gradio_api/queue/data?session_hash={name}").text.split("\n\n")
    said = [json.loads(event.removeprefix("data: ")) for event in events if event]
    output = next(message["output"] for message in said if message["msg"] == "process_completed")
    return output["data"][0] if "data" in output else output


def question(data: bytes | None, model: str = "compact", **others) -> dict:
    """What the page's script sends with a picture: a PNG, or none."""
    picture = None if data is None else f"data:image/png;base64,{b64encode(data).decode()}"
    return {"id": 7, "model": model, "precision": None, "picture": picture} | others


def of_digit(pictures) -> bytes:
    """The first test digit, which is a 7, as a PNG."""
    return encoded(Image.fromarray(pictures[0]))

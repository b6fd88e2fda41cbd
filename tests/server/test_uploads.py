"""No file of an upload stays on the disk that Gradio has forgotten."""

import asyncio
import os
import time
from pathlib import Path

import gradio as gr
import pytest
from gradio.route_utils import delete_files_created_by_app
from starlette.testclient import TestClient

from demo.app import create
from demo.settings import Settings
from demo.ui import uploads
from tests.server.app_requests import FORM, upload

PART = b"--x\r\nContent-Disposition: form-data; name=%s; filename=a\r\n\r\n" + bytes(5_000)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where Gradio puts uploads, and other temporary files."""
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "gradio"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "gradio").mkdir()
    return tmp_path / "gradio"


def test_forgotten_files_are_deleted_when_they_are_an_hour_old(folder):
    old, new, other, told = (folder / name for name in ("tmp1", "tmp2", "other", "tmp3"))
    for file in (old, new, other, told / "a.png"):
        file.parent.mkdir(exist_ok=True)
        file.touch()
    for file in (old, other, told, told / "a.png"):
        os.utime(file, (time.time() - uploads.HOUR - 1,) * 2)

    uploads.delete_forgotten(folder)

    assert {file.name for file in folder.rglob("*")} == {"tmp2", "other", "tmp3", "a.png"}


def test_the_server_begins_with_that(folder):
    """With what an earlier process left: a file under another name, whose caller has gone."""
    app = create(Settings(threads=1))
    with TestClient(app) as client:
        assert client.post("/gradio_api/upload", content=PART % b"other" + b"\r\n--x--\r\n", headers=FORM).json() == []
    (left,) = folder.glob("tmp*")
    os.utime(left, (0, 0))

    with TestClient(app):
        assert not left.exists()


def test_an_upload_that_arrives_while_gradio_deletes_others_does_not_end_that(folder, monkeypatch):
    app = create(Settings(threads=1))
    with TestClient(app) as client:
        told = [upload(client, content)["path"] for content in (b"a", b"b")]
        blocks = app.routes[-1].app.get_blocks()

        def remove_and_add(path: str) -> None:
            Path(path).unlink()
            blocks.upload_file_set.add(f"{path} new")

        monkeypatch.setattr("gradio.route_utils.os.remove", remove_and_add)
        delete_files_created_by_app(blocks, age=None)

        assert set(blocks.upload_file_set) == {f"{path} new" for path in told}
        assert not any(Path(path).exists() for path in told)


def test_a_client_that_leaves_with_its_sketch_half_sent_leaves_no_file(folder):
    """It leaves none of what it has sent, and nothing is answered."""
    messages = [
        {"type": "http.request", "body": PART % b"file", "more_body": True},
        {"type": "http.request", "body": bytes(5_000), "more_body": True},
        {"type": "http.disconnect"},
    ]
    headers = [(name.lower().encode(), value.encode()) for name, value in FORM.items()]
    path = {"path": "/gradio_api/component_server", "raw_path": b"", "query_string": b"", "root_path": ""}
    scope = {"type": "http", "method": "POST", "headers": headers, "http_version": "1.1", "scheme": "http", **path}
    sent = []

    async def receive() -> dict:
        return messages.pop(0)

    async def send(message: dict) -> None:
        sent.append(message)

    asyncio.run(create(Settings(threads=1))(scope, receive, send))

    assert not sent and not messages
    assert not list(folder.parent.glob("tmp*"))


def test_they_are_deleted_every_hour(folder, monkeypatch):
    monkeypatch.setattr(uploads, "HOUR", 0.02)

    async def are_deleted() -> bool:
        async with uploads.kept_clean(gr.Blocks()):
            (left := folder / "tmp1").touch()
            for _ in range(1000):
                await asyncio.sleep(0.02)
                if not left.exists():
                    return True
            return False

    assert asyncio.run(are_deleted())

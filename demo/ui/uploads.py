"""The files of uploads that did not end well, which Gradio leaves on the disk.

It deletes those that it has told a caller of. It forgets those of a client that left meanwhile, and those in a field of
another name.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import gradio as gr
from anyio import to_thread
from gradio.utils import get_upload_folder
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOUR = 3600
"""Seconds between two looks, and the age at which an upload has surely ended: `BodyLimits` gives it seconds."""


def delete_forgotten(folder: Path) -> None:
    """Deletes what has the name of an upload that is arriving and is older than an hour."""
    for path in folder.glob("tmp*"):
        with contextlib.suppress(OSError):  # another process has deleted it, or it is another user's
            if path.is_file() and time.time() - path.stat().st_mtime > HOUR:
                path.unlink()


class Files(set[str]):
    """Can be gone through while another thread adds to it.

    Gradio goes through its uploads once an hour. One that arrives meanwhile would end that, for good.
    """

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(super().__iter__()))


@contextlib.asynccontextmanager
async def kept_clean(app: gr.Blocks) -> AsyncIterator[None]:
    """Deletes what earlier processes forgot, and every hour what this one did."""
    app.upload_file_set = Files(app.upload_file_set)
    app.temp_file_sets[0] = app.upload_file_set

    async def clean() -> None:
        await to_thread.run_sync(delete_forgotten, Path(get_upload_folder()))

    async def go_on() -> None:
        while True:
            await asyncio.sleep(HOUR)
            await clean()

    await clean()
    task = asyncio.create_task(go_on())
    try:
        yield
    finally:
        task.cancel()


class Whole:
    """Passes on requests to a path when they have come whole. The application never hears of a client that left before.

    For Gradio's second route with files. It puts them among the temporary files of the system, where nobody can tell
    later whose they are. It reads them into the memory anyway, and `BodyLimits` says how many bytes.
    """

    def __init__(self, app: ASGIApp, path: str):
        self.app = app
        self._path = path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(self._path):
            return await self.app(scope, receive, send)
        body = b""
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        messages: list[Message] = [{"type": "http.request", "body": body}]

        async def receive_again() -> Message:
            return messages.pop() if messages else await receive()

        await self.app(scope, receive_again, send)

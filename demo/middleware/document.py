"""Compresses the Gradio app's document, which Gradio makes for each visit and sends as it is: some 200 KB."""

import functools
import gzip

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from demo.middleware.static_files import accepted

COMPRESS = {
    "br": functools.partial(brotli.compress, quality=9),
    "gzip": functools.partial(gzip.compress, mtime=0),
}
"""Content coding -> its function, in the order of preference."""

DOCUMENTS = 8
"""Number of compressed documents that are kept. It differs only by the address at which it was asked for."""


class CompressedDocument:
    """Compresses `/` for a client that takes it, each document once. Everything else passes through unchanged."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] != "/":
            return await self.app(scope, receive, send)
        takes = accepted(Headers(scope=scope).get("Accept-Encoding", ""))
        coding = next((coding for coding in COMPRESS if coding in takes), None)
        start: Message = {}
        parts: list[bytes] = []

        async def send_compressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                return
            if message["type"] != "http.response.body":  # of an extension
                await send(message)
                return
            parts.append(message.get("body", b""))
            if message.get("more_body"):
                return
            body = b"".join(parts)
            headers = MutableHeaders(raw=start["headers"])
            headers.add_vary_header("Accept-Encoding")
            if coding and start["status"] == 200 and "Content-Encoding" not in headers:
                # in a thread: it takes as long as dozens of answers, and anybody may ask by a new address
                body = await run_in_threadpool(_compressed, body, coding)
                headers["Content-Encoding"] = coding
                headers["Content-Length"] = str(len(body))
            await send(start)
            await send({"type": "http.response.body", "body": body})

        await self.app(scope, receive, send_compressed)


@functools.lru_cache(maxsize=DOCUMENTS)
def _compressed(document: bytes, coding: str) -> bytes:
    return COMPRESS[coding](document)

"""The page of static/, served as files, the compressible ones compressed."""

import os
from pathlib import PurePath

from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".wasm": "application/wasm",
}
"""Browsers insist on these. They are said here, because the machine's table may differ, and Gradio changes it."""


class Page(StaticFiles):
    """`StaticFiles` with the types above."""

    def file_response(self, full_path: str | os.PathLike[str], *arguments, **options) -> Response:
        response = super().file_response(full_path, *arguments, **options)
        kind = TYPES.get(PurePath(full_path).suffix)
        if kind and response.status_code == 200:
            response.headers["Content-Type"] = kind
        return response


COMPRESSIBLE = (".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", "/")
"""How their addresses end. Weights and what is compressed already would cost time and hardly get shorter."""


class Compressed:
    """Sends the files of `COMPRESSIBLE` in gzip, for not every host's proxy compresses."""

    def __init__(self, page: ASGIApp):
        self._plain = page
        self._gzip = GZipMiddleware(page, minimum_size=1000, compresslevel=6)  # at 9, twice the time for 0.3 % less

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._gzip if scope["path"].endswith(COMPRESSIBLE) else self._plain
        await app(scope, receive, send)

"""Serves the page in static/ as files, and compresses those that are compressible."""

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
"""Browsers require these types. The table of the machine may differ, and Gradio changes it."""


class Page(StaticFiles):
    """`StaticFiles` with the types above."""

    def file_response(self, full_path: str | os.PathLike[str], *arguments, **options) -> Response:
        response = super().file_response(full_path, *arguments, **options)
        kind = TYPES.get(PurePath(full_path).suffix)
        if kind and response.status_code == 200:
            response.headers["Content-Type"] = kind
        return response


COMPRESSIBLE = (".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", "/")
"""Endings of compressible addresses. Weights and compressed files would take time and hardly become smaller."""


class Compressed:
    """Sends the files of `COMPRESSIBLE` with gzip, because not every host has a proxy that compresses."""

    def __init__(self, page: ASGIApp):
        self._plain = page
        self._gzip = GZipMiddleware(
            page, minimum_size=1000, compresslevel=6
        )  # 9 takes twice the time for 0.3 % fewer bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._gzip if scope["path"].endswith(COMPRESSIBLE) else self._plain
        await app(scope, receive, send)

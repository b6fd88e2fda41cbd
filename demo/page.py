"""The page of static/, served as files."""

import os
from pathlib import PurePath

from starlette.responses import Response
from starlette.staticfiles import StaticFiles

TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
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

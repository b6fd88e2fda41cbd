"""Serves the page in static/ as files, compressed ones where they are."""

import hashlib
import os
import re
from functools import lru_cache
from pathlib import PurePath

from starlette.datastructures import Headers, QueryParams
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from catalog import ENCODINGS

TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".wasm": "application/wasm",
}
"""Browsers require these types. The table of the machine may differ, and Gradio changes it."""

HASHED = re.compile(r"-([0-9a-f]{8}|[0-9A-Z]{8})\.js$")
"""The end of a name that `npm run build` makes from the content."""


class Page(StaticFiles):
    """`StaticFiles` with the types above. It sends NAME.br or NAME.gz for NAME to a client that takes it, unless that
    file is older than NAME: then it was made from other content.

    What an address with its hash names never changes, so a browser need not ask again. It asks for everything else, and
    for what has another hash than the address says: that would be kept for a year under a name that is not its own.
    """

    def file_response(self, full_path, stat_result, scope: Scope, status_code: int = 200) -> Response:
        takes = accepted(Headers(scope=scope).get("Accept-Encoding", ""))
        packed = {coding: f"{full_path}{end}" for coding, end in ENCODINGS.items() if coding in takes}
        coding = next((coding for coding, path in packed.items() if _is_newer(path, stat_result)), None)
        path = packed[coding] if coding else full_path
        response = super().file_response(path, os.stat(path), scope, status_code)
        if coding and response.status_code == 200:
            response.headers["Content-Encoding"] = coding
        kind = TYPES.get(PurePath(full_path).suffix)
        if kind and response.status_code == 200:
            response.headers["Content-Type"] = kind
        named = QueryParams(scope["query_string"]).get("sha256")
        is_hashed = HASHED.search(str(full_path)) or (named and named == _sha256(full_path, stat_result.st_mtime_ns))
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if is_hashed else "no-cache"
        response.headers["Vary"] = "Accept-Encoding"
        return response


def accepted(header: str) -> set[str]:
    """The content codings in an `Accept-Encoding`, without those of quality 0."""
    codings = (part.replace(" ", "").lower().partition(";") for part in header.split(","))
    return {coding for coding, _, quality in codings if not re.fullmatch(r"q=0(\.0*)?", quality)}


@lru_cache(maxsize=1000)
def _sha256(path: str, modified: int) -> str:
    """Of a file as it was modified last: read once, which takes 20 ms for the largest."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_newer(path: str, original: os.stat_result) -> bool:
    try:
        return os.stat(path).st_mtime_ns >= original.st_mtime_ns
    except OSError:
        return False

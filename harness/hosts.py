"""Hosts of static files: one that sends them as they are, and one that compresses, as most hosts do."""

import contextlib
import functools
import gzip
import http.server
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from export.formats.browser import serving
from harness.server import ROOT


def serve(
    folder: Path, sent: list[str] | None = None, headers: Mapping[str, str] | None = None
) -> contextlib.AbstractContextManager[str]:
    """Serves a folder's files on loopback while the context lasts, and adds the path of each sent file to `sent`.

    A file that the browser only revalidates is not sent.
    """
    attributes = {"sent": [] if sent is None else sent, "headers_of_all": headers or {}}
    handler = functools.partial(type("Handler", (_Noting,), attributes), directory=folder)
    return serving(_Host(("127.0.0.1", 0), handler))


class _Host(http.server.ThreadingHTTPServer):
    request_queue_size = 64  # a page opens more connections at once than the five that wait by default

    def handle_error(self, request, client_address) -> None:
        """Prints no trace for a browser that was closed while a file was sent."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Noting(http.server.SimpleHTTPRequestHandler):
    sent: list[str]
    headers_of_all: Mapping[str, str]

    def end_headers(self) -> None:
        for name, value in self.headers_of_all.items():
            self.send_header(name, value)
        super().end_headers()

    def log_request(self, code: int | str = 0, *_) -> None:
        if code == http.HTTPStatus.OK:
            self.sent.append(self.path)

    def log_message(self, *_) -> None:
        """Logs nothing, because a page makes dozens of requests."""


def compressing_host(sent: dict[str, int]) -> contextlib.AbstractContextManager[str]:
    """Serves the repository, and adds the bytes of all answers to `sent` by their paths."""
    handler = functools.partial(type("Handler", (_Compressing,), {"sent": sent}), directory=ROOT)
    return serving(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))


class _Compressing(http.server.SimpleHTTPRequestHandler):
    """A file server that compresses everything that gets smaller, and records the bytes of each answer."""

    sent: dict[str, int]

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return self.send_error(404)
        whole = file.read_bytes()
        packed = gzip.compress(whole, 6)
        body = min(whole, packed, key=len)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if body is packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        path = urlsplit(self.path).path
        self.sent[path] = self.sent.get(path, 0) + len(body)

    def log_message(self, *_) -> None:
        """Logs nothing."""

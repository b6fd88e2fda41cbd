"""A host of static files that compresses, as most hosts do."""

import contextlib
import functools
import gzip
import http.server
from pathlib import Path
from urllib.parse import urlsplit

from export.formats.browser import serving
from tests.conftest import ROOT


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


def compressing_host(sent: dict[str, int]) -> contextlib.AbstractContextManager[str]:
    """Serves the repository, and adds the bytes of all answers to `sent` by their paths."""
    handler = functools.partial(type("Handler", (_Compressing,), {"sent": sent}), directory=ROOT)
    return serving(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))

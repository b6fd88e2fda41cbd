"""The size of a first visit: the page, its runtime and the default model, up to the first answer."""

import contextlib
import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.conftest import ROOT

BYTES = 285_000
"""The most, compressed with gzip as by most hosts. TF.js as one file has 366,000."""
REQUESTS = 15
"""The most."""


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


@contextlib.contextmanager
def compressing_host(sent: dict[str, int]) -> Iterator[str]:
    """Serves the repository, and adds the bytes of all answers to `sent` by their paths."""
    handler = type("Handler", (_Compressing,), {"sent": sent})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=ROOT)) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{host.server_port}"
        host.shutdown()


def test_a_first_visit_transfers_little_until_the_first_answer(browser: Browser):
    sent: dict[str, int] = {}
    # the service worker starts after the first answer, and its downloads are for later visits
    with (
        compressing_host(sent) as host,
        browser.new_context(service_workers="block", reduced_motion="reduce") as context,
    ):
        page = context.new_page()
        page.goto(f"{host}/static/")
        page.wait_for_selector("html[data-ready=true]")
        until_then = dict(sent)

    total = sum(until_then.values())
    largest = sorted(until_then.items(), key=lambda item: -item[1])[:6]
    print(
        f"\n{total:,} bytes in {len(until_then)} files; the largest:", *(f"{path} {size:,}" for path, size in largest)
    )
    for part in (
        "vendor/tfjs-wasm.js",
        "vendor/tfjs-backend-wasm-simd.wasm",
        "models/catalog.json",
        "built/js/worker.js",
    ):
        assert f"/static/{part}" in until_then  # everything was counted
    assert total <= BYTES
    assert len(until_then) <= REQUESTS
    assert not [path for path in until_then if "front_end" in path or "engines.json" in path]

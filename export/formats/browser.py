"""Runs TF.js files as their users do: in a real Chromium, with the engine of the page."""

import contextlib
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from export import chromium
from export.formats.runners import shown
from export.samples import Answers, Samples

STATIC = Path(__file__).parent.parent.parent / "static"

LOAD = """async ([url, backend]) => {
  const { load } = await import("/js/engine.js");
  globalThis.engine = await load(url, { backend });
}"""
ANSWER = """async (url) => {
  const pixels = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const size = engine.input.reduce((product, side) => product * side);
  const answers = [];
  const milliseconds = [];
  for (let from = 0; from < pixels.length; from += size) {
    const start = performance.now();
    answers.push(Array.from(await engine.predict(pixels.subarray(from, from + size))));
    milliseconds.push(performance.now() - start);
  }
  return [answers, milliseconds];
}"""


def run_tfjs(path: Path, samples: Samples, backend: str = "wasm") -> Answers:
    """Runs a TF.js graph model in the engine of the page, one picture at a time.

    Args:
        path: its `model.json`.
        samples: the pictures.
        backend: of TF.js, `wasm` or `cpu`.
    """
    pictures = b""

    def content(address: str) -> Path | bytes:
        if address == "/pictures":  # over HTTP, because Playwright's own channel is ten times slower
            return pictures
        folder, _, name = address.removeprefix("/").partition("/")
        return path.parent / name if folder == "model" else STATIC / folder / name

    with served(content) as origin, chromium.browser() as browser:
        page = browser.new_page()
        page.goto(f"{origin}/favicon.svg")  # any document of this origin
        page.evaluate(LOAD, [f"{origin}/model/{path.name}", backend])
        answers, milliseconds = [], []
        for batch in shown(samples, path.parent.name):
            pictures = batch.tobytes()
            answered, took = page.evaluate(ANSWER, f"{origin}/pictures")
            answers += answered
            milliseconds += took
    return Answers(np.array(answers, np.float32), float(np.median(milliseconds)))


@contextlib.contextmanager
def served(content: Callable[[str], Path | bytes]) -> Iterator[str]:
    """Runs a server on loopback and provides its origin. `content` maps a path to a file or to bytes."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self):
            found = content(self.path)
            if isinstance(found, Path) and not found.is_file():
                return self.send_error(404)
            body = found.read_bytes() if isinstance(found, Path) else found
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(self.path.partition("?")[0]))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Says nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()

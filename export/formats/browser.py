"""Runs the files of the page as its users do: in a real Chromium, with the engines of the page."""

import contextlib
import http.server
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
from playwright.sync_api import Error as PlaywrightError

from export import chromium
from export.formats.runners import shown
from export.samples import Answers, Samples

STATIC = Path(__file__).parent.parent.parent / "static"
POLL = 0.02
"""Seconds between two looks of a server whether it must end. By default they are half a second apart."""

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
    return _run(path, samples, backend)


def run_litert_js(path: Path, samples: Samples) -> Answers:
    """Runs a `.tflite` in the LiteRT.js of the page, in WebAssembly, one picture at a time.

    Raises:
        ValueError: LiteRT.js refuses the file, or an operation fails in it; the message has the reason.
    """
    try:
        return _run(path, samples, "litert")
    except PlaywrightError as error:
        raise ValueError(f"{path.name} does not run in LiteRT.js: {_reason(error)}") from error


def _reason(error: PlaywrightError) -> str:
    line = error.message.strip().splitlines()[0]
    return line.removeprefix("Page.evaluate: ").removeprefix("Error: ")


def _run(path: Path, samples: Samples, backend: str) -> Answers:
    pictures = b""

    def content(address: str) -> Path | bytes:
        if address == "/pictures":  # over HTTP, because Playwright's own channel is ten times slower
            return pictures
        folder, _, name = address.removeprefix("/").partition("/")
        return path.parent / name if folder == "model" else STATIC / folder / name

    with served(content) as origin, chromium.browser() as browser, browser.new_page() as page:
        errors: list[str] = []  # LiteRT.js answers zeros where an operation fails, and only prints why
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto(f"{origin}/favicon.svg")  # any document of this origin
        page.evaluate(LOAD, [f"{origin}/model/{path.name}", backend])
        answers, milliseconds = [], []
        for batch in shown(samples, path.parent.name):
            pictures = batch.tobytes()
            answered, took = page.evaluate(ANSWER, f"{origin}/pictures")
            if backend.startswith("litert") and (failed := [text for text in errors if text.startswith("ERROR")]):
                raise ValueError(f"{path.name} does not run in LiteRT.js: {failed[0].removeprefix('ERROR:').strip()}")
            answers += answered
            milliseconds += took
    return Answers(np.array(answers, np.float32), float(np.median(milliseconds)))


def served(
    content: Callable[[str], Path | bytes], headers: Mapping[str, str] | None = None
) -> contextlib.AbstractContextManager[str]:
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
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Says nothing."""

    return serving(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler))


@contextlib.contextmanager
def serving(server: http.server.HTTPServer) -> Iterator[str]:
    """Runs a server on loopback in a thread and provides its origin."""
    with server:
        threading.Thread(target=server.serve_forever, args=(POLL,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()  # before its socket is closed: a thread that polls a closed one takes a whole core

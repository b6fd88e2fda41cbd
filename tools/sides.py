"""Measures how long one answer takes on each side: `make bench`.

All ways answer the same pictures in turns, in one run, so that a busy machine slows all of them alike; what counts
are the ratios.
"""

import contextlib
import io
import json
import os
import platform
import socket
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO
from urllib.parse import urlsplit

import numpy as np
from PIL import Image
from playwright.sync_api import Browser

import catalog
from export import chromium
from export.formats import runners
from export.report.machine import processor
from harness.hosts import serve
from harness.server import ROOT, started_server
from models import trained_files
from models.data import mnist

ROUNDS = 20
PICTURES = 10
WARM_UP = 2

IN_PAGE = """async ([engine, url, backend, numbers]) => {
  const { load } = await import(engine);
  globalThis.engine ??= await load(url, { backend });
  const fetched = numbers.map(async (number) => (await fetch(`/pictures/${number}`)).arrayBuffer());
  const milliseconds = [];
  for (const pixels of (await Promise.all(fetched)).map((bytes) => new Uint8Array(bytes))) {
    const start = performance.now();
    await globalThis.engine.predict(pixels);
    milliseconds.push(performance.now() - start);
  }
  return milliseconds;
}"""

Way = Callable[[list[int]], list[float]]
"""Indices of pictures -> milliseconds of each answer."""


def measure(name: str) -> dict[str, list[float]]:
    """Milliseconds of each answer of a model by each way, without the warm-up."""
    pictures = mnist.on_canvas(mnist.test()[0][:PICTURES])
    with contextlib.ExitStack() as stack:
        browser, address = stack.enter_context(chromium.browser()), stack.enter_context(serve(ROOT))
        in_page = partial(_in_page, browser, address, catalog.load().model(name), pictures)
        ways = {
            "Keras, `predict`": keras_predict(name, pictures),
            "LiteRT, one thread": stack.enter_context(_litert(name, pictures)),
            "server, `POST /api/predict` on loopback": stack.enter_context(_server(name, pictures)),
            "browser, TF.js with WebAssembly": in_page("tfjs", "wasm"),
            "browser, LiteRT.js with WebAssembly": in_page("tflite", "litert"),
        }
        times: dict[str, list[float]] = {way: [] for way in ways}
        for turn in range(WARM_UP + ROUNDS):
            for way, answer in ways.items():
                took = answer(list(range(PICTURES)))
                if turn >= WARM_UP:
                    times[way] += took
    return times


def table(name: str) -> str:
    """The measurement as a Markdown table, with the machine below."""
    times = measure(name)
    least = min(np.median(took) for took in times.values())
    rows = [f"| one answer of `{name}` | p50 | p95 | times the fastest |", "| --- | ---: | ---: | ---: |"]
    for way, took in times.items():
        p50, p95 = np.percentile(took, [50, 95])
        rows.append(f"| {way} | {p50:.2f} ms | {p95:.2f} ms | {p50 / least:.1f} |")
    return "\n".join([*rows, "", f"{PICTURES * ROUNDS} answers by each way, in turns. {conditions()}"])


def conditions() -> str:
    """The version of the default model, and the machine on which it was measured."""
    with chromium.browser() as browser:
        version = browser.version
    model = catalog.load().model()
    return (
        f"`{model.name}` {model.version}; {processor()}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, headless Chromium {version}."
    )


def timed(answer: Callable[[int], object]) -> Way:
    """A way that is timed in this process."""

    def way(numbers: list[int]) -> list[float]:
        took = []
        for number in numbers:
            started = time.perf_counter()
            answer(number)
            took.append((time.perf_counter() - started) * 1000)
        return took

    return way


def keras_predict(name: str, pictures: np.ndarray) -> Way:
    """The trained model, used as in Keras' guides."""
    model = trained_files.load(name)
    return timed(lambda number: model.predict(pictures[number : number + 1], verbose=0))


@contextlib.contextmanager
def _litert(name: str, pictures: np.ndarray) -> Iterator[Way]:
    path = catalog.PATH.parent / catalog.load().model(name).file("tflite").path
    with runners.litert(path) as answer:
        yield timed(lambda number: answer(pictures[number : number + 1].astype(np.float32)))


def pngs(pictures: np.ndarray) -> list[bytes]:
    """Encodes pictures, uint8 [n, height, width, 3], as files."""
    files = [io.BytesIO() for _ in pictures]
    for picture, file in zip(pictures, files):
        Image.fromarray(picture).save(file, "PNG")
    return [file.getvalue() for file in files]


@contextlib.contextmanager
def _server(name: str, pictures: np.ndarray) -> Iterator[Way]:
    with started_server() as (address, _):
        yield posted(f"{address}/api/predict?model={name}&precision=float32", pngs(pictures))


def posted(address: str, bodies: list[bytes]) -> Way:
    """The API, over a new connection in each turn, because the server closes one that is idle for 5 s.

    The client is a bare socket: Python's `http.client` takes 0.2 to 0.3 ms for each answer, which are not the server's.
    """
    url = urlsplit(address)
    line = f"POST {url.path}?{url.query} HTTP/1.1\r\nHost: {url.netloc}\r\n"
    requests = [f"{line}Content-Length: {len(body)}\r\n\r\n".encode() + body for body in bodies]

    def way(numbers: list[int]) -> list[float]:
        with contextlib.ExitStack() as stack:
            connection = stack.enter_context(socket.create_connection((url.hostname, url.port)))
            answers = stack.enter_context(connection.makefile("rb"))

            def answer(number: int) -> dict:
                connection.sendall(requests[number])
                return _answered(answers)

            return timed(answer)(numbers)

    return way


def _answered(answers: BinaryIO) -> dict:
    """The JSON of the next answer.

    Raises:
        RuntimeError: its status is not 200.
    """
    status = answers.readline().decode()
    head = b"".join(iter(answers.readline, b"\r\n")).decode("latin-1").lower()
    content = answers.read(int(head.split("content-length: ")[1].split("\r\n")[0]))
    if " 200 " not in status:
        raise RuntimeError(f"The server answered {status.strip()}: {content!r}")
    return json.loads(content)


def _in_page(
    browser: Browser, address: str, model: catalog.Model, pictures: np.ndarray, format: str, backend: str
) -> Way:
    page = browser.new_page()
    page.route("**/pictures/*", lambda route: route.fulfill(body=pictures[_number(route)].tobytes()))
    page.goto(f"{address}/static/favicon.svg")
    engine, file = f"{address}/static/js/engine.js", f"{address}/static/models/{model.file(format).path}"
    return lambda numbers: page.evaluate(IN_PAGE, [engine, file, backend, numbers])


def _number(route) -> int:
    return int(route.request.url.rpartition("/")[2])


if __name__ == "__main__":
    print(table(catalog.load().default))

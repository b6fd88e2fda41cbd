"""Measures how fast the server is, each figure in one run with that of an alternative: `make bench`.

A measurement and its rival's take turns, so that a busy machine slows both alike; what counts are the ratios.
"""

import contextlib
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
from gradio_client import Client, handle_file
from PIL import Image

import catalog
from demo.headless import STATIC
from demo.inference.classifier import Classifiers
from demo.inference.predictor import Predictor
from demo.settings import Settings
from export.formats import runners
from models.data import mnist
from tools import load
from tools.load import Rival
from tools.sides import Way, conditions, keras_predict, pngs, posted, timed

MODEL = "compact"
PICTURES = 10
TURNS = 5
WARM_UP = 2
CLIENTS = 32
SECONDS = 4.0
"""Duration of each turn of throughput."""
REQUESTS = 5_000
"""Number of requests before memory is measured, and again after it."""
STARTS = 5
MEGABYTE = 1e6


@dataclass(frozen=True)
class Row:
    """A row of the table.

    Attributes:
        what: is measured.
        figure: the server's, with its unit.
        rival: what it stands beside, with its figure.
        ratio: between the two, as a reader expects it.
        target: what must be.
        met: whether it is.
    """

    what: str
    figure: str
    rival: str
    ratio: str
    target: str
    met: bool

    def markdown(self) -> str:
        cells = [self.what, self.figure, self.rival, self.ratio, self.target, "yes" if self.met else "**no**"]
        return f"| {' | '.join(cells)} |"


def rows() -> Iterator[Row]:
    """All measurements, in the order of the table."""
    pictures = mnist.on_canvas(mnist.test()[0][:PICTURES])
    files = pngs(pictures)
    yield from _in_the_process(pictures, files)
    with load.ours() as ours:
        yield _added(ours, files)
        yield _over_http(ours, files)
        with load.plain() as plain:
            yield _throughput(ours, plain, files)
    with load.ours() as ours:
        yield _memory(ours, files)
    yield _start()


def _p50(*ways: Way, turns: int = TURNS) -> list[float]:
    """Milliseconds by each way, in turns over all pictures, without the warm-up."""
    took: list[list[float]] = [[] for _ in ways]
    for turn in range(WARM_UP + turns):
        for way, milliseconds in zip(ways, took):
            answered = way(list(range(PICTURES)))
            milliseconds += answered if turn >= WARM_UP else []
    return [median(milliseconds) for milliseconds in took]


@contextlib.contextmanager
def _bare(files: list[bytes]) -> Iterator[Way]:
    """Decoding and LiteRT's invoke alone."""
    path = catalog.PATH.parent / catalog.load().model(MODEL).file("tflite").path
    with runners.litert(path) as answer:

        def bare(number: int) -> np.ndarray:
            with Image.open(io.BytesIO(files[number])) as image:
                return answer(np.asarray(image, np.float32)[np.newaxis])

        yield timed(bare)


def _in_the_process(pictures: np.ndarray, files: list[bytes]) -> Iterator[Row]:
    classifiers = Classifiers(catalog.load(), STATIC / "models", interpreters=1)
    predictor, choice = Predictor(classifiers, Settings.max_pixels), classifiers.find(MODEL)
    with _bare(files) as bare:
        ours, floor = _p50(timed(lambda number: predictor.from_bytes(files[number], choice)), bare, turns=100)
    again, keras = _p50(
        timed(lambda number: predictor.from_bytes(files[number], choice)), keras_predict(MODEL, pictures)
    )
    what = "PNG of 224x224 -> answer, in the process, p50"
    yield Row(
        what,
        f"{ours:.2f} ms",
        f"decoding and LiteRT's invoke alone: {floor:.2f} ms",
        f"{ours / floor:.2f} times",
        "at most 2 times",
        ours <= 2 * floor,
    )
    yield Row(
        what,
        f"{again:.2f} ms",
        f"`keras.Model.predict`: {keras:.1f} ms",
        f"{keras / again:.0f} times faster",
        "at least 30 times faster",
        keras >= 30 * again,
    )


def _added(ours: Rival, files: list[bytes]) -> Row:
    with _bare(files) as bare:
        api, floor = _p50(posted(f"{ours.address}{ours.path}?model={MODEL}&precision=float32", files), bare, turns=100)
    return Row(
        "what `POST /api/predict` adds to decoding and invoke, on loopback, p50",
        f"{api - floor:.2f} ms",
        f"decoding and LiteRT's invoke alone: {floor:.2f} ms",
        f"{api / floor:.2f} times",
        "at most 0.5 ms more",
        api - floor <= 0.5,
    )


def _over_http(ours: Rival, files: list[bytes]) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.png") for number in range(PICTURES)]
        for path, file in zip(paths, files):
            path.write_bytes(file)
        client = Client(ours.address, verbose=False)
        api, gradio = _p50(
            posted(f"{ours.address}{ours.path}?model={MODEL}", files),
            timed(lambda number: client.predict(handle_file(paths[number]), MODEL, api_name="/predict")),
        )
    return Row(
        "`POST /api/predict` on loopback, p50",
        f"{api:.2f} ms",
        f"`gradio_client`, through Gradio's queue: {gradio:.0f} ms",
        f"{gradio / api:.0f} times faster",
        "at most 4 ms, at least 10 times faster",
        api <= 4 and gradio >= 10 * api,
    )


def _throughput(ours: Rival, plain: Rival, files: list[bytes]) -> Row:
    rates: dict[Rival, list[float]] = {ours: [], plain: []}
    for turn in range(1 + TURNS):
        for rival in (ours, plain):
            rate = load.ask(rival, files, CLIENTS, seconds=SECONDS)
            rates[rival] += [rate] if turn else []
    server, keras = (median(each) for each in rates.values())
    return Row(
        f"answers in a second, {CLIENTS} clients",
        f"{server:.0f}",
        f"FastAPI and Keras in ten lines: {keras:.1f}",
        f"{server / keras:.0f} times",
        "at least 10 times",
        server >= 10 * keras,
    )


def _memory(ours: Rival, files: list[bytes]) -> Row:
    sizes = []
    for _ in range(2):
        load.ask(ours, files, CLIENTS, requests=REQUESTS)
        sizes.append(ours.process.memory_info().rss / MEGABYTE)
    before, after = sizes
    return Row(
        f"memory after {2 * REQUESTS:,} requests",
        f"{after:.1f} MB",
        f"after {REQUESTS:,}: {before:.1f} MB",
        f"{after / before:.3f} times",
        "at most 300 MB, no growth",
        after <= 300 and after <= before * 1.01,
    )


def _start() -> Row:
    took = [(load.start_seconds(), load.import_seconds()) for _ in range(STARTS)]
    start, gradio = (median(each) for each in zip(*took))
    return Row(
        "start until `/healthz` says ready",
        f"{start:.2f} s",
        f"`import gradio` alone: {gradio:.2f} s",
        f"{start - gradio:+.2f} s",
        "at most 1 s more",
        start <= gradio + 1,
    )


def table() -> str:
    """The measurement as a Markdown table, with the machine below."""
    head = ["| what | the server | its rival, in the same run | ratio | must be | is |", "| --- |" + " --- |" * 5]
    return "\n".join([*head, *(row.markdown() for row in rows()), "", conditions()])


if __name__ == "__main__":
    print(table(), flush=True)

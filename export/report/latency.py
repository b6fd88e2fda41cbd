"""Measures the latency of the files of a model, in turns, so that a busy machine slows all of them equally."""

import contextlib
import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import catalog
from export import chromium
from export.formats.browser import STATIC, served
from export.formats.handlers import HANDLERS
from export.formats.runners import Answer
from export.report.machine import processor
from export.samples import Samples

ROUNDS = 20
PICTURES = 10
WARM_UP = 2
"""Rounds that do not count, in which code is compiled and caches are filled."""

LOAD = """async (urls) => {
  const { load } = await import("/js/engine.js");
  globalThis.pixels = new Uint8Array(await (await fetch("/pictures")).arrayBuffer());
  globalThis.engines = [];
  for (const url of urls) engines.push(await load(url, { backend: "wasm" }));
}"""
ROUND = """async () => {
  const size = engines[0].input.reduce((product, side) => product * side);
  const milliseconds = [];
  for (const engine of engines) {
    const took = [];
    for (let from = 0; from < pixels.length; from += size) {
      const start = performance.now();
      await engine.predict(pixels.subarray(from, from + size));
      took.push(performance.now() - start);
    }
    milliseconds.push(took);
  }
  return milliseconds;
}"""

Times = dict[str, list[float]]
"""Path of a file in the catalog -> time of each answer, in milliseconds."""


@dataclass(frozen=True)
class Latency:
    """The measurements, and the machine.

    Attributes:
        times: for each file on this machine.
        answers: number of answers per file.
        machine: processor, system and browser, as a phrase.
    """

    times: Times
    answers: int
    machine: str


def measure(model: catalog.Model, pictures: Samples, folder: Path, rounds: int = ROUNDS) -> Latency:
    """Measures every file on this machine, one picture at a time, on one thread.

    LiteRT, TensorFlow and Keras take turns in this process; the TF.js files take turns in a Chromium.

    Args:
        model: a model in the catalog.
        pictures: the first ten are used in each round.
        folder: of the catalog.
        rounds: in addition to the warm-up.

    Raises:
        NoChromium: there is no Chromium to run TF.js files in.
    """
    few = next(iter(pictures.batches()))[:PICTURES]
    files = [file for file in model.files if not file.withheld and (folder / file.path).is_file()]
    with contextlib.ExitStack() as stack:
        answers = {
            file.path: stack.enter_context(open(folder / file.path))
            for file in files
            if (open := HANDLERS[file.format].open)
        }
        times = _in_turns(lambda: {path: _timed(answer, few) for path, answer in answers.items()}, rounds)
    paths = [file.path for file in files if file.format == "tfjs"]
    version, in_browser = _in_browser(paths, few, folder, rounds)
    machine = f"{processor()}, {os.cpu_count()} cores, {platform.system()}, headless Chromium {version}"
    return Latency(times | in_browser, rounds * len(few), machine)


def _in_turns(round: Callable[[], Times], rounds: int) -> Times:
    """The times of all rounds, without the warm-up."""
    for _ in range(WARM_UP):
        round()
    measured = [round() for _ in range(rounds)]
    return {path: [took for times in measured for took in times[path]] for path in measured[0]}


def _timed(answer: Answer, pictures: np.ndarray) -> list[float]:
    took = []
    for picture in pictures.astype(np.float32):
        started = time.perf_counter()
        answer(picture[np.newaxis])
        took.append((time.perf_counter() - started) * 1000)
    return took


def _in_browser(paths: list[str], pictures: np.ndarray, folder: Path, rounds: int) -> tuple[str, Times]:
    """The version of Chromium, and the times of TF.js files in the engine of the page."""

    def content(address: str) -> Path | bytes:
        if address == "/pictures":
            return pictures.tobytes()
        top, _, rest = address.removeprefix("/").partition("/")
        return folder / rest if top == "models" else STATIC / top / rest

    with served(content) as origin, chromium.browser() as browser, browser.new_page() as page:
        page.goto(f"{origin}/favicon.svg")  # any document of this origin
        if not paths:
            return browser.version, {}
        page.evaluate(LOAD, [f"{origin}/models/{path}" for path in paths])
        return browser.version, _in_turns(lambda: dict(zip(paths, page.evaluate(ROUND))), rounds)

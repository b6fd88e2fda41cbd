"""Times the default model beside itself at an earlier commit: `python -m tools.beside COMMIT`.

Both answer the same pictures in turns, in one run. What is kept, in `models/trained/NAME.json`, is the ratio.
"""

import argparse
import contextlib
import io
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

import catalog
from export import chromium
from export.formats import browser, runners
from harness.server import ROOT
from models import trained_files
from models.data import mnist
from tools.sides import timed

ROUNDS = 40
PICTURES = 10
WARM_UP = 3
STATIC = Path("static")
IN_PAGE = """async (url) => {
  const { load } = await import("/js/engine.js");
  const engine = await load(url, { backend: "wasm" });
  const pixels = new Uint8Array(await (await fetch("/pictures")).arrayBuffer());
  const size = engine.input.reduce((product, side) => product * side);
  return async () => {
    const milliseconds = [];
    for (let from = 0; from < pixels.length; from += size) {
      const start = performance.now();
      await engine.predict(pixels.subarray(from, from + size));
      milliseconds.push(performance.now() - start);
    }
    return milliseconds;
  };
}"""

Way = Callable[[], list[float]]
"""Milliseconds of an answer to each picture."""


def measure(commit: str) -> dict[str, float]:
    """How long an answer takes now, as a multiple of what it took then: by LiteRT, and by TF.js on WebAssembly."""
    published = catalog.load()
    name = published.default
    pictures = mnist.on_canvas(mnist.test()[0][:PICTURES])
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        _extract(commit, STATIC / "models", Path(folder))
        before = catalog.load(Path(folder) / STATIC / "models" / "catalog.json").model(name)
        homes = {"before": Path(folder) / STATIC / "models", "now": catalog.PATH.parent}
        models = {"before": before, "now": published.model(name)}
        litert = {
            when: _litert(stack, homes[when] / models[when].file("tflite").path, pictures) for when in ("before", "now")
        }
        paths = {when: homes[when] / models[when].defaults["tfjs"] for when in ("before", "now")}
        tfjs = _tfjs(stack, paths, pictures)
        return {"litert": _ratio(litert), "tfjs": _ratio(tfjs)}


def _extract(commit: str, path: Path, folder: Path) -> None:
    archive = subprocess.run(["git", "archive", commit, path], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")


def _litert(stack: contextlib.ExitStack, path: Path, pictures: np.ndarray) -> Way:
    answer = stack.enter_context(runners.litert(path))
    way = timed(lambda number: answer(pictures[number : number + 1].astype(np.float32)))
    return partial(way, list(range(len(pictures))))


def _tfjs(stack: contextlib.ExitStack, paths: dict[str, Path], pictures: np.ndarray) -> dict[str, Way]:
    def content(address: str) -> Path | bytes:
        if address == "/pictures":
            return pictures.tobytes()
        first, _, rest = address.removeprefix("/").partition("/")
        return paths[first].parent / rest if first in paths else ROOT / STATIC / first / rest

    origin = stack.enter_context(browser.served(content))
    page = stack.enter_context(chromium.browser()).new_page()
    page.goto(f"{origin}/favicon.svg")
    for when, path in paths.items():
        page.evaluate(
            f"async (url) => {{ globalThis.{when} = await ({IN_PAGE})(url); }}", f"{origin}/{when}/{path.name}"
        )
    return {when: partial(page.evaluate, f"() => globalThis.{when}()") for when in paths}


def _ratio(ways: dict[str, Way]) -> float:
    times: dict[str, list[float]] = {when: [] for when in ways}
    for turn in range(WARM_UP + ROUNDS):
        for when, way in ways.items():
            took = way()
            if turn >= WARM_UP:
                times[when] += took
    return round(float(np.median(times["now"]) / np.median(times["before"])), 2)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.beside", description=__doc__)
    parser.add_argument("commit", help="of the earlier model")
    commit = parser.parse_args().commit
    path = trained_files.TRAINED / f"{catalog.load().default}.json"
    ratios = measure(commit)
    trained_files.write_json(path, {**json.loads(path.read_text(encoding="utf-8")), "beside": ratios})
    print(f"times {commit}: LiteRT {ratios['litert']}, TF.js {ratios['tfjs']}")


if __name__ == "__main__":
    main()

"""TF.js files are run where their users run them: in a real Chromium, by the page's own engine."""

from pathlib import Path

import numpy as np
from playwright.sync_api import Route

from export import chromium
from export.runners import batches

STATIC = Path(__file__).parent.parent / "static"
ORIGIN = "http://both-sides.localhost"
"""No server stands there: each request is answered from the disk or from memory."""

LOAD = """async ([url, backend]) => {
  const { load } = await import("/static/js/engine.js");
  globalThis.engine = await load(url, { backend });
}"""
ANSWER = """async (url) => {
  const pixels = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const size = engine.input.reduce((product, side) => product * side);
  const answers = [];
  for (let from = 0; from < pixels.length; from += size) {
    answers.push(Array.from(await engine.predict(pixels.subarray(from, from + size))));
  }
  return answers;
}"""


def run_tfjs(path: Path, images: np.ndarray, backend: str = "wasm") -> np.ndarray:
    """What a TF.js graph model answers in the page's engine, one picture at a time.

    Args:
        path: of its `model.json`.
        images: uint8 [n, 28, 28].
        backend: of TF.js, `wasm` or `cpu`.

    Returns:
        float32 [n, labels].
    """
    pictures = b""

    def serve(route: Route) -> None:
        folder, _, name = route.request.url.removeprefix(f"{ORIGIN}/").partition("/")
        if folder == "pictures":
            route.fulfill(body=pictures, content_type="application/octet-stream")
        elif folder == "blank":
            route.fulfill(body="<!doctype html>", content_type="text/html")
        else:
            route.fulfill(path={"static": STATIC, "model": path.parent}[folder] / name)

    with chromium.browser() as browser:
        page = browser.new_page()
        page.route(f"{ORIGIN}/**", serve)
        page.goto(f"{ORIGIN}/blank/")
        page.evaluate(LOAD, [f"{ORIGIN}/model/{path.name}", backend])
        answers = []
        for batch in batches(images):
            pictures = batch.tobytes()
            answers += page.evaluate(ANSWER, f"{ORIGIN}/pictures/")
    return np.array(answers, np.float32)

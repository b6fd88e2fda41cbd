"""Measures threads and WebGPU beside plain WebAssembly, by the page's own benchmark, where the page is isolated."""

import json
from collections.abc import Iterator

from playwright.sync_api import Browser, expect

import catalog
from catalog import Model
from demo.middleware.headers import ISOLATION
from export import chromium
from harness.hosts import serve
from harness.server import ROOT
from tools.sides import conditions

MODELS = ("compact", "photo")
SECONDS = 3600
"""The most that all engines of a model take: WebGPU without a graphics card is slow."""
RUNTIMES = {
    "TensorFlow.js": ("wasm", "wasm-threads", "webgpu"),
    "LiteRT.js": ("litert", "litert-threads", "litert-webgpu"),
}
"""Runtime -> its engines: plain WebAssembly, threads, WebGPU."""


def table() -> str:
    """Runs the benchmark of each model."""
    rows = ["| | plain wasm | threads | WebGPU | largest difference |", "| --- | ---: | ---: | ---: | ---: |"]
    with serve(ROOT, headers=ISOLATION) as host, chromium.browser(*chromium.WEBGPU) as browser:
        threads = browser.new_page().evaluate("Math.min(navigator.hardwareConcurrency, 4)")
        for model in map(catalog.load().model, MODELS):
            rows += lines(model, benchmark(browser, f"{host}/static/", model))
    about = (
        "How many times as long as plain wasm, which is one thread, with the same file and picture: the page's own "
        f"benchmark, in which the engines of a file take turns; medians. {threads} threads. There is no graphics card: "
        f"WebGPU is SwiftShader, which computes on the same processor. {conditions()}"
    )
    return "\n".join([*rows, "", about])


def benchmark(browser: Browser, address: str, model: Model) -> dict[tuple[str, str], dict]:
    """Engine and path of a file -> what the page measured, with the files that the page takes by itself."""
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{address}?model={model.name}&lang=en&view=try")
    page.wait_for_selector("html[data-ready=true]", timeout=SECONDS * 1000)
    for file in model.files:
        if file.path not in model.defaults.values():
            page.context.route(f"**/{file.path}*", lambda route: route.fulfill(status=404))
    if not page.evaluate("crossOriginIsolated"):
        raise RuntimeError("The page is not cross-origin isolated.")
    page.get_by_test_id("examples").get_by_role("button").first.click()
    page.locator("#benchmark summary").click()
    page.get_by_test_id("measure").click()
    save = page.get_by_test_id("save")
    expect(save).to_be_visible(timeout=SECONDS * 1000)
    with page.expect_download() as download:
        save.click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    page.close()
    return {(row["engine"], row["path"]): row for row in saved["rows"] if "milliseconds" in row}


def lines(model: Model, measured: dict[tuple[str, str], dict]) -> Iterator[str]:
    """A line for each runtime, with the file that the page takes by itself."""
    for (runtime, engines), format in zip(RUNTIMES.items(), ("tfjs", "tflite"), strict=True):
        path = model.defaults[format]
        plain, *others = (measured[engine, path] for engine in engines)
        difference = max(row["plain"]["difference"] for row in others)
        cells = [f"{plain['milliseconds']['p50']:.3g} ms", *(f"{row['plain']['times']:.2f}" for row in others)]
        yield f"| `{model.name}`, {runtime}, {plain['precision']} | {' | '.join(cells)} | {difference:.1e} |"

"""The page's own benchmark, as tests use it."""

from playwright.sync_api import Page, expect

import catalog
from harness.server import PATIENCE

MODEL = catalog.load().model()
FORMATS = {"TensorFlow.js, wasm": "tfjs", "TensorFlow.js, cpu": "tfjs", "LiteRT.js": "tflite"}
"""The engines that run in every browser, and their formats."""
WEBGL = "TensorFlow.js, webgl"
"""It does not run on every machine: `test_benchmark` takes its script away, `test_threads` measures it."""
THREADS = {"TensorFlow.js, wasm threads": "tfjs", "LiteRT.js, threads": "tflite"}
"""They run where the page is cross-origin isolated."""
WEBGPU = {"TensorFlow.js, webgpu": "tfjs", "LiteRT.js, webgpu": "tflite"}
"""They run where the browser has WebGPU, which headless Chromium has not."""
PLAIN = {"tfjs": "TensorFlow.js, wasm", "tflite": "LiteRT.js"}
"""The engine with which the others of its format are compared."""
FEW = "\N{EN DASH}"
"""Shown instead of the slowest 5 % of fewer than 20 answers, as on a slow machine."""
LIMIT = 5 * PATIENCE * 1000
"""Milliseconds for all engines on a slow machine."""


def offered(format: str) -> list[str]:
    return [file.precision for file in MODEL.files if file.format == format and not file.withheld]


def open_benchmark(page: Page, static_server: str) -> None:
    """Opens the page and its benchmark, which may be started then."""
    page.goto(f"{static_server}/index.html")
    page.wait_for_selector("html[data-ready=true]")
    page.locator("#benchmark summary").click()
    expect(page.get_by_test_id("measure")).to_be_enabled()


def rows_of(page: Page) -> list[list[str]]:
    """The cells of the table, once all is measured."""
    expect(page.get_by_test_id("measure")).to_be_enabled(timeout=LIMIT)
    rows = page.get_by_test_id("latencies").locator("tbody tr")
    return [row.locator("td").all_inner_texts() for row in rows.all()]


def expect_measured(rows: list[list[str]], engine: str, format: str, precisions: list[str] | None = None) -> None:
    """The files of the format were measured, all or those of some precisions, and gave plain WebAssembly's answer."""
    precisions = precisions or offered(format)
    mine = [row for row in rows if row[0] == engine and row[1] in precisions]
    assert [row[1] for row in mine] == precisions
    for *_, p50, times, p95, load, first, difference in mine:
        load, first, p50 = (float(cell.removesuffix(" ms")) for cell in (load, first, p50))
        assert load > 0 and first > 0 and p50 > 0
        assert p95 == FEW or p50 <= float(p95.removesuffix(" ms"))
        assert (times, difference) == ("1.00", "0") if engine == PLAIN[format] else float(times) > 0
        assert float(difference) < 1e-4  # and no other label is named

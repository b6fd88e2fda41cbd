"""The page's own benchmark: each engine and precision of the chosen model, measured on the user's device."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import catalog
from tests.browser import drawing
from tests.browser.conftest import fresh_context
from tests.conftest import PATIENCE

MODEL = catalog.load().model()
FORMATS = {"TensorFlow.js, wasm": "tfjs", "TensorFlow.js, cpu": "tfjs", "LiteRT.js": "tflite"}
"""The engines that run in every browser, and their formats."""
GRAPHICS = {"TensorFlow.js, webgl": "tfjs", "TensorFlow.js, webgpu": "tfjs", "LiteRT.js, webgpu": "tflite"}
"""These engines do not run on every machine: if one does not run, its rows give the reason."""
FEW = "\N{EN DASH}"
"""Shown instead of the slowest 5 % of fewer than 20 answers, as on a slow machine."""
LIMIT = 5 * PATIENCE * 1000
"""Milliseconds for all engines on a slow machine."""
NAMES = {
    "wasm": "TensorFlow.js, wasm",
    "litert": "LiteRT.js",
    "webgl": "TensorFlow.js, webgl",
    "webgpu": "TensorFlow.js, webgpu",
    "litert-webgpu": "LiteRT.js, webgpu",
    "cpu": "TensorFlow.js, cpu",
}


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


@pytest.fixture(scope="module")
def measured(browser: Browser, static_server: str) -> Iterator[Page]:
    """The page after a benchmark, during which a digit was drawn and answered, and no worker was left."""
    with fresh_context(browser) as context:
        page = context.new_page()
        open_benchmark(page, static_server)
        before = len(page.workers)
        page.get_by_test_id("measure").click()
        drawing.draw(page, page.get_by_test_id("pad"), "3")
        expect(page.get_by_test_id("browser-label")).to_have_text("3")
        expect(page.get_by_test_id("measure")).to_be_enabled(timeout=LIMIT)
        assert len(page.workers) == before
        yield page


def test_every_engine_and_precision_is_measured(measured: Page):
    rows = rows_of(measured)
    for engine, format in FORMATS.items():
        assert [row[1] for row in rows if row[0] == engine] == offered(format)
        for row in (row for row in rows if row[0] == engine):
            load, first, p50, *p95 = (float(cell.removesuffix(" ms")) for cell in row[3:] if cell != FEW)
            assert load > 0 and first > 0 and all(0 < p50 <= each for each in p95)
    for engine, format in GRAPHICS.items():
        mine = [row for row in rows if row[0] == engine]
        assert [row[1] for row in mine] == offered(format)
        assert all(len(row) == 7 or row[3] for row in mine)
    assert len(rows) == 4 * len(offered("tfjs")) + 2 * len(offered("tflite"))
    expect(measured.get_by_test_id("copy")).to_be_visible()
    expect(measured.get_by_test_id("plot").locator("canvas")).to_be_visible()


def test_it_is_copied_as_markdown_and_saved_as_json(measured: Page, tmp_path: Path):
    measured.context.grant_permissions(["clipboard-read", "clipboard-write"])
    rows = rows_of(measured)

    copy = measured.get_by_test_id("copy")
    copy.click()
    expect(copy).to_have_text("Copied")
    about, empty, head, rule, *body, end = measured.evaluate("() => navigator.clipboard.readText()").split("\n")
    assert about.startswith(f"`{MODEL.name}`, {datetime.datetime.now(datetime.UTC):%Y-%m-%d}. ") and "threads" in about
    assert (empty, end) == ("", "") and "Chrome" in about
    assert head == "| engine | precision | size | load | first | p50 | p95 |"
    assert rule.count("|") == head.count("|")
    copied = [[cell.strip() for cell in line.split("|")[1:-1]] for line in body]
    assert [row[: len(told)] for row, told in zip(copied, rows, strict=True) if len(told) == 7] == [
        told for told in rows if len(told) == 7
    ]

    with measured.expect_download() as download:
        measured.get_by_test_id("save").click()
    assert download.value.suggested_filename == f"{MODEL.name}-benchmark.json"
    download.value.save_as(tmp_path / "saved.json")
    saved = json.loads((tmp_path / "saved.json").read_text(encoding="utf-8"))
    assert saved["model"] == MODEL.name and about.endswith(saved["device"])
    hashes = {file.path: file.sha256 for file in MODEL.files}
    for each, told in zip(saved["rows"], rows, strict=True):
        assert [NAMES[each["engine"]], each["precision"]] == told[:2]
        assert hashes[each["path"]] == each["sha256"]
        if len(told) == 7:
            times = each["milliseconds"]
            step = 0.01 if times["p50"] < 100 else 1  # Python and JavaScript round a half differently
            assert abs(float(told[5].removesuffix(" ms")) - times["p50"]) <= step / 2 + 1e-9
            assert times["answers"] >= 10 and (times["p95"] is None) == (times["answers"] < 20) == (told[6] == FEW)
            assert times["p95"] is None or times["p50"] <= times["p95"]
        else:
            assert each["problem"] and "milliseconds" not in each


def test_a_file_that_cannot_be_had_says_why_and_the_others_are_measured(page: Page, static_server: str):
    missing = MODEL.file("tfjs", "float16")
    open_benchmark(page, static_server)
    page.context.route(f"**/{missing.path}*", lambda route: route.fulfill(status=404))
    page.get_by_test_id("measure").click()
    rows_of_wasm = page.get_by_test_id("latencies").locator("tbody tr", has_text="TensorFlow.js, wasm")
    expect(rows_of_wasm).to_have_count(len(offered("tfjs")))  # the first engine; the others are measured above
    rows = [row.locator("td").all_inner_texts() for row in rows_of_wasm.all()]
    assert [row[1] for row in rows] == offered("tfjs")
    for row in rows:
        if row[1] == "float16":
            assert f"{missing.path} is not on this host: it answers 404." in row[3]
        else:
            assert len(row) == 7

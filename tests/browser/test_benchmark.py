"""The page's own benchmark: each engine and precision of the chosen model, measured on the user's device."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from harness import drawing
from tests.browser.benchmarking import (
    FEW,
    FORMATS,
    LIMIT,
    MODEL,
    PLAIN,
    THREADS,
    WEBGL,
    WEBGPU,
    expect_measured,
    offered,
    open_benchmark,
    rows_of,
)
from tests.browser.profiles import fresh_context

LACKS = {
    **dict.fromkeys(THREADS, "Threads need cross-origin isolation, which the host of this page does not turn on."),
    **dict.fromkeys(WEBGPU, "WebGPU is not available in this browser."),
}
COLUMNS = 9
NAMES = {
    "wasm": "TensorFlow.js, wasm",
    "wasm-threads": "TensorFlow.js, wasm threads",
    "litert": "LiteRT.js",
    "litert-threads": "LiteRT.js, threads",
    "webgl": "TensorFlow.js, webgl",
    "webgpu": "TensorFlow.js, webgpu",
    "litert-webgpu": "LiteRT.js, webgpu",
    "cpu": "TensorFlow.js, cpu",
}


ASKED: list[str] = []
"""The addresses that `measured` asked for."""


@pytest.fixture(scope="module")
def measured(browser: Browser, static_server: str) -> Iterator[Page]:
    """The page after a benchmark, during which a digit was drawn and answered, and no worker was left."""
    with fresh_context(browser) as context:
        page = context.new_page()
        context.route("**/vendor/tfjs-webgl.js*", lambda route: route.abort())
        open_benchmark(page, static_server)
        context.on("request", lambda request: ASKED.append(request.url))
        before = len(page.workers)
        page.get_by_test_id("measure").click()
        drawing.draw(page, page.get_by_test_id("pad"), "3")
        expect(page.get_by_test_id("browser-label")).to_have_text("3")
        expect(page.get_by_test_id("measure")).to_be_enabled(timeout=LIMIT)
        assert len(page.workers) == before
        yield page


def test_scripts_that_could_not_be_loaded_are_loaded_when_it_is_opened_again(page, static_server):
    page.route("**/built/js/**", lambda route: route.abort() if is_lost else route.continue_())
    is_lost = False
    page.goto(f"{static_server}/index.html")
    page.wait_for_selector("html[data-ready=true]")
    is_lost = True
    page.locator("#benchmark summary").click()
    expect(page.get_by_test_id("notice")).to_be_visible()
    expect(page.get_by_test_id("measure")).to_be_disabled()
    is_lost = False
    page.locator("#benchmark summary").click()
    page.locator("#benchmark summary").click()
    expect(page.get_by_test_id("measure")).to_be_enabled()


def test_every_engine_and_precision_is_measured(measured: Page):
    rows = rows_of(measured)
    for engine, format in FORMATS.items():
        expect_measured(rows, engine, format)
    webgl = [row for row in rows if row[0] == WEBGL]
    assert [row[1] for row in webgl] == offered("tfjs")
    assert all(len(row) < COLUMNS and "tfjs-webgl.js" in row[3] for row in webgl)
    assert len(rows) == 3 * len(offered("tfjs")) + len(offered("tflite")) + len(LACKS)
    expect(measured.get_by_test_id("copy")).to_be_visible()
    expect(measured.get_by_test_id("plot").locator("canvas")).to_be_visible()


def test_what_cannot_run_here_says_why_and_is_not_fetched(measured: Page):
    rows = rows_of(measured)
    for engine, reason in LACKS.items():
        assert [row for row in rows if row[0] == engine] == [[engine, reason]]
    assert any("/vendor/litert" in url for url in ASKED), "what the workers ask for is seen"
    assert not [url for url in ASKED if "thread" in url]


def test_it_is_copied_as_markdown_and_saved_as_json(measured: Page, tmp_path: Path):
    measured.context.grant_permissions(["clipboard-read", "clipboard-write"])
    rows = rows_of(measured)

    copy = measured.get_by_test_id("copy")
    copy.click()
    expect(copy).to_have_text("Copied")
    about, empty, head, rule, *body, end = measured.evaluate("() => navigator.clipboard.readText()").split("\n")
    assert about.startswith(f"`{MODEL.name}`, {datetime.datetime.now(datetime.UTC):%Y-%m-%d}. ") and "threads" in about
    assert (empty, end) == ("", "") and "Chrome" in about
    assert head == "| engine | precision | size | p50 | times plain wasm | p95 | load | first | difference |"
    assert rule.count("|") == head.count("|")
    copied = [[cell.strip() for cell in line.split("|")[1:-1]] for line in body]
    assert [row[: len(told)] for row, told in zip(copied, rows, strict=True) if len(told) == COLUMNS] == [
        told for told in rows if len(told) == COLUMNS
    ]

    with measured.expect_download() as download:
        measured.get_by_test_id("save").click()
    assert download.value.suggested_filename == f"{MODEL.name}-benchmark.json"
    download.value.save_as(tmp_path / "saved.json")
    saved = json.loads((tmp_path / "saved.json").read_text(encoding="utf-8"))
    assert saved["model"] == MODEL.name and about.endswith(saved["device"])
    hashes = {file.path: file.sha256 for file in MODEL.files}
    for each, told in zip(saved["rows"], rows, strict=True):
        assert NAMES[each["engine"]] == told[0]
        if told[0] in LACKS:
            assert each == {"engine": each["engine"], "problem": told[1]}
            continue
        assert each["precision"] == told[1]
        assert hashes[each["path"]] == each["sha256"]
        if len(told) == COLUMNS:
            times = each["milliseconds"]
            step = 0.01 if times["p50"] < 100 else 1  # Python and JavaScript round a half differently
            assert abs(float(told[3].removesuffix(" ms")) - times["p50"]) <= step / 2 + 1e-9
            assert times["answers"] >= 10 and (times["p95"] is None) == (times["answers"] < 20) == (told[5] == FEW)
            assert times["p95"] is None or times["p50"] <= times["p95"]
        else:
            assert each["problem"] and "milliseconds" not in each


def test_a_file_that_cannot_be_had_says_why_and_the_others_are_measured(page: Page, static_server: str):
    missing = MODEL.file("tfjs", "float16")
    page.context.route("**/vendor/tfjs-{cpu,webgl}.js*", lambda route: route.abort())  # they are measured above
    open_benchmark(page, static_server)
    page.context.route(f"**/{missing.path}*", lambda route: route.fulfill(status=404))
    page.get_by_test_id("measure").click()
    body = page.get_by_test_id("latencies").locator("tbody")
    body.get_by_text(LACKS["TensorFlow.js, webgpu"]).wait_for()  # the last row of TF.js; the others are measured above
    rows = [row.locator("td").all_inner_texts() for row in body.locator("tr", has_text="TensorFlow.js, wasm").all()]
    rows = [row for row in rows if row[0] == PLAIN["tfjs"]]
    assert [row[1] for row in rows] == offered("tfjs")
    for row in rows:
        if row[1] == "float16":
            assert f"{missing.path} is not on this host: it answers 404." in row[3]
        else:
            assert len(row) == COLUMNS

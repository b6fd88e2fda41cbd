"""The page's own benchmark: each engine and precision of the chosen model, measured on the reader's device."""

import pytest
from playwright.sync_api import Page, expect

from models import catalog
from tests.browser import drawing

MODEL = catalog.load().model()
FORMATS = {"TensorFlow.js, wasm": "tfjs", "TensorFlow.js, cpu": "tfjs", "LiteRT.js": "tflite"}
"""The engines that every browser has, and what they run; WebGL and WebGPU depend on the machine."""


def offered(format: str) -> list[str]:
    return [file.precision for file in MODEL.files if file.format == format and not file.withheld]


@pytest.fixture
def opened(page: Page, static_server: str) -> Page:
    """The page with the benchmark unfolded."""
    page.goto(f"{static_server}/index.html")
    page.wait_for_selector("html[data-ready=true]")
    page.locator("summary").click()
    return page


def measured(page: Page) -> list[list[str]]:
    page.get_by_test_id("measure").click()
    expect(page.get_by_test_id("measure")).to_be_enabled(timeout=120_000)
    rows = page.get_by_test_id("latencies").locator("tbody tr")
    return [row.locator("td").all_inner_texts() for row in rows.all()]


def test_every_engine_and_precision_is_measured(opened):
    rows = measured(opened)
    for engine, format in FORMATS.items():
        assert [row[1] for row in rows if row[0] == engine] == offered(format)
        for row in (row for row in rows if row[0] == engine):
            load, first, p50, p95 = (float(cell.removesuffix(" ms")) for cell in row[3:])
            assert load > 0 and first > 0 and 0 < p50 <= p95
    expect(opened.get_by_test_id("copy")).to_be_visible()
    expect(opened.get_by_test_id("plot").locator("canvas")).to_be_visible()


def test_the_page_answers_meanwhile_and_no_worker_stays(opened):
    before = len(opened.workers)
    opened.get_by_test_id("measure").click()
    drawing.draw(opened, opened.get_by_test_id("pad"), "3")
    expect(opened.get_by_test_id("browser-label")).to_have_text("3")
    expect(opened.get_by_test_id("measure")).to_be_enabled(timeout=120_000)
    assert len(opened.workers) == before


def test_a_file_that_cannot_be_had_says_why_and_the_others_are_measured(opened):
    missing = MODEL.file("tfjs", "float16")
    opened.context.route(f"**/{missing.path}*", lambda route: route.fulfill(status=404))
    rows = [row for row in measured(opened) if row[0] == "TensorFlow.js, wasm"]
    assert [row[1] for row in rows] == offered("tfjs")
    for row in rows:
        if row[1] == "float16":
            assert f"{missing.path} is not on this host: it answers 404." in row[3]
        else:
            assert len(row) == 7

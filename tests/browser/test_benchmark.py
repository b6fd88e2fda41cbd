"""The page's own benchmark: each precision of the chosen model, measured on the reader's device."""

import pytest
from playwright.sync_api import Page, expect

from models import catalog
from tests.browser import drawing

MODEL = catalog.load().model()
OFFERED = [file for file in MODEL.files if file.format == "tfjs" and not file.withheld]


@pytest.fixture
def opened(page: Page, static_server: str) -> Page:
    """The page with the benchmark unfolded."""
    page.goto(f"{static_server}/index.html")
    page.wait_for_selector("html[data-ready=true]")
    page.locator("summary").click()
    return page


def measured(page: Page) -> list[list[str]]:
    page.get_by_test_id("measure").click()
    expect(page.get_by_test_id("measure")).to_be_enabled(timeout=60_000)
    rows = page.get_by_test_id("latencies").locator("tbody tr")
    return [row.locator("td").all_inner_texts() for row in rows.all()]


def test_every_precision_is_measured_beside_the_first(opened):
    rows = measured(opened)
    assert [row[0] for row in rows] == [file.precision for file in OFFERED]
    milliseconds = [float(row[2].removesuffix(" ms")) for row in rows]
    assert all(took > 0 for took in milliseconds)
    ratios = [float(row[3]) for row in rows]
    assert ratios[0] == 1
    assert ratios == pytest.approx([took / milliseconds[0] for took in milliseconds], abs=0.02)


def test_the_page_answers_meanwhile_and_no_worker_stays(opened):
    before = len(opened.workers)
    opened.get_by_test_id("measure").click()
    drawing.draw(opened, opened.get_by_test_id("pad"), "3")
    expect(opened.get_by_test_id("browser-label")).to_have_text("3")
    expect(opened.get_by_test_id("measure")).to_be_enabled(timeout=60_000)
    assert len(opened.workers) == before


def test_a_file_that_cannot_be_had_says_why_and_the_others_are_measured(opened):
    missing = OFFERED[1]
    opened.context.route(f"**/{missing.path}*", lambda route: route.fulfill(status=404))
    rows = measured(opened)
    assert f"{missing.path} is not on this host: it answers 404." in rows[1][2]
    assert all(len(row) == 4 for row in (rows[0], *rows[2:]))

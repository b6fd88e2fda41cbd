"""The page in one HTML file, opened from disk without a network."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bundle import single_file
from harness import drawing
from harness.server import ROOT


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file alone, in a folder without the other files."""
    path = tmp_path_factory.mktemp("stick") / "both-sides.html"
    single_file.main(["--single-file", "--output", str(path)])
    return path


def answered(page: Page) -> dict[str, float]:
    page.wait_for_selector("html[data-ready=true]")
    drawing.draw(page, page.get_by_test_id("pad"), "7")
    expect(page.get_by_test_id("browser-label")).to_have_text("7")
    page.get_by_test_id("example").first.click()  # one answer, while a stroke causes many
    expect(page.get_by_test_id("browser-label")).to_have_text("2")
    return json.loads(page.get_by_test_id("browser-label").get_attribute("data-probabilities"))


def test_it_answers_as_the_page_does_from_a_file_without_network(
    path: Path, static_server: str, context: BrowserContext, page: Page
):
    page.goto(f"{static_server}/index.html")
    expected = answered(page)
    alone = context.new_page()
    requests, errors = [], []
    alone.on("request", lambda request: requests.append(request.url))
    alone.on("pageerror", lambda error: errors.append(str(error)))
    context.set_offline(True)
    alone.goto(path.as_uri())
    assert answered(alone) == pytest.approx(expected, abs=1e-5)
    expect(alone.get_by_test_id("frame")).to_be_visible()
    assert not errors
    assert [url for url in requests if not url.startswith(("blob:", "data:"))] == [path.as_uri()]


def test_it_holds_the_licences_of_all_that_is_in_it(path: Path, page: Page):
    page.goto(path.as_uri())
    text = page.locator("#licences").evaluate("(script) => script.textContent")
    for name in ("@tensorflow/tfjs-core", "@tensorflow/tfjs-backend-wasm", "comlink", "signature_pad"):
        assert re.search(rf"^{name} \d[\d.]+ \((Apache-2\.0|MIT)\)$", text, re.MULTILINE)
    assert "Apache License" in text and "Permission is hereby granted, free of charge" in text


def test_the_committed_file_is_what_the_command_makes():
    assert (ROOT / "static" / "both-sides.html").read_text(encoding="utf-8") == single_file.single_file(), (
        "run 'python -m export page --single-file'"
    )

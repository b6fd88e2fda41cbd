"""The policies of the server's pages: the pages do not violate them, and send no request to another host."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from harness import drawing
from harness.server import ROOT
from tests.browser import home

TABS = ("Draw", "Upload", "Models", "About")


@pytest.fixture
def broken(context: BrowserContext) -> list[str]:
    """The browser's reports of policy violations in all pages and iframes, and the requests to other hosts."""
    found: list[str] = []

    def report(text: str) -> None:
        found.extend([text] if "Content Security Policy" in text else [])

    context.on("console", lambda message: report(message.text))
    context.on("request", lambda request: found.extend([request.url] if not _is_here(request.url) else []))
    return found


def _is_here(address: str) -> bool:
    return urlsplit(address).scheme in ("data", "blob") or urlsplit(address).hostname == "127.0.0.1"


def test_what_breaks_a_policy_is_found(page: Page, server, broken):
    """Otherwise the tests below would prove nothing."""
    page.goto(f"{server}/offline/")
    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        page.evaluate("fetch('http://example.invalid/').catch(() => {})")

    assert any("Content Security Policy" in text for text in broken)


def test_the_app_keeps_its_policy(page: Page, server, broken):
    home.opened(page, server)
    home.draw(page, "7")
    for tab in TABS:
        home.open_tab(page, tab)
        if tab == "Upload":
            home.upload(page, (ROOT / "static" / "data" / "examples" / "digit-3.png").read_bytes())
            home.expect_both(page, "3")
        page.wait_for_timeout(1_500)  # Gradio keeps a connection open, so the network may never be idle

    assert broken == []


def test_the_page_keeps_its_policy(page: Page, server, broken):
    page.goto(f"{server}/offline/")
    page.wait_for_selector("html[data-ready=true]")
    drawing.draw(page, page.get_by_test_id("pad"), "7")
    expect(page.get_by_test_id("browser-label")).to_have_text("7")
    views = page.locator("nav a")
    assert views.count() >= 3
    for index in range(views.count()):
        views.nth(index).click()
        page.wait_for_timeout(1_500)  # Gradio keeps a connection open, so the network may never be idle

    assert broken == []


def test_the_example_of_the_api_shows_the_code_that_it_runs(page: Page, server, broken):
    page.goto(f"{server}/api/docs/")
    expect(page.locator("#code")).to_have_text((ROOT / "demo" / "api" / "docs" / "example.js").read_text("utf-8"))
    for _ in range(2):
        with page.expect_response("**/api/predict?model=compact") as asked:
            page.get_by_role("button", name="Run this example").click()
        expect(page.locator("#answer")).to_contain_text(f'"version": "{asked.value.json()["version"]}"')
        expect(page.locator("#answer")).to_contain_text('"label": "2"')
    assert broken == []


def test_the_page_of_the_api_keeps_its_policy_and_asks_the_api(page: Page, server, broken):
    page.goto(f"{server}/api/docs/")
    operation = page.locator("#operations-default-models_models_get")
    operation.get_by_role("button").first.click()
    operation.get_by_role("button", name="Execute").click()

    expect(operation.locator(".live-responses-table .response-col_status").last).to_contain_text("200")
    expect(operation.locator(".request-url")).to_contain_text(f"{server}/api/models")
    assert broken == []

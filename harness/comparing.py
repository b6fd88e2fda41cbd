"""Opens the comparison, draws in it, and reads its contents."""

import json

from playwright.sync_api import Page, expect

from harness import drawing


def opened(page: Page, server: str, query: str = "") -> Page:
    """The comparison with an empty pad: nothing has been sent."""
    page.goto(f"{server}/offline/?view=compare&lang=en{query}")
    page.wait_for_selector("html[data-ready=true]")
    expect(page.get_by_test_id("server-message")).to_have_text("Draw or choose a picture")
    return page


def draw(page: Page, digit: str, step: float = drawing.STEP) -> None:
    """Draws a digit on a cleared pad, and waits until both sides have recognized it."""
    page.get_by_test_id("clear").click()
    expect(page.get_by_test_id("server-message")).to_have_text("Draw or choose a picture")
    drawing.draw(page, page.get_by_test_id("pad"), digit, step)
    for side in ("browser", "server"):
        expect(page.get_by_test_id(f"{side}-label")).to_have_text(digit)


def data(page: Page, testid: str, name: str) -> dict:
    """The JSON in an element's `data-NAME`."""
    return json.loads(page.get_by_test_id(testid).get_attribute(f"data-{name}") or "null")


def figures(page: Page) -> dict:
    """The current figures, once both sides have answered more than once."""
    page.wait_for_selector("[data-testid=decision][data-figures]", state="attached")
    return data(page, "decision", "figures")


def settle(page: Page) -> None:
    """Waits until the server has answered the current picture, which is the last request."""
    page.wait_for_selector("#view-compare[data-phase=answered] [data-testid=decision][data-figures]", state="attached")


def agree(page: Page) -> None:
    """Agrees to send photographs and camera pictures, once the page has asked."""
    page.get_by_test_id("agree-photos").click()


def choose_network(page: Page, name: str) -> None:
    """Chooses a network in the picker."""
    page.get_by_test_id(f"network-{name}").click()


def unfold(page: Page, name: str) -> None:
    """Opens a collapsed section: 'times', 'figures', 'batch', 'textbook' or 'size'."""
    fold = page.get_by_test_id(f"fold-{name}")
    if not fold.evaluate("(details) => details.open"):
        fold.locator("summary").first.click()

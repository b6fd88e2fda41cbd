"""A whole session in the browser: no request to another host, and no request at all after loading."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from harness import drawing
from models.data import mnist
from tests.browser.giving import digit, give, paste
from tests.server.image_files import encoded


@pytest.mark.stored
@pytest.mark.parametrize("engine", ["auto", "litert"])
def test_a_session_sends_nothing(
    context: BrowserContext, page: Page, static_server: str, digits: mnist.Digits, engine: str
):
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    label = page.get_by_test_id("browser-label")
    page.goto(f"{static_server}/" + ("?engine=litert" if engine == "litert" else ""))
    page.wait_for_selector("html[data-offline=ready]")
    assert requests and all(url.startswith(f"{static_server}/") for url in requests), requests

    requests.clear()
    drawing.draw(page, page.get_by_test_id("pad"), "7")
    expect(label).to_have_text("7")
    page.get_by_test_id("undo").click()
    page.get_by_test_id("redo").click()
    expect(label).to_have_text("7")
    page.get_by_test_id("clear").click()
    expect(label).to_have_text("")
    for way, number in ((give, 4), (paste, 1)):
        way(page, encoded(digit(number, digits)))
        expect(label).to_have_text(str(number))
    page.get_by_test_id("example").first.click()
    expect(label).to_have_text("2")
    page.get_by_test_id("camera").click()
    expect(page.get_by_test_id("camera")).to_have_attribute("aria-pressed", "true")
    page.get_by_test_id("camera").click()
    page.keyboard.press("2")
    expect(label).to_have_text("3")
    page.wait_for_timeout(500)  # late requests would be seen
    assert [url for url in requests if not url.startswith(("blob:", "data:"))] == []
    expect(page.get_by_test_id("sent")).to_have_text("Bytes sent: 0.")
    expect(page.get_by_text("does not leave this device")).to_be_visible()

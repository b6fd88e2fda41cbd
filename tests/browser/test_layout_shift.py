"""Nothing that stands on the page moves when something comes that was waited for."""

from playwright.sync_api import Page, expect

from harness import comparing
from tests.browser.accessibility import FRAMES

SHIFTS = """() => {
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) shifted += value;
  }).observe({ type: "layout-shift", buffered: true });
}"""
"""Layout shifts, including those within half a second after a click, which the browser's own score excludes."""


def test_nothing_moves_when_what_is_waited_for_comes(page: Page, server: str):
    page.add_init_script(f"({SHIFTS})()")
    comparing.opened(page, server)
    for index in (0, 1):
        page.get_by_test_id("example").nth(index).click()
        expect(page.get_by_test_id("server-label")).to_have_text("23"[index])
    for network in ("fast4g", "offline", "none"):
        comparing.choose_network(page, network)
        page.wait_for_selector(f"#view-compare[data-network={network}]")
    expect(page.get_by_test_id("server-label")).to_have_text("3")
    page.get_by_test_id("clear").click()
    expect(page.get_by_test_id("server-label")).to_have_text("")
    page.evaluate(FRAMES)  # a shift is reported after the next frame
    assert page.evaluate("() => shifted") < 0.01


def test_nothing_moves_on_a_phone_when_the_examples_come(page: Page, static_server: str):
    page.set_viewport_size({"width": 412, "height": 823})
    page.add_init_script(f"({SHIFTS})()")
    page.goto(f"{static_server}/index.html")
    page.wait_for_selector("html[data-ready=true]")
    pictures = page.locator("[data-testid=example] img")
    expect(pictures.first).to_be_attached()
    for picture in pictures.all():
        expect(picture).not_to_have_js_property("naturalWidth", 0)
    page.evaluate(FRAMES)  # a shift is reported after the next frame
    assert page.evaluate("() => shifted") < 0.01

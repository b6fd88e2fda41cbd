"""What the page says of its own costs: its start, long tasks and memory."""

import json

from playwright.sync_api import Browser, Page, expect

from harness import comparing, drawing
from tests.browser.profiles import fresh_context


def costs_of(page: Page) -> dict:
    shown = page.get_by_test_id("page-costs")
    expect(shown.locator("dd")).to_have_count(3)
    return json.loads(shown.get_attribute("data-costs"))


def test_the_start_is_what_the_network_saw(browser: Browser, server: str):
    with fresh_context(browser, reduced_motion="no-preference") as context:
        page = context.new_page()
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))
        page.goto(f"{server}/offline/?view=try")
        page.wait_for_selector("html[data-ready=true]")
        before = len(requested)  # or a few more, if something came between the two
        page.locator("nav a[data-view=measure]").click()
        costs = costs_of(page)
    assert costs["start"] > 50 and abs(costs["requests"] - before) <= 2
    assert 150_000 < costs["transferred"] < 200_000


def test_a_long_task_is_counted_when_the_view_is_shown_again(page: Page, server: str):
    page.goto(f"{server}/offline/?view=measure")
    page.wait_for_selector("html[data-ready=true]")
    before = costs_of(page)
    # in a timer, because Playwright's own evaluation belongs to no task of the page
    page.evaluate(
        """() => new Promise((resolve) => setTimeout(() => {
          const end = performance.now() + 400;
          while (performance.now() < end);
          setTimeout(resolve);
        }))"""
    )
    page.locator("nav a[data-view=try]").click()
    page.get_by_test_id("page-costs").evaluate("(list) => list.replaceChildren()")
    page.locator("nav a[data-view=measure]").click()
    after = costs_of(page)
    assert after["tasks"] > before["tasks"] and after["longest"] >= 400
    expect(page.get_by_test_id("page-costs")).to_contain_text("the longest")


ISOLATED = """() => {
  Object.defineProperty(globalThis, "crossOriginIsolated", { value: true });
  Performance.prototype.measureUserAgentSpecificMemory = () => globalThis.measured;
  globalThis.measured = new Promise((resolve, reject) => Object.assign(globalThis, { resolve, reject }));
}"""
"""Stands in for an isolated page: Chromium tells its memory only if each site has a process of its own."""


def test_the_memory_is_told_where_the_browser_tells_it(page: Page, server: str):
    page.goto(f"{server}/offline/?view=measure")
    page.wait_for_selector("html[data-ready=true]")
    assert "memory" not in costs_of(page)
    memory = page.get_by_test_id("page-costs").locator("dd").last
    expect(memory).to_contain_text("only to an isolated page")
    page.add_init_script(f"({ISOLATED})()")
    for settle, told in (
        ("resolve({ bytes: 5_638_853 })", "5.6 MB"),
        ("reject(new Error())", "only to an isolated page"),
    ):
        page.reload()
        page.wait_for_selector("html[data-ready=true]")
        expect(memory).to_contain_text("being measured")
        page.evaluate(settle)
        expect(memory).to_contain_text(told)


def test_shared_figures_have_them(page: Page, server: str):
    compare = comparing.opened(page, server)
    for _ in range(3):
        compare.get_by_test_id("clear").click()
        drawing.draw(compare, compare.get_by_test_id("pad"), "3")
        expect(compare.get_by_test_id("server-label")).to_have_text("3")
    compare.wait_for_function(
        "() => JSON.parse(document.querySelector('[data-testid=decision]').dataset.figures ?? '{}').page"
    )
    figures = comparing.data(compare, "decision", "figures")
    assert figures["page"]["start"] > 0 and 5 <= figures["page"]["requests"] <= 15
    comparing.unfold(compare, "figures")
    expect(compare.get_by_test_id("decision-page")).to_contain_text("after the visit began")

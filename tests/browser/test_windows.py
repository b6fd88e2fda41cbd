"""Windows of any width, and high contrast: everything on the first screen can be seen and reached."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from harness import comparing
from tests.browser.profiles import fresh_context

SIZES = [(320, 640), (720, 900), (768, 1024), (844, 390), (1024, 768)]
NETWORKS = ["fast4g", "slow3g", "satellite", "offline", "none"]
VIEWS = ["try", "teach", "measure", "downloads", "own", "compare"]

IN_SIGHT = """(element) => {
  const { top, height } = element.getBoundingClientRect();
  scrollBy(0, top + (height - innerHeight) / 2);
  const box = element.getBoundingClientRect();
  return [box.left + 1, box.right - 1].every((x) =>
    element.contains(document.elementFromPoint(x, box.top + box.height / 2)));
}"""
"""Whether an element is seen from its left to its right end. Scrolls the page up and down, but nothing sideways."""

COLOUR = "(element, part) => getComputedStyle(element, part).backgroundColor"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_network_and_every_view_can_be_seen_and_chosen(page: Page, server: str, language: str):
    page.goto(f"{server}/offline/?view=compare&lang={language}")
    page.wait_for_selector("html[data-ready=true]")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for name in NETWORKS:
            choice = page.get_by_test_id(f"network-{name}")
            assert choice.evaluate(IN_SIGHT), (name, width)
            choice.click()
            expect(choice.locator("input")).to_be_checked()
        for name in VIEWS:
            link = page.locator(f".views [data-view={name}]")
            assert link.evaluate(IN_SIGHT), (name, width)
            link.click()
            expect(page.locator("html")).to_have_attribute("data-view", name)
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_high_contrast_keeps_what_only_a_colour_says(browser: Browser, server: str):
    with fresh_context(browser, forced_colors="active") as context:
        page = comparing.opened(context.new_page(), server)
        comparing.draw(page, "3")
        for row in (page.locator(".views"), *page.locator(".choices").all()):
            chosen = row.locator("[aria-current], :has(> :checked)")
            others = row.locator(":is(a, label):not([aria-current], :has(> :checked))")
            assert colour(chosen) not in {colour(other) for other in others.all()}
        for side in ("browser", "server"):
            bar = page.locator(f".side-card[data-side={side}] .bar").first
            assert colour(bar) != colour(bar, "::before")
            keys = page.locator(f".side-lane[data-side={side}] .key").all()
            assert 1 < len(keys) == len({colour(key, "::before") for key in keys})


def colour(element: Locator, part: str | None = None) -> str:
    return element.evaluate(COLOUR, part)

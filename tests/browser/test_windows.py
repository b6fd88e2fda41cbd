"""Windows of any width: everything on the first screen can be seen and reached."""

import pytest
from playwright.sync_api import Page, expect

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


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_network_and_every_view_can_be_seen_and_chosen(page: Page, server: str, size: tuple, language: str):
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{server}/offline/?view=compare&lang={language}")
    page.wait_for_selector("html[data-ready=true]")
    for name in NETWORKS:
        choice = page.get_by_test_id(f"network-{name}")
        assert choice.evaluate(IN_SIGHT), name
        choice.click()
        expect(choice.locator("input")).to_be_checked()
    for name in VIEWS:
        link = page.locator(f".views [data-view={name}]")
        assert link.evaluate(IN_SIGHT), name
        link.click()
        expect(page.locator("html")).to_have_attribute("data-view", name)
    assert page.evaluate("document.documentElement.scrollWidth") == width

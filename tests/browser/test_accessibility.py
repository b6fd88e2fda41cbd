"""axe-core, in every view, theme and size: nothing serious or critical."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import SMALL, faults, found

VIEWS = {
    "try": "#pad",
    "compare": "#view-compare > :visible",
    "teach": "[data-testid=class]",
    "measure": "[data-testid=evaluate-1000]",
    "downloads": "#view-downloads table",
    "own": "[data-testid=own-file-button]",
}
"""Each view with a selector for its contents."""


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_serious_or_critical(page: Page, static_server: str, view: str):
    page.goto(f"{static_server}/index.html?view={view}")
    page.wait_for_selector("html[data-ready=true]")
    expect(page.locator(VIEWS[view]).first).to_be_visible()
    if view in ("try", "compare"):
        page.get_by_test_id("example").first.click()
        expect(page.get_by_test_id("browser-label")).to_have_text("2")
    assert faults(page, SMALL, (1920, 1080)) == []


def test_it_would_be_found(page: Page):
    """The check itself works: a button without a name, and text with too little contrast, are found."""
    page.set_content(
        "<html lang=en><title>t</title><main><button></button><p style='color: #ccc'>Words</p></main></html>"
    )
    assert {line.partition(":")[0] for line in found(page)} == {"button-name", "color-contrast"}

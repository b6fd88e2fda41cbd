"""axe-core, in every view, theme and size: nothing serious or critical."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

VIEWS = {
    "try": "#pad",
    "compare": "#view-compare > :visible",
    "teach": "[data-testid=class]",
    "measure": "[data-testid=evaluate-1000]",
    "downloads": "#view-downloads table",
    "own": "[data-testid=own-file-button]",
}
"""Each view with a selector for its contents."""


def found(page: Page) -> list[str]:
    """The serious and critical findings of axe-core, one line per element."""
    violations = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in violations
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(360, 640), (1920, 1080)], ids=["phone", "desktop"])
def test_nothing_is_serious_or_critical(
    browser: Browser, static_server: str, view: str, scheme: str, size: tuple[int, int]
):
    viewport = {"width": size[0], "height": size[1]}
    with browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{static_server}/index.html?view={view}")
        page.wait_for_selector("html[data-ready=true]")
        expect(page.locator(VIEWS[view]).first).to_be_visible()
        if view in ("try", "compare"):
            page.get_by_test_id("example").first.click()
            expect(page.get_by_test_id("browser-label")).to_have_text("2")
        assert found(page) == []
        sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert sideways <= 0, f"{view} is {sideways} px wider than the screen"


def test_it_would_be_found(page: Page):
    """The check itself works: a button without a name, and text with too little contrast, are found."""
    page.set_content(
        "<html lang=en><title>t</title><main><button></button><p style='color: #ccc'>Words</p></main></html>"
    )
    assert {line.partition(":")[0] for line in found(page)} == {"button-name", "color-contrast"}

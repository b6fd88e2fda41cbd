"""axe-core, at every size and in both colour schemes."""

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PHONE = (390, 844)
SMALL = (360, 640)
DESKTOP = (1280, 800)
AXE = Axe()
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def found(page: Page) -> list[str]:
    """The serious and critical findings of axe-core, one line per element."""
    if not page.evaluate("'axe' in globalThis"):  # its script takes longer to be read than to run
        page.evaluate(AXE.axe_script)
    violations = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in violations
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


def looks(page: Page, *sizes: tuple[int, int]) -> Iterator[str]:
    """Shows the page in light and dark at each size in turn, and names the look.

    The page is loaded once, because that takes longer than all that is asked of a look.
    """
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width, height in sizes:
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate(FRAMES)
            yield f"{scheme}, {width}x{height}"


def faults(page: Page, *sizes: tuple[int, int]) -> list[str]:
    """What axe-core finds in each look, and by how much the page is wider than the screen."""
    said = []
    for look in looks(page, *sizes):
        said += [f"{look}: {finding}" for finding in found(page)]
        sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        said += [f"{look}: it is {sideways} px wider than the screen"] if sideways > 0 else []
    return said

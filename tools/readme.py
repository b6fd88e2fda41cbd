"""Writes the tables and pictures of the README and `docs/`: `make readme`, or `make report` for two of the tables.

`python -m tools.readme NAME...` writes the tables of those names; `pictures` is a name too. Those of `published` read
committed files, but `hybrid`, `cost` and `rivals` are measured first; the others measure for minutes, too.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

import catalog
from export import chromium
from harness import drawing
from harness.server import started_server
from models.evaluation import figures
from tools import (
    animation,
    batches,
    browsers,
    cost,
    documents,
    engines,
    first_visit,
    home,
    hybrid,
    published,
    recorded,
    report,
    server,
    sides,
    stray_digits,
)
from tools.rivals import results
from tools.rivals.measure import measure


def take_pictures(folder: Path) -> None:
    """Takes pictures of the app and the page, with a digit drawn on each."""
    with started_server() as (address, _), chromium.browser() as browser:
        app = _open(browser, f"{address}/?__theme=light", "#sketchpad canvas")
        drawing.draw(app, app.locator("#sketchpad canvas").first, "3")
        app.wait_for_selector("[data-testid=verdict][data-same]")
        _take(app, folder / "app.png")
        page = _open(browser, f"{address}/offline/", "html[data-ready=true]")
        drawing.draw(page, page.get_by_test_id("pad"), "3")
        page.wait_for_function("document.querySelector('[data-testid=browser-label]').textContent")
        _take(page, folder / "page.png")


def _open(browser: Browser, address: str, ready: str) -> Page:
    page = browser.new_page(viewport={"width": 1000, "height": 720}, color_scheme="light", reduced_motion="reduce")
    page.goto(address)
    page.wait_for_selector(ready)
    return page


def _take(page: Page, path: Path) -> None:
    page.mouse.move(2, 2)
    page.wait_for_timeout(1_500)  # the bars are animated
    page.screenshot(path=path)


TABLES: dict[str, Callable[[], str]] = {
    **published.TABLES,
    "comparison": report.table,
    "visit": first_visit.table,
    "home": home.table,
    "latency": lambda: sides.table(catalog.load().default),
    "server": server.table,
    "batches": batches.table,
    "engines": engines.table,
    "browsers": browsers.table,
}
"""Name of the place in the documentation -> table."""


def _pictures() -> None:
    take_pictures(documents.FOLDER)
    shutil.copy(published.TRAINED / "compact-confusion.png", documents.FOLDER / "confusion.png")
    stray_digits.write(documents.FOLDER / "stray.png")
    figures.accuracy_by_size(catalog.load(), documents.FOLDER / "accuracy.png")


def _comparison() -> None:
    report.take_pictures(documents.FOLDER)
    animation.record(documents.FOLDER / "compare.webp")


FIRST: dict[str, Callable[[], object]] = {
    "pictures": _pictures,
    "comparison": _comparison,
    "hybrid": lambda: hybrid.write(catalog.load()),
    "cost": lambda: recorded.write(cost.measure()),
    "rivals": lambda: results.write(measure()),
}
"""Name -> what comes before the table of this name, or stands alone."""
ALSO = {"cost": ["scale"]}
"""Name -> the other tables that are made of what is measured for it."""


def main(names: list[str]) -> None:
    """Takes the named measurements, or all. Each table is written when it is made: the next one may fail.

    Raises:
        SystemExit: there is no measurement of a name; none is taken.
    """
    known = sorted({*FIRST, *TABLES}, key=lambda name: (name in FIRST, name not in published.TABLES))
    if unknown := [name for name in names if name not in known]:
        sys.exit(f"There is no measurement '{unknown[0]}'. There are: {', '.join(known)}.")
    for name in names or known:
        if name in FIRST:
            FIRST[name]()
        for table in [name, *ALSO.get(name, [])]:
            if table in TABLES:
                documents.write({table: TABLES[table]()})


if __name__ == "__main__":
    main(sys.argv[1:])

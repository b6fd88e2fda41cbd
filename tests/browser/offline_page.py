"""The page and what it has stored, as tests see it."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from catalog import load
from harness import drawing

CATALOG = load()
SMALL = [
    model.name
    for model in CATALOG.models
    if model.task == "digit" and not any(file.command or file.withheld for file in model.files if file.format == "tfjs")
]
"""Names of the digit models whose files are all committed."""


def visit(page: Page, address: str) -> None:
    """Opens the page, and waits until it is stored, which begins after its first answer."""
    page.goto(address)
    page.wait_for_selector("html[data-ready=true]")
    page.get_by_test_id("examples").get_by_role("button").first.click()
    page.wait_for_selector("html[data-offline=ready]")


def assert_answers(page: Page, label: str = "7") -> None:
    """Draws a 7."""
    page.wait_for_selector("html[data-ready=true]")
    page.get_by_test_id("clear").click()
    drawing.draw(page, page.get_by_test_id("pad"), "7")
    expect(page.get_by_test_id("browser-label")).to_have_text(label)


def cached(page: Page) -> dict[str, list[str]]:
    """The addresses in each cache."""
    return page.evaluate("""async () => {
      const urls = async (name) => (await (await caches.open(name)).keys()).map((request) => request.url);
      return Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) => [name, await urls(name)])));
    }""")


def kept(page: Page) -> set[str]:
    """The addresses of the stored models' files and of the catalog."""
    urls = {url for urls in cached(page).values() for url in urls}
    return {url for url in urls if "__WB_REVISION__" not in url and "/data/examples/" not in url}


def tfjs_file(site: Path, name: str = CATALOG.default) -> tuple[dict, dict]:
    """The catalog, and the file of a model that the page uses."""
    catalog = json.loads((site / "models" / "catalog.json").read_text())
    model = next(model for model in catalog["models"] if model["name"] == name)
    return catalog, next(file for file in model["files"] if file["path"] == model["defaults"]["tfjs"])

"""Writes the README's tables and pictures: `make readme`. Nobody types a figure there."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from export import chromium
from models import catalog
from tests.benchmarks import sides
from tests.browser import drawing
from tests.conftest import ROOT, started_server

README = ROOT / "README.md"
PICTURES = ROOT / "docs"


def models_table() -> str:
    """The catalog as a Markdown table."""
    rows = [
        "| model | parameters | accuracy | `.tflite` float32 | float16 | int8 weights | TF.js float32 |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for model in catalog.load().models:
        sizes = {(file.format, file.precision): f"{file.bytes / 1000:.0f} KB" for file in model.files}
        forms = [("tflite", "float32"), ("tflite", "float16"), ("tflite", "int8"), ("tfjs", "float32")]
        cells = [
            f"`{model.name}`",
            f"{model.parameters:,}",
            f"{model.accuracy:.2%}",
            *(sizes.get(f, "") for f in forms),
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def put(text: str, tables: dict[str, str]) -> str:
    """The README with each table between its two comments, `<!-- NAME -->` and `<!-- /NAME -->`."""
    for name, table in tables.items():
        opening, closing = f"<!-- {name} -->", f"<!-- /{name} -->"
        if not 0 <= text.find(opening) < text.find(closing):
            raise ValueError(f"README.md has no place '{opening}' ... '{closing}' for the table '{name}'.")
        before, _, rest = text.partition(opening)
        text = f"{before}{opening}\n{table}\n{closing}{rest.partition(closing)[2]}"
    return text


def take_pictures(folder: Path) -> None:
    """Pictures of the running app and of the page, a digit drawn on each."""
    with started_server() as (address, _), chromium.browser() as browser:
        app = _open(browser, f"{address}/?__theme=light", "#sketchpad canvas")
        app.wait_for_function("document.querySelector('#sketchpad canvas').width > 0")
        drawing.draw(app, app.locator("#sketchpad canvas").first, "3")
        app.get_by_text("ms in the model").wait_for()
        _take(app, folder / "app.png")
        page = _open(browser, f"{address}/offline/", "html[data-ready=true]")
        drawing.draw(page, page.get_by_test_id("pad"), "3")
        page.wait_for_function("document.querySelector('[data-testid=browser-label]').textContent")
        _take(page, folder / "page.png")


def _open(browser: Browser, address: str, ready: str) -> Page:
    page = browser.new_page(viewport={"width": 1000, "height": 640}, color_scheme="light")
    page.goto(address)
    page.wait_for_selector(ready)
    return page


def _take(page: Page, path: Path) -> None:
    page.mouse.move(2, 2)
    page.wait_for_timeout(1_500)  # bars grow
    page.screenshot(path=path)


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    take_pictures(PICTURES)
    tables = {"models": models_table(), "latency": sides.table(catalog.load().default)}
    README.write_text(put(README.read_text(encoding="utf-8"), tables), encoding="utf-8")

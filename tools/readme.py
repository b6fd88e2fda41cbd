"""Writes the README's tables and pictures: `make readme`, and `make report` the comparison's alone. Nobody types a
figure there.
"""

import json
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page

import catalog
from export import chromium
from export.publishing import FORMS
from models import figures
from models.training import TRAINED
from tests.browser import drawing
from tests.conftest import ROOT, started_server
from tools import cost, report, server, sides

README = ROOT / "README.md"
PICTURES = ROOT / "docs"
COMPARED = ("compact", "cnn")
"""The models whose robustness is shown."""


def models_table() -> str:
    """The catalog as a Markdown table."""
    rows = [
        "| model | parameters | training | accuracy | " + " | ".join(" ".join(form) for form in FORMS) + " |",
        "| --- | ---: | ---: | ---: |" + " ---: |" * len(FORMS),
    ]
    for model in catalog.load().models:
        sizes = {(file.format, file.precision): _size(file) for file in model.files}
        training = "" if model.training_seconds is None else f"{model.training_seconds:,} s"
        accuracy = "" if model.accuracy is None else f"{model.accuracy:.2%}"
        cells = [
            f"`{model.name}`",
            f"{model.parameters:,}",
            training,
            accuracy,
            *(sizes.get(form, "") for form in FORMS),
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def precisions_table(name: str) -> str:
    """What each file of a model costs and gives, as it was measured when it was exported."""
    rows = [
        f"| `{name}` | size | accuracy | largest difference | labels that differ | p50 | times float32 |",
        "| --- |" + " ---: |" * 6,
    ]
    model = catalog.load().model(name)
    for file in model.files:
        if file.withheld:
            rows.append(f"| {file.format} {file.precision} | withheld |" + " |" * 5)
            continue
        cells = [
            f"{file.format} {file.precision}",
            _size(file),
            "" if file.accuracy is None else f"{file.accuracy:.2%}",
            f"{file.max_difference:.1e}",
            f"{file.labels_differ} of {file.pictures:,}",
            f"{file.milliseconds:.3g} ms",
            f"{file.milliseconds / model.file(file.format).milliseconds:.2f}",
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _size(file: catalog.File) -> str:
    if file.withheld:
        return "withheld"
    size = f"{file.bytes / 1e3:.0f} KB" if file.bytes < 1e6 else f"{file.bytes / 1e6:.1f} MB"
    return f"({size})" if file.command else size


def robustness_table() -> str:
    """What `python -m models evaluate NAME --robustness` measured, side by side."""
    results = [json.loads((TRAINED / f"{name}.json").read_text(encoding="utf-8")) for name in COMPARED]
    rows = ["| the test digits | " + " | ".join(f"`{name}`" for name in COMPARED) + " |", "| --- |" + " ---: |" * 2]

    def row(title: str, figures: list[float]) -> None:
        rows.append(f"| {title} | " + " | ".join(f"{figure:.2%}" for figure in figures) + " |")

    row("as MNIST has them", [result["accuracy"] for result in results])
    drawn = [result["robustness"]["accuracy"] for result in results]
    for condition in drawn[0]:
        row(condition, [figures[condition] for figures in drawn])
    row("**mean of the nine**", [sum(figures.values()) / len(figures) for figures in drawn])
    row("expected calibration error, on MNIST's own", [result["calibration_error"] for result in results])
    for kind in results[0]["robustness"]["confidence"]:
        row(f"mean top probability on {kind}", [result["robustness"]["confidence"][kind] for result in results])
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
    page = browser.new_page(viewport={"width": 1000, "height": 720}, color_scheme="light")
    page.goto(address)
    page.wait_for_selector(ready)
    return page


def _take(page: Page, path: Path) -> None:
    page.mouse.move(2, 2)
    page.wait_for_timeout(1_500)  # bars grow
    page.screenshot(path=path)


TABLES = {
    "comparison": report.table,
    "models": models_table,
    "precisions": lambda: precisions_table("compact"),
    "robustness": robustness_table,
    "latency": lambda: sides.table(catalog.load().default),
    "server": server.table,
    "cost": cost.table,
}
"""Each by the name of its place in the README."""


def main(names: list[str]) -> None:
    """Takes the measurements of those names, or all, and all pictures that belong to them."""
    PICTURES.mkdir(exist_ok=True)
    if not names:
        take_pictures(PICTURES)
        shutil.copy(TRAINED / "compact-confusion.png", PICTURES / "confusion.png")
        figures.accuracy_by_size(catalog.load(), PICTURES / "accuracy.png")
    if not names or "comparison" in names:
        report.take_pictures(PICTURES)
    tables = {name: TABLES[name]() for name in names or TABLES}
    README.write_text(put(README.read_text(encoding="utf-8"), tables), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

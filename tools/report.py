"""The comparison as the page itself measures it, with a small and a large model on several networks: `make report`.

The page is driven in a headless Chromium as a visitor uses it, and its own figures are read. Each row is a visit of
its own, with an empty cache.
"""

import json
import math
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from export import chromium
from tests.browser import drawing
from tests.conftest import started_server
from tools.sides import machine

MODELS = ("compact", "photo")
NETWORKS = {"none": "none", "fast4g": "fast 4G", "slow3g": "slow 3G"}
"""As the page names them in its choice, and as the table does."""
COLUMNS = (
    "p50, browser",
    "p50, server",
    "start, browser",
    "first answer, server",
    "shipped once",
    "sent an answer",
    "paid back in time",
    "paid back in bytes",
    "server, for a million",
    "largest difference",
)
CLAIMED = ("compact", "fast4g")
"""The row whose figures stand beside the textbooks' claims."""
ANSWERS = 12
"""By each side, in each row; the first counts as the start, not among the p50."""
SECONDS = 180
"""How long the page may take for an answer, the loading of a large model included."""


def table() -> str:
    """The measurements as a Markdown table, the machine under it, and beside each textbook claim what was measured."""
    heads = " | ".join(COLUMNS)
    rows = [f"| model | network | {heads} |", "| --- | --- |" + " ---: |" * len(COLUMNS)]
    with started_server() as (address, _), chromium.browser() as browser:
        for model in MODELS:
            for network, title in NETWORKS.items():
                page = _opened(browser, address, model)
                rows.append(f"| `{model}` | {title} | " + " | ".join(_cells(page, network)) + " |")
                if (model, network) == CLAIMED:
                    claims = _claims(page)
                page.context.close()
    sentence = f"{ANSWERS} answers by each side in a row, those of slower networks simulated by the page. {machine()}"
    return "\n".join([*rows, "", sentence, "", *claims])


def take_pictures(folder: Path) -> None:
    """A picture of the comparison, a digit drawn on it."""
    with started_server() as (address, _), chromium.browser() as browser:
        page = _opened(browser, address, "compact")
        page.get_by_test_id("network").select_option("fast4g")
        for digit in "47103":
            page.get_by_test_id("clear").click()
            expect(page.get_by_test_id("server-label")).to_have_text("")
            drawing.draw(page, page.get_by_test_id("pad"), digit)
            for side in ("browser", "server"):
                expect(page.get_by_test_id(f"{side}-label")).to_have_text(digit)
        page.mouse.move(2, 2)
        page.wait_for_timeout(1_500)  # bars grow
        page.evaluate("scrollTo(0, 0)")
        page.set_viewport_size({"width": 1000, "height": 1240})
        page.wait_for_timeout(500)
        page.screenshot(path=folder / "compare.png")


def _opened(browser: Browser, address: str, model: str) -> Page:
    page = browser.new_context(viewport={"width": 1000, "height": 1000}, color_scheme="light", locale="en").new_page()
    page.goto(f"{address}/offline/?view=compare&model={model}")
    page.wait_for_selector("html[data-ready=true]", timeout=SECONDS * 1000)
    return page


def _cells(page: Page, network: str) -> list[str]:
    figures = _measure(page, network)
    browser, server = figures["browser"], figures["server"]
    answers = [
        float(page.get_by_test_id(f"decision-{key}").get_attribute("data-value") or "") for key in ("time", "bytes")
    ]
    return [
        _milliseconds(browser["p50"]),
        _milliseconds(server["p50"]),
        _milliseconds(browser["fetch"] + browser["compile"] + browser["inference"]),
        _milliseconds(server["first"]),
        f"{(browser['runtime'] + browser['model']) / 1e6:.2f} MB",
        f"{(server['up'] + server['down']) / server['n'] / 1e3:.1f} KB",
        *("never" if math.isinf(each) else "at once" if each == 0 else f"after {each:,.0f}" for each in answers),
        f"{server['cpu'] * 1000:,.0f} s",
        f"{figures['difference']:.1e}",
    ]


def _measure(page: Page, network: str) -> dict:
    """The page's figures after `ANSWERS` pictures, each answered by both sides."""
    page.get_by_test_id("network").select_option(network)
    examples = page.get_by_test_id("example")
    for index in range(ANSWERS):
        examples.nth(index % examples.count()).click()
        page.wait_for_function(
            """count => {
              const { figures } = document.querySelector("[data-testid=decision]").dataset;
              if (count === 1) return document.querySelector("[data-testid=server-label]").textContent;
              return figures && JSON.parse(figures).compared >= count;
            }""",
            arg=index + 1,
            timeout=SECONDS * 1000,
        )
    return json.loads(page.get_by_test_id("decision").get_attribute("data-figures") or "")


def _claims(page: Page) -> list[str]:
    """The page's own table of claims, as Markdown."""
    cells = page.get_by_test_id("textbook").evaluate(
        "table => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return [lines[0], "| --- | --- |", *lines[1:]]


def _milliseconds(value: float) -> str:
    return f"{value:.1f} ms" if value < 100 else f"{value:,.0f} ms"


if __name__ == "__main__":
    print(table())

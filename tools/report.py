"""The comparison as the page itself measures it, with a small and a large model on several networks: `make report`.

The page is driven in a headless Chromium as a visitor uses it, and its own figures are read. Each model is a visit of
its own, with an empty cache. Both sides answer each picture in turns, and each picture is answered on all networks and
by all models in turns, so that whatever else the machine does slows all of them alike. While one model's page lets a
simulated network take its time, which is waiting and nothing else, the next one is asked.
"""

import itertools
import json
import math
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from export import chromium
from harness import comparing, drawing
from harness.server import started_server
from tools.sides import conditions

MODELS = ("compact", "photo")
NETWORKS = {"none": "none", "fast4g": "fast 4G", "slow3g": "slow 3G"}
"""The networks, as the page and the table name them."""
COLUMNS = (
    "typical, browser",
    "typical, server",
    "first load, browser",
    "first answer, server",
    "downloaded once",
    "sent and received for an answer",
    "pays for itself in time",
    "pays for itself in bytes",
    "server, for a million",
    "largest difference",
)
CLAIMED = ("compact", "fast4g")
"""The row whose figures are compared with the textbooks' claims."""
ANSWERS = 101
"""Number of answers by each side in each row. The first is shown separately."""
SECONDS = 180
"""Time limit for an answer, including the loading of a large model."""


def table() -> str:
    """The measurements as a Markdown table, with the machine and the textbooks' claims below."""
    heads = " | ".join(COLUMNS)
    rows = [f"| model | network | {heads} |", "| --- | --- |" + " ---: |" * len(COLUMNS)]
    with started_server() as (address, _), chromium.browser() as browser:
        measured = _measure({model: _opened(browser, address, model) for model in MODELS})
    for model, network in itertools.product(MODELS, NETWORKS):
        cells, _ = measured[model, network]
        rows.append(f"| `{model}` | {NETWORKS[network]} | " + " | ".join(cells) + " |")
    sentence = (
        f"{ANSWERS} answers by each side in a row, sides, networks and models in turns, the slower networks simulated "
        f"by the page; the first answer stands apart. In brackets: the middle half of the answers. {conditions()}"
    )
    _, claims = measured[CLAIMED]
    return "\n".join([*rows, "", sentence, "", *claims])


def take_pictures(folder: Path) -> None:
    """Takes a picture of the comparison with a drawn digit."""
    with started_server() as (address, _), chromium.browser() as browser:
        page = _opened(browser, address, "compact")
        comparing.choose_network(page, "fast4g")
        for digit in "47103":
            page.get_by_test_id("clear").click()
            expect(page.get_by_test_id("server-label")).to_have_text("")
            drawing.draw(page, page.get_by_test_id("pad"), digit)
            for side in ("browser", "server"):
                expect(page.get_by_test_id(f"{side}-label")).to_have_text(digit)
        page.mouse.move(2, 2)
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_timeout(500)  # bars grow
        page.screenshot(path=folder / "compare.png")


def _opened(browser: Browser, address: str, model: str) -> Page:
    page = browser.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="light", locale="en", reduced_motion="reduce"
    ).new_page()
    page.goto(f"{address}/offline/?view=compare&model={model}")
    page.wait_for_selector("html[data-offline=ready]", timeout=SECONDS * 1000)  # nothing more is fetched
    return page


Row = tuple[str, str]
"""A model and a network."""


def _measure(pages: dict[str, Page]) -> dict[Row, tuple[list[str], list[str]]]:
    """The cells of each row, and the lines of the claims beside what was measured for it."""
    networks = list(NETWORKS)
    for page in pages.values():
        _answered(page, networks[0], 0)
    rows = {}
    for turn in range(1, ANSWERS + 1):
        for place, network in enumerate(networks):
            for page in pages.values():
                _ask(page, turn, network if place else None)
            for model, page in pages.items():
                _answered(page, network, turn)
                if turn == ANSWERS:
                    rows[model, network] = _cells(page), _claims(page)
        networks.reverse()  # the next picture comes on the network that the last one was answered on
    return rows


def _ask(page: Page, turn: int, network: str | None) -> None:
    """Gives the next picture, or the same one to another network, and waits until the server's answer has come."""
    page.bring_to_front()
    with page.expect_event("requestfinished", lambda request: "/api/predict" in request.url, timeout=SECONDS * 1000):
        if network:
            comparing.choose_network(page, network)
        else:
            examples = page.get_by_test_id("example")
            examples.nth(turn % examples.count()).click()


def _answered(page: Page, network: str, times: int) -> None:
    """Waits until the page shows that both sides have answered that often on a network."""
    page.wait_for_selector(f"#view-compare[data-network={network}][data-compared='{times}']", timeout=SECONDS * 1000)


def _cells(page: Page) -> list[str]:
    """The figures of the current network."""
    figures = json.loads(page.get_by_test_id("decision").get_attribute("data-figures") or "")
    browser, server = figures["browser"], figures["server"]
    start = json.loads(page.get_by_test_id("browser-start").get_attribute("data-start") or "")
    answers = [
        float(page.get_by_test_id(f"decision-{key}").get_attribute("data-value") or "") for key in ("time", "bytes")
    ]
    return [
        _spread(browser),
        _spread(server),
        _milliseconds(start["total"]),
        _milliseconds(server["first"]),
        f"{(browser['runtime'] + browser['model']) / 1e6:.2f} MB",
        f"{(server['up'] + server['down']) / server['n'] / 1e3:.1f} KB",
        *("never" if math.isinf(each) else "at once" if each == 0 else f"after {each:,.0f}" for each in answers),
        f"{server['cpu'] * 1000:,.0f} s",
        f"{figures['difference']:.1e}",
    ]


def _spread(side: dict) -> str:
    """The median and the interquartile range."""
    low, high = (_milliseconds(side[quartile]).removesuffix(" ms") for quartile in ("p25", "p75"))
    return f"{_milliseconds(side['p50'])} ({low} to {high})"


def _claims(page: Page) -> list[str]:
    """The page's cards of claims as a Markdown table."""
    cards = page.get_by_test_id("textbook").evaluate(
        "list => [...list.children].map((card) => [...card.children].map((part) => part.textContent))"
    )
    heads = ["What textbooks say", "What was measured here"]
    lines = [f"| {' | '.join(row)} |" for row in [heads, *cards]]
    return [lines[0], "| --- | --- |", *lines[1:]]


def _milliseconds(value: float) -> str:
    return f"{value:.1f} ms" if value < 100 else f"{value:,.0f} ms"


if __name__ == "__main__":
    print(table())

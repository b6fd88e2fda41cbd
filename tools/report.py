"""The comparison as the page itself measures it, with a small and a large model on several networks: `make report`.

The page is driven in a headless Chromium as a visitor uses it, and its own figures are read. Each model is a visit of
its own, with an empty cache. Both sides answer each picture in turns, and each picture is answered on all networks in
turns, so that whatever else the machine does slows all of them alike.
"""

import json
import math
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from export import chromium
from tests.browser import comparing, drawing
from tests.conftest import started_server
from tools.sides import machine

MODELS = ("compact", "photo")
NETWORKS = {"none": "none", "fast4g": "fast 4G", "slow3g": "slow 3G"}
"""As the page names them in its choice, and as the table does."""
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
"""The row whose figures stand beside the textbooks' claims."""
ANSWERS = 101
"""By each side, in each row; the first stands apart."""
SECONDS = 180
"""How long the page may take for an answer, the loading of a large model included."""


def table() -> str:
    """The measurements as a Markdown table, the machine under it, and beside each textbook claim what was measured."""
    heads = " | ".join(COLUMNS)
    rows = [f"| model | network | {heads} |", "| --- | --- |" + " ---: |" * len(COLUMNS)]
    with started_server() as (address, _), chromium.browser() as browser:
        for model in MODELS:
            page = _opened(browser, address, model)
            for network, (cells, said) in _measure(page).items():
                rows.append(f"| `{model}` | {NETWORKS[network]} | " + " | ".join(cells) + " |")
                if (model, network) == CLAIMED:
                    claims = said
            page.context.close()
    sentence = (
        f"{ANSWERS} answers by each side in a row, sides and networks in turns, the slower networks simulated by the "
        f"page; the first answer stands apart. In brackets: the middle half of the answers. {machine()}"
    )
    return "\n".join([*rows, "", sentence, "", *claims])


def take_pictures(folder: Path) -> None:
    """A picture of the comparison, a digit drawn on it."""
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
    page.wait_for_selector("html[data-ready=true]", timeout=SECONDS * 1000)
    return page


def _measure(page: Page) -> dict[str, tuple[list[str], list[str]]]:
    """Network -> the cells of its row, and the lines of the claims beside what was measured on it."""
    networks = list(NETWORKS)
    _answered(page, networks[0], 0)
    rows = {}
    for turn in range(1, ANSWERS + 1):
        examples = page.get_by_test_id("example")
        examples.nth(turn % examples.count()).click()
        for place, network in enumerate(networks):
            if place:
                comparing.choose_network(page, network)
            _answered(page, network, turn)
            if turn == ANSWERS:
                rows[network] = _cells(page), _claims(page)
        networks.reverse()  # the next picture comes on the network that the last one was answered on
    return {network: rows[network] for network in NETWORKS}


def _answered(page: Page, network: str, times: int) -> None:
    """Waits until both sides have answered so often on a network, which is chosen."""
    page.wait_for_selector(f"#view-compare[data-network={network}][data-compared='{times}']", timeout=SECONDS * 1000)


def _cells(page: Page) -> list[str]:
    """The figures of the network of now."""
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
    """The median, and between what the middle half is."""
    low, high = (_milliseconds(side[quartile]).removesuffix(" ms") for quartile in ("p25", "p75"))
    return f"{_milliseconds(side['p50'])} ({low} to {high})"


def _claims(page: Page) -> list[str]:
    """What the page's cards of claims say, as a Markdown table."""
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

"""The figures of the comparison: what follows from them, and how they are exported."""

import base64
import io
import json

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from harness import comparing, drawing

FIGURES = {
    "date": "2026-01-02T03:04:05.678Z",
    "device": "A browser; 8 threads.",
    "model": "compact",
    "engine": "wasm",
    "network": "none",
    "compared": 40,
    "same": 39,
    "difference": 3e-7,
    "unanswered": 2,
    "offline": True,
    "price": None,
    "browser": {
        **{"version": "abc123", "precision": "uint8", "n": 41, "first": 30, "p50": 10, "p95": 20},
        **{"runtime": 230_000, "model": 70_000, "cached": False, "fetch": 300, "compile": 100, "inference": 110},
    },
    "server": {
        **{"version": "abc123", "precision": "float32", "n": 40, "first": 150, "p50": 50, "p95": 90},
        **{"up": 200_000, "down": 40_000, "cpu": 1.8},
    },
    "batch": None,
}
"""The figures encoded as in a link."""


def fragment(figures: object) -> str:
    return "result=" + base64.urlsafe_b64encode(json.dumps(figures).encode()).decode().rstrip("=")


@pytest.fixture
def module(page: Page, static_server: str) -> Page:
    """A page of the same host, which can import the comparison's modules."""
    page.goto(f"{static_server}/favicon.svg")
    return page


@pytest.fixture
def drawn(page: Page, server: str) -> Page:
    """The comparison after two digits that both sides have answered."""
    comparing.opened(page, server)
    for digit in "31":
        comparing.draw(page, digit)
    comparing.figures(page)
    comparing.settle(page)
    return page


@pytest.mark.parametrize(
    ("once", "saved", "answers"),
    [(100, 10, 10), (101, 10, 11), (0, 10, 0), (-5, 10, 0), (100, 0, "never"), (100, -1, "never"), (-5, -1, "never")],
)
def test_the_break_even(module: Page, once: float, saved: float, answers: int | str):
    found = module.evaluate(
        """async ([once, saved]) => {
          const { breakEven } = await import("./js/views/compare/costs.js");
          const answers = breakEven(once, saved);
          return answers === Infinity ? "never" : answers;
        }""",
        [once, saved],
    )
    assert found == answers


def test_what_follows_from_the_figures(module: Page):
    time, data, cost = module.evaluate(
        """async (figures) => {
          const { breakEvenInBytes, breakEvenInTime, costOfAMillion } = await import("./js/views/compare/costs.js");
          return [breakEvenInTime(figures), breakEvenInBytes(figures), costOfAMillion({ ...figures, price: 0.04 })];
        }""",
        FIGURES,
    )
    assert (time["browser"], time["server"], time["saved"]) == (300 + 100 + 110 - 10, 150 - 50, 40)
    assert time["answers"] == (500 - 100) / 40
    assert data["once"] == 300_000 and data["saved"] == 240_000 / 40 and data["answers"] == 50
    assert cost["seconds"] == 1800 and cost["price"] == pytest.approx(0.02)


def test_the_decision_says_what_was_measured(drawn: Page):
    comparing.draw(drawn, "0", drawing.CALM)  # enough answers for a typical time
    comparing.settle(drawn)
    drawn.get_by_test_id("pay-money").click()
    drawn.get_by_test_id("price").fill("3.6")
    figures = comparing.figures(drawn)
    assert figures["price"] == 3.6 and figures["same"] == figures["compared"] > 1
    comparing.unfold(drawn, "figures")
    cost = float(drawn.get_by_test_id("decision-cost").get_attribute("data-value"))
    assert cost == pytest.approx(figures["server"]["cpu"] * 1000)
    assert f"At your price that costs {cost / 1000:.2f}" in drawn.get_by_test_id("decision-cost").inner_text()
    assert f"{figures['server']['up']:,} B left the device" in drawn.get_by_test_id("decision-privacy").inner_text()
    table = drawn.get_by_test_id("decision-table")
    expect(table).to_contain_text(f"{figures['server']['p50']:.1f} ms" if figures["server"]["p50"] < 100 else "ms")
    expect(drawn.get_by_test_id("textbook").locator("li")).to_have_count(5)


def test_another_network_has_figures_of_its_own(drawn: Page):
    assert comparing.figures(drawn)["network"] == "none"
    comparing.choose_network(drawn, "fast4g")
    for digit in "74":
        comparing.draw(drawn, digit)
    drawn.wait_for_function(
        "() => JSON.parse(document.querySelector('[data-figures]').dataset.figures).network === 'fast4g'"
    )
    after = comparing.figures(drawn)
    assert after["server"]["p50"] >= 165 and after["server"]["n"] >= 2
    expect(drawn.get_by_test_id("sizes").locator("tbody tr")).to_have_count(2)


def test_json_and_markdown_and_picture(drawn: Page):
    drawn.get_by_test_id("share").click()
    with drawn.expect_download() as saved:
        drawn.get_by_test_id("report-json").click()
    figures = json.loads(saved.value.path().read_text())
    assert figures.keys() == {*FIGURES, "page"}
    assert figures["model"] == "compact" and saved.value.suggested_filename.startswith("both-sides-compact-none-")

    drawn.context.grant_permissions(["clipboard-read", "clipboard-write"])
    drawn.get_by_test_id("report-copy").click()
    expect(drawn.get_by_test_id("report-copy")).to_have_text("Copied")
    text = drawn.evaluate("navigator.clipboard.readText()")
    assert "|  | In your browser | On the server |\n| --- | ---: | ---: |\n" in text
    assert f"| Answers | {figures['browser']['n']} | {figures['server']['n']} |" in text

    with drawn.expect_download() as saved:
        drawn.get_by_test_id("report-png").click()
    picture = Image.open(io.BytesIO(saved.value.path().read_bytes()))
    assert picture.format == "PNG" and picture.size == (1200, 675)
    assert len(picture.convert("RGB").getcolors(1 << 24)) > 10, "more than an empty canvas"


def test_a_link_carries_the_figures_and_no_server_reads_it(drawn: Page, page: Page, static_server: str):
    [link, text] = drawn.evaluate(  # all from one moment
        """["[data-testid=report-link]", "[data-testid=decision]"].map((each) => document.querySelector(each))
           .map((element) => element.href ?? element.dataset.figures)"""
    )
    figures = json.loads(text)
    elsewhere = drawn.context.new_page()
    elsewhere.goto(f"{static_server}/index.html?view=compare&lang=en#{link.partition('#')[2]}")
    shared = elsewhere.get_by_test_id("shared")
    expect(shared).to_contain_text("Shared figures, measured elsewhere")
    assert json.loads(shared.locator("[data-figures]").get_attribute("data-figures")) == figures
    expect(shared).to_contain_text(f"{figures['server']['up']:,} B")


HOSTILE = {
    "not even base64": "result=%3Cscript%3E",
    "no JSON": "result=" + base64.urlsafe_b64encode(b"{").decode().rstrip("="),
    "no UTF-8": "result=_____w",
    "null": fragment(None),
    "a list": fragment([FIGURES]),
    "another key": fragment({**FIGURES, "more": 1}),
    "a key that objects have": fragment({**{k: v for k, v in FIGURES.items() if k != "price"}, "constructor": 1}),
    "a missing key": fragment({key: value for key, value in FIGURES.items() if key != "price"}),
    "markup for a name": fragment({**FIGURES, "model": "<img src=x onerror=alert(1)>"}),
    "a number as text": fragment({**FIGURES, "compared": "40"}),
    "below zero": fragment({**FIGURES, "unanswered": -1}),
    "no whole number": fragment({**FIGURES, "same": 1.5}),
    "infinite": fragment({**FIGURES, "difference": float("inf")}),
    "more alike than compared": fragment({**FIGURES, "same": 41}),
    "no network of ours": fragment({**FIGURES, "network": "constructor"}),
    "a page that costs nothing known": fragment({**FIGURES, "page": {"start": 400, "requests": 15}}),
    "a long device": fragment({**FIGURES, "device": "x" * 401}),
    "too long": "result=" + "A" * 10_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_link_of_other_make_is_refused(module: Page, kind: str):
    found = module.evaluate(
        """async (hash) => (await import("./js/views/compare/link.js")).figuresFrom(`#${hash}`)""", HOSTILE[kind]
    )
    assert found == "broken"


def test_a_link_of_our_make_is_read(module: Page):
    read = """async (hash) => (await import("./js/views/compare/link.js")).figuresFrom(`#${hash}`) ?? "none" """
    assert module.evaluate(read, fragment(FIGURES)) == FIGURES
    page = {"start": 388.2, "requests": 15, "transferred": 242_000, "tasks": 1, "longest": 57, "blocked": 7}
    for more in (page, {**page, "memory": 5_638_853}, {key: page[key] for key in ("start", "requests", "transferred")}):
        assert module.evaluate(read, fragment({**FIGURES, "page": more})) == {**FIGURES, "page": more}
    assert module.evaluate(read, "elsewhere") == "none"


def test_a_broken_link_is_said_and_the_page_goes_on(page: Page, static_server: str):
    page.goto(f"{static_server}/index.html?view=compare&lang=en#{HOSTILE['markup for a name']}")
    page.wait_for_selector("html[data-ready=true]")
    expect(page.get_by_test_id("shared-broken")).to_contain_text("cut off, or changed")
    assert page.get_by_test_id("shared").locator("img").count() == 0


def test_markdown_takes_nothing_for_markup(module: Page):
    text = module.evaluate(
        """async (figures) => (await import("./js/views/compare/decision.js")).markdownOf(figures)""",
        {**FIGURES, "device": "| a | [x](y) <b>`"},
    )
    assert r"\| a \| \[x\](y) \<b\>\`" in text


def test_size_is_one_click_there_and_one_back(drawn: Page):
    comparing.unfold(drawn, "size")
    switch = drawn.get_by_test_id("size-switch")
    switch.click()
    expect(drawn.get_by_test_id("sizes").locator("tr[data-model=photo]")).to_be_visible()
    expect(switch).to_be_enabled()
    rows = {row: drawn.get_by_test_id("sizes").locator(f"tr[data-model={row}]") for row in ("compact", "photo")}
    assert "9." in rows["photo"].locator("td").nth(2).inner_text()
    assert rows["compact"].locator("td").nth(2).inner_text().endswith("KB")
    expect(switch).to_contain_text("Back to")
    switch.click()
    expect(switch).to_contain_text("Run it with")
    expect(drawn.get_by_test_id("model")).to_have_value("compact")

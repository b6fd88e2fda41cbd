"""The hybrid in the comparison: the browser answers, and the server's larger model where the browser is unsure.

The pair is `mlp` with `compact`, which are always here, with a curve of round numbers.
"""

import io
import json
import re

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

import catalog
from harness import comparing, drawing
from harness.comparing import data
from harness.server import ROOT
from tests.browser.accessibility import DESKTOP, PHONE, faults

SMALL, LARGE = "mlp", "compact"
WEIGHTS = {model.name: model.weights for model in catalog.load().models}
CURVE = {"images": 1000, "sent": [0, 100, 1000], "right": [950, 994, 995]}
CURVES = {
    "thresholds": [0, 0.9, 1],
    "slack": 0.001,
    "pairs": [
        {
            "small": {"name": SMALL, "weights": WEIGHTS[SMALL]},
            "large": {"name": LARGE, "weights": WEIGHTS[LARGE]},
            "conditions": [
                {"kind": "clean", "name": "test digits", **CURVE},
                {"kind": "mnist_c", "name": "fog", "images": 1000, "sent": [0, 500, 1000], "right": [500, 800, 900]},
            ],
        }
    ],
}
NEVER, BELOW, ALWAYS = "0", "1", "2"
"""Positions of the slider."""


def with_curves(context: BrowserContext, curves: dict = CURVES) -> None:
    context.route("**/models/hybrid.json", lambda route: route.fulfill(json=curves))


@pytest.fixture
def asked(context: BrowserContext) -> list[str]:
    """The models that the server has been asked for, one for each request; a drawn digit is many pictures."""
    models: list[str] = []
    pattern = re.compile(r"/api/predict\?model=([\w-]+)")
    context.on("request", lambda request: models.extend(pattern.findall(request.url)))
    return models


def opened(page: Page, server: str, query: str = "") -> Page:
    with_curves(page.context)
    comparing.opened(page, server, query)
    expect(page.get_by_test_id("hybrid-table")).to_be_visible()
    return page


def choose(page: Page, place: str) -> None:
    """Moves the slider to a threshold."""
    page.get_by_test_id("hybrid-threshold").fill(place)


def answered(page: Page, who: str, label: str) -> None:
    expect(page.get_by_test_id("hybrid-cost")).to_have_attribute("data-who", who)
    expect(page.get_by_test_id("hybrid-label")).to_have_text(label)


def test_beside_the_large_model_the_small_one_answers_in_a_worker_of_its_own(page: Page, server: str, asked):
    opened(page, server, f"&model={LARGE}")
    choose(page, NEVER)
    comparing.draw(page, "7")
    answered(page, "browser", "7")
    expect(page.get_by_test_id("hybrid-cost")).to_contain_text("Nothing was sent.")
    before = list(asked)
    choose(page, ALWAYS)
    answered(page, "server", "7")
    expect(page.get_by_test_id("hybrid-cost")).to_contain_text("so the server answered")
    assert asked == before, "the comparison's answer of the server is the hybrid's"


def test_beside_the_small_model_the_large_one_is_asked_only_when_needed(page: Page, server: str, asked):
    opened(page, server, f"&model={SMALL}")
    choose(page, NEVER)
    comparing.draw(page, "7")
    answered(page, "browser", "7")
    assert set(asked) == {SMALL}, "the comparison asks for the page's model"
    choose(page, ALWAYS)
    answered(page, "server", "7")
    assert asked.count(LARGE) == 1


def test_offline_the_browsers_answer_stays_and_the_card_says_so(page: Page, server: str, asked):
    opened(page, server, f"&model={LARGE}")
    choose(page, ALWAYS)
    comparing.choose_network(page, "offline")
    drawing.draw(page, page.get_by_test_id("pad"), "7")
    answered(page, "fallback", "7")
    expect(page.get_by_test_id("hybrid-cost")).to_contain_text("Offline: your browser’s answer stays")
    assert asked == []


def test_the_slider_begins_at_the_recommended_threshold_and_moves_on_the_curve(page: Page, server: str):
    opened(page, server, f"&model={LARGE}")
    shown = data(page, "hybrid", "hybrid")
    assert (shown["threshold"], shown["images"], shown["accuracy"]) == (1, 2000, 0.9475), "fog needs all"
    page.get_by_test_id("hybrid-pictures").select_option("clean")
    choose(page, BELOW)
    shown = data(page, "hybrid", "hybrid")
    assert (shown["threshold"], shown["share"], shown["accuracy"], shown["images"]) == (0.9, 0.1, 0.994, 1000)
    expect(page.get_by_test_id("hybrid-threshold-text")).to_have_text("90 % sure")
    expect(page.get_by_test_id("hybrid-sentence")).to_contain_text("10.00 % of the pictures gives 99.40 %")
    expect(page.get_by_test_id("hybrid-table").locator("tr", has_text="Pictures that leave")).to_contain_text("10.00 %")
    page.get_by_test_id("hybrid-threshold").press("ArrowLeft")
    assert data(page, "hybrid", "hybrid")["share"] == 0


PLAN_AND_FIGURES = """() => [["pay-plot", "plan"], ["hybrid", "hybrid"]].map(([testid, name]) =>
  JSON.parse(document.querySelector(`[data-testid=${testid}]`).dataset[name]))"""
"""Both at one moment: an answer changes them."""


def test_it_is_the_third_line_of_when_each_pays(page: Page, server: str):
    opened(page, server, f"&model={LARGE}")
    page.get_by_test_id("hybrid-pictures").select_option("clean")
    choose(page, BELOW)
    for digit in "713":
        comparing.draw(page, digit)
    page.get_by_test_id("pay-money").click()
    page.wait_for_function("JSON.parse(document.querySelector('[data-testid=pay-plot]').dataset.plan ?? '{}').hybrid")
    page.wait_for_timeout(500)  # the last answer changes both
    plan, figures = page.evaluate(PLAN_AND_FIGURES)
    assert figures["share"] == 0.1
    assert plan["hybrid"]["each"] == pytest.approx(figures["cpu"] / 1000)
    assert plan["hybrid"]["each"] < plan["server"]["each"]
    expect(page.locator("[data-testid=pay-plot] .hybrid-line")).to_have_count(1)


def test_a_model_without_a_pair_says_which_have_one(page: Page, server: str):
    with_curves(page.context)
    comparing.opened(page, server, "&model=cnn")
    comparing.draw(page, "7")
    expect(page.get_by_test_id("hybrid-about")).to_contain_text("Choose one of: ")
    expect(page.get_by_test_id("hybrid-table")).to_be_hidden()


@pytest.mark.parametrize("curves", [{"thresholds": [0, 1], "slack": 0.001, "pairs": []}, {"error": "an older host"}])
def test_without_a_measured_pair_nothing_is_shown_and_the_comparison_works(page: Page, server: str, curves: dict):
    with_curves(page.context, curves)
    with page.expect_response("**/models/hybrid.json"):
        comparing.opened(page, server)
    comparing.draw(page, "7")
    expect(page.get_by_test_id("hybrid")).to_be_hidden()


def test_the_curve_is_measured_again_on_this_device_and_nothing_is_sent(page: Page, server: str, asked):
    opened(page, server, f"&model={LARGE}")
    page.get_by_test_id("hybrid-here").press("Enter")
    expect(page.get_by_test_id("hybrid-measured")).to_have_text(re.compile(r"^\d+ of 1000$"))
    expect(page.get_by_test_id("hybrid-here")).to_be_focused()
    page.get_by_test_id("hybrid-stop").press("Enter")
    expect(page.get_by_test_id("hybrid-stop")).to_be_hidden()
    expect(page.get_by_test_id("hybrid-here")).to_be_focused()
    expect(page.get_by_test_id("hybrid-measured")).to_contain_text("On this device, ")
    counts = data(page, "hybrid-measured", "counts")
    assert counts["images"] >= 50 and counts["sent"][0] == 0 and counts["sent"][-1] == counts["images"]
    assert min(counts["right"]) >= 0.9 * counts["images"], "both models know the digits"
    expect(page.get_by_test_id("hybrid-pictures")).to_have_value("own")
    assert data(page, "hybrid", "hybrid")["images"] == counts["images"]
    assert asked == []


EARLY = """() => {
  const [ready] = performance.getEntriesByName("ready");
  const all = performance.getEntriesByType("resource").filter(({ name }) => name.includes("hybrid"));
  return all.filter(({ startTime }) => startTime < ready.startTime).map(({ name }) => name);
}"""


def test_nothing_of_it_comes_before_the_page_is_ready(page: Page, server: str):
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    with_curves(page.context)
    page.goto(f"{server}/offline/?view=compare&lang=en")
    page.wait_for_selector("html[data-ready=true]")
    comparing.draw(page, "7")
    expect(page.get_by_test_id("hybrid-table")).to_be_visible()
    early = page.evaluate(EARLY)
    assert early == []
    assert [url for url in requested if "hybrid" in url]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_it_is_readable_everywhere(page: Page, server: str, language: str):
    with_curves(page.context)
    page.goto(f"{server}/offline/?view=compare&lang={language}&model={LARGE}")
    expect(page.get_by_test_id("hybrid-table")).to_be_visible()
    page.get_by_test_id("example").first.click()
    answered(page, "server", "2")
    title = {"en": "Hybrid: answer here", "ko": "하이브리드: 여기서"}[language]
    expect(page.get_by_test_id("hybrid").locator("h2").first).to_contain_text(title)
    assert faults(page, PHONE, DESKTOP) == []


def test_the_twenty_lines_of_the_documentation_run(page: Page, server: str, asked):
    with_curves(page.context)
    page.goto(f"{server}/api/docs/")
    section = page.locator("#hybrid")
    expect(section.locator("code")).to_have_text((ROOT / "demo" / "api" / "docs" / "hybrid.js").read_text("utf-8"))
    threshold, run, output = section.locator("input"), section.get_by_role("button"), section.locator("[aria-live]")

    def ran(place: str) -> dict:
        threshold.fill(place)
        output.evaluate("element => (element.textContent = '')")
        run.click()
        expect(output).to_contain_text("}")
        return json.loads(output.text_content() or "")

    first = ran("0")
    assert (first["by"], first["label"]) == ("browser", "9") and asked == []
    asked_for = ran("1")
    assert (asked_for["by"], asked_for["label"]) == ("server", "9") and asked == [LARGE]
    page.route("**/api/predict*", lambda route: route.abort())
    alone = ran("1")
    assert alone == {**first, "by": "browser, because the server did not answer"}
    page.unroute("**/api/predict*")
    white = io.BytesIO()
    Image.new("RGB", (112, 112), "white").save(white, "PNG")
    page.route("**/digit-9.png", lambda route: route.fulfill(body=white.getvalue(), content_type="image/png"))
    page.reload()
    blank = ran("1")
    assert (blank["by"], len(asked)) == ("browser", 2), "a blank picture is not sent"


def test_the_example_is_about_twenty_lines():
    lines = (ROOT / "demo" / "api" / "docs" / "hybrid.js").read_text("utf-8").splitlines()
    assert len(lines) <= 30

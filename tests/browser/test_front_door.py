"""The first screen: what a new user sees of the comparison, in each of its states."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from harness import comparing, drawing
from tests.browser import settings
from tests.browser.profiles import fresh_context

PREDICT = "**/api/predict**"
SIZES = {"desktop": (1280, 800), "phone": (390, 844)}
FIRST_SCREEN = ["pad", "browser-label", "server-label", "verdict", "browser-times", "server-times", "network"]

WORDS = """() => [...document.querySelectorAll("main p, .tagline")]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().top < innerHeight)
  .flatMap((each) => each.innerText.match(/[\\p{L}’']+/gu) ?? []).length"""
"""Number of words on the screen, including those of the cards."""


@pytest.fixture
def compare(page: Page, server: str) -> Page:
    return comparing.opened(page, server)


def lane(page: Page, side: str) -> str:
    return page.locator(f".side-lane[data-side={side}]").get_attribute("data-state")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_all_of_the_race_is_in_one_screen_with_few_words(page: Page, server: str, size: str, language: str):
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{server}/offline/?view=compare&lang={language}")
    page.wait_for_selector("html[data-ready=true]")
    drawing.draw(page, page.get_by_test_id("pad"), "3")
    for side in ("browser", "server"):
        expect(page.get_by_test_id(f"{side}-label")).to_have_text("3")
    assert page.evaluate("scrollY") == 0
    for testid in FIRST_SCREEN:
        box = page.get_by_test_id(testid).bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= height, testid
    for part in page.locator(".sides .side-time, .side-axis").all():
        box = part.bounding_box()
        assert box["y"] + box["height"] <= height
    assert 5 < page.evaluate(WORDS) <= 60


def test_a_digit_draws_itself_and_both_answer_until_somebody_touches_the_page(browser: Browser, server: str):
    with fresh_context(browser, reduced_motion="no-preference", locale="en") as context:
        page = context.new_page()
        page.goto(f"{server}/offline/?view=compare")
        expect(page.get_by_test_id("invitation")).to_be_visible()
        expect(page.get_by_test_id("verdict")).to_have_text("Both say the same")
        assert page.get_by_test_id("browser-label").inner_text() == page.get_by_test_id("server-label").inner_text()
        assert page.get_by_test_id("browser-label").inner_text() in ("3", "7", "5")
        expect(page.get_by_test_id("invitation")).to_be_visible()

        drawing.draw(page, page.get_by_test_id("pad"), "1")
        expect(page.get_by_test_id("server-label")).to_have_text("1")
        expect(page.get_by_test_id("invitation")).to_be_hidden()
        page.get_by_test_id("clear").click()
        expect(page.get_by_test_id("invitation")).to_be_visible()
        page.wait_for_timeout(drawing.NEXT_DIGIT)
        expect(page.locator("html")).to_have_attribute("data-pad", "empty")


def test_a_model_of_photographs_begins_with_one(browser: Browser, server: str):
    with fresh_context(browser, reduced_motion="no-preference", locale="en") as context:
        page = context.new_page()
        page.goto(f"{server}/offline/?model=photo")
        expect(page.get_by_test_id("browser-label")).to_contain_text("cat")
        expect(page.get_by_test_id("invitation")).to_be_hidden()


def test_where_motion_is_unwanted_nothing_draws_itself(compare: Page):
    asked = []
    compare.on("request", lambda request: asked.append(request.url) if "predict" in request.url else None)
    expect(compare.get_by_test_id("invitation")).to_be_visible()
    compare.wait_for_timeout(3_000)
    expect(compare.locator("html")).to_have_attribute("data-pad", "empty")
    assert asked == []
    expect(compare.get_by_test_id("verdict")).to_have_text("Who reads it first?")


def test_while_the_server_is_waited_for_its_lane_grows(compare: Page):
    held: list[Route] = []
    is_slow = True
    compare.route(PREDICT, lambda route: held.append(route) if is_slow else route.continue_())
    compare.get_by_test_id("example").first.click()
    expect(compare.get_by_test_id("browser-label")).to_have_text("2")
    assert (lane(compare, "browser"), lane(compare, "server")) == ("done", "running")
    total = compare.locator(".side-lane[data-side=server] .total")
    first = total.inner_text()
    expect(total).not_to_have_text(first)
    expect(compare.get_by_test_id("verdict")).not_to_contain_text("same")
    is_slow = False
    for route in held:
        route.continue_()
    expect(compare.get_by_test_id("server-label")).to_have_text("2")
    assert lane(compare, "server") == "done"


def test_another_network_runs_the_same_picture_again_and_offline_cuts_the_lane(compare: Page):
    comparing.draw(compare, "3")
    picture = compare.get_by_test_id("pad").evaluate("pad => pad.toDataURL()")
    for network in ("fast4g", "satellite"):
        with compare.expect_request(PREDICT):
            comparing.choose_network(compare, network)
        expect(compare.get_by_test_id("server-label")).to_have_text("3")
        expect(compare.get_by_test_id("verdict")).to_have_text("Both say the same")
        assert compare.get_by_test_id("pad").evaluate("pad => pad.toDataURL()") == picture
    assert comparing.data(compare, "server-times", "parts")["network"] >= 558
    comparing.choose_network(compare, "offline")
    expect(compare.locator(".side-lane[data-side=server]")).to_have_attribute("data-state", "cut")
    expect(compare.get_by_test_id("server-label")).to_have_text("")
    expect(compare.get_by_test_id("browser-label")).to_have_text("3")
    expect(compare.get_by_test_id("verdict")).not_to_contain_text("same")


def test_a_server_that_is_down_cuts_its_lane_and_comes_back(compare: Page):
    is_down = True
    compare.route(PREDICT, lambda route: route.abort() if is_down else route.continue_())
    drawing.draw(compare, compare.get_by_test_id("pad"), "3")
    expect(compare.locator(".side-lane[data-side=server]")).to_have_attribute("data-state", "cut")
    expect(compare.get_by_test_id("server-message")).to_contain_text("cannot be reached")
    is_down = False
    expect(compare.get_by_test_id("server-label")).to_have_text("3")
    assert lane(compare, "server") == "done"


def test_different_answers_are_said(compare: Page):
    def another(route: Route) -> None:
        answered = route.fetch()
        said = answered.json()
        said["probabilities"]["8"], said["probabilities"][said["label"]] = 0.9, 0.1
        route.fulfill(response=answered, json={**said, "label": "8"})

    compare.route(PREDICT, another)
    compare.get_by_test_id("example").first.click()
    expect(compare.get_by_test_id("server-label")).to_have_text("8")
    expect(compare.get_by_test_id("browser-label")).to_have_text("2")
    expect(compare.get_by_test_id("verdict")).to_have_text("They differ")
    expect(compare.get_by_test_id("verdict")).to_have_attribute("data-same", "false")


CARD = """async ([module, answer]) => {
  const { makeCard } = await import(module);
  const card = makeCard("server");
  document.querySelector("#server").replaceWith(card.element);
  card.answer(answer);
  const label = card.element.querySelector(".side-label");
  const box = (each) => {
    const { left, top, right, bottom } = each.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  return { card: box(card.element), label: box(label), time: box(card.element.querySelector(".side-time")),
           text: card.element.innerText, state: card.element.dataset.state };
}"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_long_label_stays_in_its_card(compare: Page, server: str, width: int):
    compare.set_viewport_size({"width": width, "height": 800})
    likely = [{"label": "black-and-tan coonhound of the mountains", "probability": 0.61}] * 3
    answer = {"top": likely, "milliseconds": 12_345, "words": True}
    shown = compare.evaluate(CARD, [f"{server}/offline/js/sides/new_card.js", answer])
    left, top, right, bottom = shown["card"]
    assert left <= shown["label"][0] and shown["label"][2] <= right and top <= shown["label"][1]
    assert shown["label"][3] <= shown["time"][1] + 1, "above the time"
    assert shown["time"][2] <= right and shown["time"][3] <= bottom


def test_an_answer_below_half_is_not_sure(compare: Page, server: str):
    likely = [{"label": label, "probability": share} for label, share in (("1", 0.31), ("7", 0.2), ("4", 0.1))]
    answer = {"top": likely, "milliseconds": 9.2, "words": False}
    shown = compare.evaluate(CARD, [f"{server}/offline/js/sides/new_card.js", answer])
    assert shown["state"] == "unsure"
    assert "Not sure: perhaps\n1\n" in shown["text"]
    assert "% sure" not in shown["text"]


def test_the_dark_pad_is_dark(browser: Browser, server: str):
    for scheme, paper in {"light": range(240, 256), "dark": range(60)}.items():
        with fresh_context(browser, color_scheme=scheme) as context:
            page = context.new_page()
            page.goto(f"{server}/offline/?view=compare")
            page.wait_for_selector("html[data-ready=true]")
            assert page.evaluate("pad.getContext('2d').getImageData(3, 3, 1, 1).data[0]") in paper


def test_the_keyboard_alone_is_enough(compare: Page):
    compare.keyboard.press("2")
    expect(compare.get_by_test_id("server-label")).to_have_text("3")
    compare.get_by_test_id("network").locator("input:checked").focus()
    compare.keyboard.press("ArrowLeft")
    expect(compare.locator(".side-lane[data-side=server]")).to_have_attribute("data-state", "cut")
    compare.keyboard.press("ArrowRight")
    expect(compare.get_by_test_id("server-label")).to_have_text("3")
    compare.get_by_test_id("settings").focus()
    compare.keyboard.press("Enter")
    expect(compare.get_by_test_id("model")).to_be_visible()
    compare.keyboard.press("Tab")
    expect(compare.get_by_test_id("model")).to_be_focused()
    compare.keyboard.press("Escape")
    expect(compare.get_by_test_id("model")).to_be_hidden()
    expect(compare.get_by_test_id("settings")).to_be_focused()
    compare.get_by_test_id("share").focus()
    compare.keyboard.press("Enter")
    expect(compare.locator(".share-menu > :visible").first).to_be_visible()


@pytest.mark.parametrize("view", ["try", "compare", "measure", "downloads"])
def test_no_view_is_wider_than_the_screen(page: Page, server: str, view: str):
    for language in ("en", "ko"):
        page.goto(f"{server}/offline/?view={view}&lang={language}")
        page.wait_for_selector("html[data-ready=true]")
        for width, height in ((320, 640), (390, 844), (768, 1024), (1280, 800), (2560, 1440)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (language, width)


def test_progress_names_what_is_fetched_and_how_much_on_the_button_that_began_it(page: Page, server: str):
    comparing.opened(page, server)
    page.evaluate(
        """() => {
          globalThis.said = [];
          const chosen = document.getElementById("chosen");
          new MutationObserver(() => said.push(chosen.textContent)).observe(chosen, { childList: true });
        }"""
    )
    settings.select(page, "engine-picker", "litert")
    page.wait_for_selector("html[data-ready=true]")
    said = page.evaluate("() => said")
    assert any(re.fullmatch(r"LiteRT\.js: [\d.]+ [KM]B of 9\.\d MB", text) for text in said), said
    expect(page.locator("#chosen")).to_have_text("compact float32")


def test_a_model_that_this_host_lacks_is_not_offered(page: Page, server: str):
    comparing.opened(page, server)
    settings.show(page)
    offered = page.get_by_test_id("model").locator("option")
    page.wait_for_load_state("networkidle")
    assert "resnet50v2" not in offered.evaluate_all("options => options.map(({ value }) => value)")


def test_a_model_that_was_built_here_is_offered(browser: Browser, server: str):
    with fresh_context(browser) as context:
        page = context.new_page()
        page.route("**/models/resnet50v2/**", lambda route: route.fulfill(status=200))
        comparing.opened(page, server)
        settings.show(page)
        expect(page.get_by_test_id("model").locator("option[value=resnet50v2]")).to_have_count(1)


def test_another_task_brings_a_picture_that_fits(compare: Page):
    comparing.draw(compare, "3")
    settings.select(compare, "model", "photo")
    for side in ("browser", "server"):
        expect(compare.get_by_test_id(f"{side}-label")).to_have_text("Egyptian cat")
    settings.select(compare, "model", "compact")
    expect(compare.get_by_test_id("server-label")).to_have_text("2")


def test_the_plot_marks_where_the_download_has_paid_for_itself(compare: Page):
    expect(compare.get_by_test_id("pay-wait")).to_contain_text("0 of 10")
    comparing.choose_network(compare, "fast4g")
    for turn in range(12):
        compare.get_by_test_id("example").nth(turn % 6).click()
        compare.wait_for_selector(f"#view-compare[data-compared='{turn + 1}']")
    plan = comparing.data(compare, "pay-plot", "plan")
    crossing = plan["crossing"]
    assert 0 < crossing["answers"] <= plan["most"] and crossing["low"] <= crossing["answers"] <= crossing["high"]
    browser, server = plan["browser"], plan["server"]
    at = crossing["answers"]
    assert browser["once"] + browser["each"] * at <= server["once"] + server["each"] * at
    expect(compare.locator(".pay-plot .crossing")).to_have_count(1)
    expect(compare.get_by_test_id("pay-sentence")).to_contain_text(f"after {at} pictures")
    compare.get_by_test_id("pay-data").click()
    assert comparing.data(compare, "pay-plot", "plan")["what"] == "data"
    compare.get_by_test_id("pay-money").click()
    expect(compare.get_by_test_id("pay-sentence")).to_contain_text("A million answers take")

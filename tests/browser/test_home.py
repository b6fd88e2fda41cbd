"""Both sides on the Gradio app's own page, in every state that a reader may find it."""

import subprocess

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import drawing
from tests.browser.home import (
    CATALOG,
    PHONE,
    choose,
    context,
    draw,
    expect_both,
    file_of,
    needs_engine,
    open_tab,
    opened,
    probabilities,
    upload,
)
from tests.conftest import ROOT, started_server

EXAMPLES = ROOT / "static" / "data" / "examples"
SAME = 1e-5
"""By how much two runtimes may differ on the same pixels."""


def test_both_sides_read_the_same_pixels_of_a_drawing(page, server):
    opened(page, server)
    draw(page, "3")

    assert_same(page)
    for side in ("browser", "server"):
        times = page.get_by_test_id(f"{side}-times")
        assert float(times.get_attribute("data-total")) > 0
        assert '"inference"' in times.get_attribute("data-parts")


def assert_same(page: Page) -> None:
    here, there = probabilities(page, "browser"), probabilities(page, "server")
    assert here.keys() == there.keys()
    assert max(abs(here[label] - there[label]) for label in here) < SAME
    assert float(page.get_by_test_id("max-difference").get_attribute("data-value")) < SAME


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "large PNG"])
def test_both_sides_read_the_same_pixels_of_a_picture(page, server, pictures, kind):
    picture = pictures[3].repeat(5, axis=0).repeat(3, axis=1) if kind == "large PNG" else pictures[3]
    opened(page, server)
    open_tab(page, "Upload")

    upload(page, file_of(picture, kind.split()[-1]))

    page.wait_for_selector("[data-testid=verdict][data-same=true]")
    assert_same(page)


def test_both_sides_read_the_same_pixels_of_a_photograph(page, server):
    opened(page, server)
    open_tab(page, "Upload")
    page.locator("#examples button:has(img[src*='espresso'])").click()

    expect_both(page, "espresso")
    photo = next(model for model in CATALOG.models if model.task == "photo")
    allowed = sum(photo.file(format, "float16").max_difference for format in ("tfjs", "tflite"))
    assert float(page.get_by_test_id("max-difference").get_attribute("data-value")) <= allowed


def test_a_file_that_the_browser_cannot_read_is_answered_by_the_server(page, server, pictures):
    opened(page, server)
    open_tab(page, "Upload")

    upload(page, file_of(pictures[0], "TIFF"), "digit.tiff", "image/tiff")

    expect(page.get_by_test_id("server-label")).to_have_text("7")
    expect(page.get_by_test_id("browser-message")).to_contain_text("this browser reads")
    expect(page.get_by_test_id("verdict")).to_be_empty()


def test_each_tab_keeps_its_own_answers(page, server, pictures):
    opened(page, server)
    draw(page, "3")
    open_tab(page, "Upload")
    expect(page.get_by_test_id("browser-label")).to_be_empty()
    upload(page, file_of(pictures[0]))
    expect_both(page, "7")

    open_tab(page, "Draw")

    expect_both(page, "3")


def test_the_engine_comes_with_the_first_touch(page, server):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script("window.requestIdleCallback = () => 0")
    page.emulate_media(reduced_motion="reduce")
    pad = opened(page, server)
    page.wait_for_timeout(1500)
    assert not [url for url in asked if needs_engine(url)]

    with page.expect_response(lambda response: f"/models/{CATALOG.default}/" in response.url):
        pad.click()
    assert any("/vendor/tfjs-wasm" in url for url in asked)


def test_an_idle_browser_loads_the_engine_once_the_app_is_usable(page, server):
    page.emulate_media(reduced_motion="reduce")
    opened(page, server)
    with page.expect_response(lambda response: f"/models/{CATALOG.default}/" in response.url):
        pass

    usable, catalog = page.evaluate(
        """() => [
          performance.getEntriesByName("both-sides-usable")[0].startTime,
          performance.getEntriesByType("resource").find(({ name }) => name.includes("catalog.json")).startTime,
        ]"""
    )
    assert usable < catalog


def test_a_digit_draws_itself_and_both_sides_read_it(page, server):
    opened(page, server)

    expect(page.get_by_test_id("invitation")).to_have_text("draw here")
    expect_both(page, "3")
    assert any(drawing.ink(page, drawing.STROKES["3"][0])), "it is the picture on the pad that was answered"
    expect(page.get_by_test_id("invitation")).to_be_visible()


def test_the_first_touch_takes_the_digit_away(page, server):
    opened(page, server)
    expect_both(page, "3")

    draw(page, "7")

    expect(page.get_by_test_id("invitation")).to_be_hidden()
    assert drawing.ink(page, [(0.3, 0.48), (0.66, 0.6)]) == [False, False], "nothing is left of it"


def test_nothing_moves_where_motion_is_unwanted(browser, server):
    still = context(browser, reduced_motion="reduce")
    page = still.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, server)
    page.wait_for_timeout(1500)

    expect(page.get_by_test_id("invitation")).to_be_visible()
    assert not any(drawing.ink(page, drawing.STROKES["3"][0]))
    assert not any("/queue/join" in url for url in asked), "and nothing is asked"
    still.close()


def test_a_drawing_that_shows_nothing_gets_no_answer(page, server):
    opened(page, server)
    open_tab(page, "Upload")
    upload(page, (EXAMPLES / "digit-2.png").read_bytes())
    expect_both(page, "2")

    upload_blank(page)

    for side in ("browser", "server"):
        expect(page.get_by_test_id(f"{side}-message")).to_have_text("Nothing found in this picture")
        expect(page.get_by_test_id(f"{side}-label")).to_be_empty()
    expect(page.get_by_test_id("verdict")).to_be_empty()


def upload_blank(page: Page) -> None:
    import numpy as np

    page.get_by_label("Remove Image").locator("visible=true").click()
    upload(page, file_of(np.full((100, 100, 3), 255, np.uint8)))


def test_an_unsure_answer_is_called_unsure(page, server):
    opened(page, server)
    open_tab(page, "Upload")
    choose_photo(page)
    upload(page, (EXAMPLES / "digit-2.png").read_bytes())

    page.wait_for_selector("[data-testid=verdict][data-same]")
    cards = page.locator(".side-card")
    for side in (0, 1):
        expect(cards.nth(side)).to_have_attribute("data-state", "unsure")
        expect(cards.nth(side)).to_contain_text("Not sure: perhaps")


def choose_photo(page: Page) -> None:
    photo = next(model for model in CATALOG.models if model.task == "photo")
    page.get_by_label("Model").locator("visible=true").click()
    page.get_by_role("option", name=f"{photo.title} ({photo.name})", exact=True).click()


def test_waiting_for_a_slow_server_is_seen_at_once(page, server):
    held: list[Route] = []
    opened(page, server)
    draw(page, "7")
    page.route("**/queue/join**", lambda route: held.append(route))
    page.get_by_label("Clear canvas").click()

    drawing.draw(page, page.get_by_test_id("pad"), "1")

    expect(page.get_by_test_id("browser-label")).to_have_text("1")
    expect(page.locator(".side-card[data-side=server]")).to_have_attribute("data-state", "waiting")
    expect(page.locator(".side-lane[data-side=server]")).to_have_attribute("data-state", "running")
    expect(page.get_by_test_id("verdict")).to_have_text("Waiting for the server…")
    expect(page.get_by_test_id("server-label")).to_be_empty()
    for route in held:
        route.continue_()
    expect_both(page, "1")


def test_a_slow_engine_holds_nothing_up(page, server):
    held: list[Route] = []
    page.add_init_script("window.requestIdleCallback = () => 0")
    page.emulate_media(reduced_motion="reduce")
    page.route("**/models/*/tfjs-*/*", lambda route: held.append(route))
    opened(page, server)

    drawing.draw(page, page.get_by_test_id("pad"), "7")

    expect(page.get_by_test_id("server-label")).to_have_text("7")
    expect(page.get_by_test_id("browser-message")).to_contain_text("Loading Compact network, ")
    expect(page.locator(".side-card[data-side=browser]")).to_have_attribute("data-state", "loading")
    expect(page.get_by_test_id("verdict")).to_have_text("Waiting for the browser…")
    page.unroute("**/models/*/tfjs-*/*")
    for route in held:
        route.continue_()
    expect_both(page, "7")


def test_a_model_that_cannot_be_fetched_is_no_reason_to_stop(page, server):
    page.add_init_script("window.requestIdleCallback = () => 0")
    page.emulate_media(reduced_motion="reduce")
    page.route("**/models/catalog.json", lambda route: route.abort())
    opened(page, server)
    drawing.draw(page, page.get_by_test_id("pad"), "7")

    expect(page.get_by_test_id("server-label")).to_have_text("7")
    expect(page.get_by_test_id("browser-message")).to_contain_text("Your browser could not answer")

    page.unroute("**/models/catalog.json")
    page.get_by_label("Clear canvas").click()
    draw(page, "1")


def test_a_server_that_is_gone_and_comes_back(page):
    with started_server() as (address, process):
        opened(page, address)
        draw(page, "7")
        process.terminate()
        process.wait()
        page.get_by_label("Clear canvas").click()

        drawing.draw(page, page.get_by_test_id("pad"), "1")

        expect(page.get_by_test_id("browser-label")).to_have_text("1")
        expect(page.get_by_test_id("server-message")).to_contain_text("The server cannot be reached")
        expect(page.locator(".side-lane[data-side=server]")).to_have_attribute("data-state", "cut")
        expect(page.get_by_test_id("verdict")).to_be_empty()
        again = subprocess.Popen(process.args, cwd=ROOT, env=started_environment(address))
        try:
            expect_both(page, "1")
        finally:
            again.terminate()
            again.wait()


def started_environment(address: str) -> dict[str, str]:
    import os

    return {**os.environ, "PORT": address.rpartition(":")[2]}


def test_a_finger_draws_and_the_page_stays_where_it_is(browser, server):
    phone = context(browser, viewport=PHONE, has_touch=True, is_mobile=True)
    page = phone.new_page()
    pad = opened(page, server)
    page.evaluate("scrollTo(0, 0)")

    drawing.touch(phone.new_cdp_session(page), pad, "7")

    expect_both(page, "7")
    assert page.evaluate("scrollY") == 0
    phone.close()


def test_a_phone_shows_the_pad_and_the_race_without_a_scroll(browser, server):
    phone = context(browser, viewport=PHONE, has_touch=True, is_mobile=True)
    page = phone.new_page()
    opened(page, server)
    draw(page, "7")

    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.evaluate("scrollTo(0, 0)")
    for part in ("[data-testid=pad]", ".sides", "[data-testid=verdict]", ".side-lanes"):
        box = page.locator(part).bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= PHONE["height"], part
    assert_fingers_fit(page)
    phone.close()


def assert_fingers_fit(page: Page) -> None:
    """Everything of ours that can be pressed is large enough for a finger."""
    pressed = page.locator("[role=tab], .home-tool, .ways a").locator("visible=true")
    boxes = [pressed.nth(index).bounding_box() for index in range(pressed.count())]
    assert boxes and all(box["height"] >= 44 and box["width"] >= 44 for box in boxes), boxes


@pytest.mark.parametrize("size", [(320, 568), (1280, 800), (2560, 1440)])
def test_no_width_makes_the_page_scroll_sideways(browser, server, size):
    window = context(browser, viewport={"width": size[0], "height": size[1]})
    page = window.new_page()
    opened(page, server)
    draw(page, "7")

    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    if size[0] > 1000:
        for part in ("[data-testid=pad]", ".sides", ".side-lanes", ".ways"):
            box = page.locator(part).locator("visible=true").bounding_box()
            assert box["y"] + box["height"] <= size[1], part
    window.close()


@pytest.mark.parametrize("how", ["system", "address"])
def test_the_pad_of_the_dark_scheme_is_dark(browser, server, how):
    dark = context(browser, color_scheme="dark" if how == "system" else "light")
    page = dark.new_page()
    pad = opened(page, server, "?__theme=dark" if how == "address" else "")

    colours = pad.evaluate("pad => [getComputedStyle(pad).backgroundColor, getComputedStyle(pad).color]")
    paper, ink = (sum(map(int, colour[4:-1].split(","))) for colour in colours)
    assert paper < 150 and ink > 600
    draw(page, "7")
    dark.close()


def test_korean_is_spoken_everywhere(browser, server):
    korean = context(browser, locale="ko-KR")
    page = korean.new_page()
    opened(page, server)
    drawing.draw(page, page.get_by_test_id("pad"), "7")

    expect(page.get_by_test_id("server-label")).to_have_text("7")
    expect(page.get_by_test_id("verdict")).to_have_text("양쪽의 답이 같습니다")
    for part in ("#introduction", ".home-question", ".home-answer", ".ways"):
        words = page.locator(part).locator("visible=true").first.inner_text()
        assert any("가" <= letter <= "힣" for letter in words), part
    assert page.locator("html").get_attribute("lang") == "ko"
    korean.close()


def test_the_language_of_the_app_is_that_of_its_cards(browser, server):
    """Also where another one was chosen on the page under /offline/."""
    english = context(browser)
    page = english.new_page()
    page.goto(f"{server}/offline/favicon.svg")
    page.evaluate("localStorage.setItem('both-sides-language', 'ko')")
    opened(page, server)

    expect(page.get_by_test_id("invitation")).to_have_text("draw here")
    english.close()


def test_another_model_answers_on_both_sides(page, server):
    opened(page, server)
    draw(page, "7")
    before = probabilities(page, "browser")

    choose(page, CATALOG.model("mlp"))
    expect_both(page, "7")

    assert probabilities(page, "browser") != before
    assert_same_label(page)


def assert_same_label(page: Page) -> None:
    here, there = (max(said, key=said.get) for said in (probabilities(page, "browser"), probabilities(page, "server")))
    assert here == there


def test_only_models_of_this_host_are_offered(page, server):
    opened(page, server)
    page.get_by_label("Model").locator("visible=true").click()
    offered = page.get_by_role("option").all_inner_texts()

    for model in CATALOG.models:
        here = [file for file in model.files if (ROOT / "static/models" / file.path).is_file() and not file.withheld]
        both = {"tflite", "tfjs"} <= {file.format for file in here}
        assert any(f"({model.name})" in text for text in offered) == both, model.name

"""The Gradio app's own page on a phone and at every width, in the dark theme, and in Korean."""

import pytest
from playwright.sync_api import Page, expect

from harness import drawing
from tests.browser.home import (
    PHONE,
    context,
    draw,
    expect_both,
    needs_engine,
    open_tab,
    opened,
)

UNHURRIED = 600
"""Milliseconds after which the others load it."""


def test_a_finger_draws_and_the_page_stays_where_it_is(browser, server):
    phone = context(browser, viewport=PHONE, has_touch=True, is_mobile=True)
    page = phone.new_page()
    pad = opened(page, server)
    page.evaluate("scrollTo(0, 0)")

    drawing.touch(phone.new_cdp_session(page), pad, "7")

    expect_both(page, "7")
    assert page.evaluate("scrollY") == 0
    phone.close()


def test_who_saves_data_loads_the_engine_only_with_the_first_touch(browser, server):
    saving = context(browser)
    saving.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page, asked = saving.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, server)
    page.wait_for_timeout(4 * UNHURRIED)

    assert not any(map(needs_engine, asked))
    draw(page, "7")
    assert any(map(needs_engine, asked))
    saving.close()


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
    open_tab(page, "Upload")
    page.locator("#examples button").first.click()
    expect_both(page, "2")
    assert_fingers_fit(page)
    phone.close()


def assert_fingers_fit(page: Page) -> None:
    """All buttons of this project are large enough for a finger."""
    pressed = page.locator("[role=tab], .ways a, .race-picture button").locator("visible=true")
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
    """Even if another language was chosen on the page under /offline/."""
    english = context(browser)
    page = english.new_page()
    page.goto(f"{server}/offline/favicon.svg")
    page.evaluate("localStorage.setItem('both-sides-language', 'ko')")
    opened(page, server)

    expect(page.get_by_test_id("invitation")).to_have_text("draw here")
    english.close()

"""Both sides on the Gradio app's own page: one picture, the same pixels, two answers."""

import re

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from harness.server import ROOT
from tests.browser.home import (
    CATALOG,
    choose,
    draw,
    expect_both,
    file_of,
    open_tab,
    opened,
    pick,
    probabilities,
    upload,
)

EXAMPLES = ROOT / "static" / "data" / "examples"
SAME = 1e-5
"""Tolerance between two runtimes on the same pixels."""


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


def test_a_screen_reader_hears_the_answer(page, server):
    opened(page, server)
    draw(page, "3")
    expect(page.get_by_test_id("spoken")).to_have_text("3")
    page.get_by_test_id("clear").click()
    expect(page.get_by_test_id("spoken")).to_be_empty()


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
    expect(page.get_by_test_id("browser-message")).to_contain_text("is not supported by this browser")
    expect(page.get_by_test_id("verdict")).to_be_empty()

    choose(page, CATALOG.model("photo"))
    expect(page.get_by_test_id("server-label")).to_have_text(re.compile("[a-z]"))
    expect(page.get_by_test_id("browser-message")).to_contain_text("is not supported by this browser")


def test_each_tab_keeps_its_own_answers(page, server, pictures):
    opened(page, server)
    draw(page, "3")
    open_tab(page, "Upload")
    expect(page.get_by_test_id("browser-label")).to_be_empty()
    upload(page, file_of(pictures[0]))
    expect_both(page, "7")

    open_tab(page, "Draw")

    expect_both(page, "3")


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
    page.get_by_label("Remove Image").locator("visible=true").click()
    upload(page, file_of(np.full((100, 100, 3), 255, np.uint8)))


def test_an_unsure_answer_is_called_unsure(page, server):
    opened(page, server)
    open_tab(page, "Upload")
    pick(page, CATALOG.model("photo"))
    upload(page, (EXAMPLES / "digit-2.png").read_bytes())

    page.wait_for_selector("[data-testid=verdict][data-same]")
    cards = page.locator(".side-card")
    for side in (0, 1):
        expect(cards.nth(side)).to_have_attribute("data-state", "unsure")
        expect(cards.nth(side)).to_contain_text("Not sure: perhaps")


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

"""The Gradio app's Draw and Upload in a real Chromium: drawings and pictures are answered, and nothing else is."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from harness import drawing
from tests.browser.home import CATALOG, choose, draw, expect_both, file_of, open_tab, opened, upload

MODELS = list(CATALOG.models)
ANOTHER = next(model for model in MODELS if model.task == "digit" and model.name != CATALOG.default)
PHOTO = next(model for model in MODELS if model.task == "photo")


def seen(page: Page) -> Locator:
    """The picture that the model saw."""
    return page.get_by_test_id("frame").locator("visible=true")


def test_what_the_model_saw_is_shown_and_not_blurred(page, server, pictures):
    opened(page, server)
    draw(page, "7")
    expect(seen(page)).to_have_count(1)
    assert seen(page).evaluate("image => [image.naturalWidth, image.naturalHeight, image.width]") == [28, 28, 56]
    assert seen(page).evaluate("image => getComputedStyle(image).imageRendering") == "pixelated"

    drawn = seen(page).get_attribute("src")
    page.get_by_label("Clear canvas").click()
    expect(seen(page)).to_have_count(0)

    open_tab(page, "Upload")
    upload(page, file_of(pictures[0]))
    expect(seen(page)).to_have_count(1)
    assert seen(page).get_attribute("src") != drawn
    choose(page, PHOTO)
    expect(page.get_by_test_id("server-label")).to_have_text(re.compile("..."))  # a word, no digit
    expect(seen(page)).to_have_count(0)


@pytest.mark.parametrize(("theme", "digit"), [("light", "4"), ("dark", "7"), ("dark", "3")])
def test_a_digit_drawn_with_the_mouse_is_read(page, server, theme, digit):
    opened(page, server, f"?__theme={theme}")

    draw(page, digit)


def test_the_answer_follows_clear_undo_and_the_next_stroke(page, server):
    opened(page, server)
    draw(page, "7")
    page.get_by_label("Clear canvas").click()
    expect_nothing(page)

    draw(page, "1")
    page.get_by_role("button", name="Undo").click()
    expect_nothing(page)
    page.get_by_role("button", name="Redo").click()
    expect_both(page, "1")


def expect_nothing(page: Page, ask: str = "Draw a digit") -> None:
    for side in ("browser", "server"):
        expect(page.get_by_test_id(f"{side}-label")).to_be_empty()
        expect(page.get_by_test_id(f"{side}-message")).to_have_text(ask)
    expect(page.get_by_test_id("verdict")).not_to_contain_text("same")
    expect(page.get_by_test_id("max-difference")).to_be_empty()


def test_an_uploaded_digit_is_read(page, server, digits, pictures):
    opened(page, server)
    open_tab(page, "Upload")

    for index in (0, 1):
        upload(page, file_of(pictures[index]))
        expect_both(page, str(digits[1][index]))
        page.get_by_label("Remove Image").locator("visible=true").click()
        expect_nothing(page, "Choose a picture")


def test_another_model_answers_once_it_is_chosen(page, server, pictures):
    opened(page, server)
    open_tab(page, "Upload")
    upload(page, file_of(pictures[0]))
    expect_both(page, "7")

    choose(page, ANOTHER)

    expect_both(page, "7")


def test_another_model_of_digits_reads_the_same_drawing(page, server):
    opened(page, server)
    draw(page, "7")

    choose(page, ANOTHER)

    expect_both(page, "7")


def test_a_damaged_picture_gets_a_sentence(page, server, pictures):
    opened(page, server)
    open_tab(page, "Upload")

    upload(page, file_of(pictures[0])[:300])

    expect(page.get_by_test_id("server-message")).to_contain_text("The PNG image cannot be decoded")
    expect(page.get_by_test_id("browser-message")).to_contain_text("is damaged, or its format is not supported")
    expect(page.get_by_test_id("verdict")).not_to_contain_text("same")


def test_the_app_asks_no_other_host_and_reports_no_error(page, server):
    hosts, errors = set(), []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc or urlsplit(request.url).scheme))
    page.on("pageerror", lambda error: errors.append(str(error)))

    opened(page, server)
    draw(page, "7")
    open_tab(page, "Upload")

    assert hosts <= {urlsplit(server).netloc, "data", "blob"}
    assert not errors


def test_the_page_scrolls_where_the_pointer_is_on_the_pad(page, server):
    pad = opened(page, server)
    page.set_viewport_size({"width": 390, "height": 500})
    box = pad.bounding_box()

    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 100)
    page.mouse.wheel(0, 200)

    page.wait_for_function("scrollY > 0")


def test_the_links_lead_to_the_page_in_a_tab_of_its_own(page, server):
    opened(page, server)
    links = page.locator(".ways a").locator("visible=true")

    addresses = links.evaluate_all("links => links.map((link) => [link.href, link.target])")
    assert addresses == [[f"{server}/offline/{query}", "_blank"] for query in ("?view=compare", "", "?view=downloads")]
    assert page.locator("iframe").count() == 0


def test_a_stroke_after_clear_finds_the_pad_where_it_was(page, server):
    pad = opened(page, server)
    before = pad.bounding_box()
    draw(page, "7")
    assert pad.bounding_box() == before
    page.get_by_label("Clear canvas").click()
    expect_nothing(page)

    assert pad.bounding_box() == before
    assert drawing.ink(page, [(0.5, 0.5)]) == [False]

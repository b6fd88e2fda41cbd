"""The Gradio app in a real Chromium: nobody chooses a tool or presses a button, in the light and in the dark theme."""

from io import BytesIO
from urllib.parse import urlsplit

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

import catalog
from catalog import Model
from tests.browser import drawing

CATALOG = catalog.load()
MODELS = list(CATALOG.models)
DIGIT_MODELS = [model for model in MODELS if model.task == "digit"]


def open_app(page: Page, server: str, theme: str = "light") -> Locator:
    """The sketchpad of the app, ready."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server}/?__theme={theme}")
    pad = page.locator("#sketchpad canvas").first
    pad.wait_for()
    expect(page.locator("#sketchpad").get_by_label("Clear canvas")).to_be_visible()
    page.wait_for_function("document.querySelector('#sketchpad canvas').width > 0")
    return pad


def label(page: Page) -> Locator:
    """The heading of the answer on the tab that is open."""
    return page.get_by_test_id("label-output-value").locator("visible=true")


def hint(page: Page) -> Locator:
    return page.locator(".took").locator("visible=true").first


def seen(page: Page) -> Locator:
    """The picture that the model saw, on the tab that is open."""
    return page.locator(".took img").locator("visible=true")


def test_what_the_model_saw_is_shown_and_not_blurred(page, server, pictures):
    pad = open_app(page, server)
    expect(seen(page)).to_have_count(0)
    drawing.draw(page, pad, "7")
    expect(seen(page)).to_have_count(1)
    assert seen(page).evaluate("image => [image.naturalWidth, image.naturalHeight, image.width]") == [28, 28, 112]
    assert seen(page).evaluate("image => getComputedStyle(image).imageRendering") == "pixelated"

    drawn = seen(page).get_attribute("src")
    page.locator("#sketchpad").get_by_label("Clear canvas").click()
    expect(seen(page)).to_have_count(0)

    page.get_by_role("tab", name="Upload").click()
    upload(page, png(pictures[0]))
    expect(seen(page)).to_have_count(1)
    assert seen(page).get_attribute("src") != drawn
    choose(page, next(model for model in MODELS if model.task == "photo"))
    expect(seen(page)).to_have_count(0)
    expect(hint(page)).to_contain_text("in the model, on the server")


@pytest.mark.parametrize(("theme", "digit"), [("light", "4"), ("dark", "7"), ("dark", "3")])
def test_a_digit_drawn_with_the_mouse_is_read(page, server, theme, digit):
    pad = open_app(page, server, theme)

    drawing.draw(page, pad, digit)

    expect(label(page)).to_have_text(digit)
    expect(hint(page)).to_contain_text("in the model, on the server")


def test_the_answer_follows_clear_undo_and_the_next_stroke(page, server):
    pad = open_app(page, server)
    tools = page.locator("#sketchpad")
    expect(hint(page)).to_contain_text("Draw a digit")

    drawing.draw(page, pad, "7")
    expect(label(page)).to_have_text("7")
    tools.get_by_label("Clear canvas").click()
    expect(label(page)).to_have_count(0)
    expect(hint(page)).to_contain_text("Draw a digit")

    drawing.draw(page, pad, "1")
    expect(label(page)).to_have_text("1")
    tools.get_by_role("button", name="Undo").click()
    expect(label(page)).to_have_count(0)
    tools.get_by_role("button", name="Redo").click()
    expect(label(page)).to_have_text("1")


def test_an_uploaded_digit_is_read(page, server, digits, pictures):
    open_app(page, server)
    page.get_by_role("tab", name="Upload").click()

    for index in (0, 1):
        upload(page, png(pictures[index]))
        expect(label(page)).to_have_text(str(digits[1][index]))
        page.get_by_label("Remove Image").locator("visible=true").click()
        expect(label(page)).to_have_count(0)


def test_another_model_answers_once_it_is_chosen(page, server, pictures):
    open_app(page, server)
    page.get_by_role("tab", name="Upload").click()
    upload(page, png(pictures[0]))
    expect(hint(page)).to_contain_text("in the model, on the server")

    choose_another(page, MODELS)

    expect(hint(page)).to_contain_text("in the model, on the server")


def test_another_model_of_digits_reads_the_same_drawing(page, server):
    pad = open_app(page, server)
    drawing.draw(page, pad, "7")
    expect(label(page)).to_have_text("7")

    choose_another(page, DIGIT_MODELS)

    expect(label(page)).to_have_text("7")
    expect(hint(page)).to_contain_text("in the model, on the server")


def test_a_damaged_picture_gets_a_sentence(page, server, pictures):
    open_app(page, server)
    page.get_by_role("tab", name="Upload").click()

    upload(page, png(pictures[0])[:300])

    expect(page.get_by_test_id("toast-body")).to_contain_text("The PNG image cannot be decoded")


def test_the_app_asks_no_other_host_and_reports_no_error(page, server):
    hosts, errors = set(), []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc or urlsplit(request.url).scheme))
    page.on("pageerror", lambda error: errors.append(str(error)))

    pad = open_app(page, server)
    drawing.draw(page, pad, "7")
    expect(label(page)).to_have_text("7")
    page.get_by_role("tab", name="Upload").click()

    assert hosts <= {urlsplit(server).netloc, "data", "blob"}
    assert not errors


def test_the_page_scrolls_where_the_pointer_is_on_the_pad(page, server):
    pad = open_app(page, server)
    page.set_viewport_size({"width": 390, "height": 500})
    box = pad.bounding_box()

    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 100)
    page.mouse.wheel(0, 200)

    page.wait_for_function("scrollY > 0")


def test_the_link_leads_to_the_page_in_a_tab_of_its_own(page, server):
    open_app(page, server)
    link = page.locator("#introduction a")

    assert link.get_attribute("target") == "_blank"
    assert link.evaluate("link => link.href") == f"{server}/offline/"


def choose_another(page: Page, models: list[Model]) -> None:
    """Chooses a model that is not the default."""
    choose(page, next(model for model in models if model.name != CATALOG.default))


def choose(page: Page, model: Model) -> None:
    """By its title, and waits until it has been asked."""
    page.get_by_label("Model").locator("visible=true").click()
    with page.expect_request(
        lambda request: "/queue/join" in request.url and f'"{model.name}"' in (request.post_data or "")
    ):
        page.get_by_role("option", name=f"{model.title} ({model.name})", exact=True).click()


def png(picture: np.ndarray) -> bytes:
    file = BytesIO()
    Image.fromarray(picture).save(file, "PNG")
    return file.getvalue()


def upload(page: Page, data: bytes) -> None:
    files = page.locator("[role=tabpanel]:visible input[type=file]")
    files.set_input_files({"name": "digit.png", "mimeType": "image/png", "buffer": data})

"""The 28x28 picture beside the answer is the output of the digit models' front end for the same pixels."""

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

import catalog
from models.data import mnist
from tests.browser import settings
from tests.browser.giving import give
from tests.browser.litert import run_litert
from tests.browser.profiles import fresh_context
from tests.server.image_files import encoded

CATALOG = catalog.load()
TFLITE = next(file.path for file in CATALOG.front_end.files if file.format == "tflite")
PHOTO = next(model.name for model in CATALOG.models if model.task == "photo")
PIXELS = """(canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return { side: canvas.width, pixels: [...data] };
}"""

CHANGED = """(before) => {
  const canvas = document.querySelector("[data-testid=frame]");
  return canvas.checkVisibility() && canvas.toDataURL() !== before;
}"""


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector("html[data-ready=true]")
    return page


def uneven(picture: np.ndarray) -> np.ndarray:
    """Dark on grey paper that is lit from one side, smaller and off-centre."""
    small = np.asarray(Image.fromarray(picture).resize((150, 150))).mean(-1)
    light = np.linspace(150, 250, 224)[:, None] * np.ones(224)
    light[20:170, 60:210] *= 1 - 0.8 * small / 255
    return np.repeat(light.astype(np.uint8)[..., None], 3, axis=-1)


@pytest.fixture(scope="module")
def shown(digits: mnist.Digits) -> np.ndarray:
    """uint8 [6, 224, 224, 3]"""
    plain = mnist.on_canvas(digits[0][:3])
    return np.concatenate([plain, [uneven(picture) for picture in plain]])


@pytest.mark.parametrize("engine", ["auto", "litert", "cpu"])
def test_it_is_what_the_front_end_makes_of_the_picture(page: Page, static_server: str, shown: np.ndarray, engine: str):
    opened(page, f"{static_server}/" + ("" if engine == "auto" else f"?engine={engine}"))
    expected = run_litert(catalog.PATH.parent / TFLITE, shown)[..., 0]
    frame, before = page.get_by_test_id("frame"), None
    for picture, frames in zip(shown, expected, strict=True):
        give(page, encoded(Image.fromarray(picture)))
        page.wait_for_function(CHANGED, arg=before)
        before = frame.evaluate("(canvas) => canvas.toDataURL()")
        seen = frame.evaluate(PIXELS)
        assert seen["side"] == 28
        pixels = np.array(seen["pixels"]).reshape(28, 28, 4)
        assert (pixels[..., 3] == 255).all() and (pixels[..., 0] == pixels[..., 2]).all()
        assert np.abs(pixels[..., 0] / 255 - frames).max() <= 1 / 255
        assert pixels[..., 0].max() > 200


def test_its_pixels_are_crisp_and_it_has_a_name(page: Page, static_server: str):
    for language, name in (("en", "The picture that the model saw"), ("ko", "모델이 본 그림")):
        opened(page, f"{static_server}/?lang={language}")
        page.get_by_test_id("example").first.click()
        frame = page.get_by_role("img", name=name)
        expect(frame).to_be_visible()
        assert frame.evaluate("(canvas) => getComputedStyle(canvas).imageRendering") == "pixelated"
        box = frame.bounding_box()
        assert box["width"] == pytest.approx(box["height"], abs=1) and box["width"] >= 40


def test_it_is_hidden_where_nothing_was_drawn_or_found(page: Page, static_server: str):
    opened(page, f"{static_server}/")
    frame = page.get_by_test_id("frame")
    expect(frame).to_be_hidden()
    page.get_by_test_id("example").first.click()
    expect(frame).to_be_visible()
    page.get_by_test_id("clear").click()
    expect(frame).to_be_hidden()
    page.get_by_test_id("undo").click()
    expect(frame).to_be_visible()
    give(page, encoded(Image.new("RGB", (300, 200), "white")))
    expect(page.get_by_text("The model finds nothing here")).to_be_visible()
    expect(frame).to_be_hidden()


def test_it_is_hidden_for_photographs(page: Page, static_server: str):
    opened(page, f"{static_server}/")
    page.get_by_test_id("example").first.click()
    expect(page.get_by_test_id("frame")).to_be_visible()
    settings.select(page, "model", PHOTO)
    page.wait_for_selector("html[data-ready=true]")
    page.get_by_test_id("example").first.click()
    expect(page.get_by_test_id("browser-label")).not_to_have_text("")
    expect(page.get_by_test_id("frame")).to_be_hidden()


def test_the_answer_does_not_wait_for_it(browser: Browser, static_server: str):
    with fresh_context(browser) as context:
        page = context.new_page()
        held, states = [], []

        def hold(route) -> None:
            states.append(page.evaluate("document.documentElement.dataset.ready"))
            held.append(route)

        page.route("**/front_end/**", hold)
        with page.expect_request("**/front_end/**"):
            page.goto(f"{static_server}/")
        page.wait_for_selector("html[data-ready=true]")
        page.get_by_test_id("example").first.click()
        expect(page.get_by_test_id("browser-label")).to_have_text("2")
        expect(page.get_by_test_id("frame")).to_be_hidden()
        held[0].abort()
        page.get_by_test_id("example").nth(1).click()
        expect(page.get_by_test_id("browser-label")).to_have_text("3")
        expect(page.get_by_test_id("notice")).to_be_hidden()
        assert set(states) == {"true"}


@pytest.mark.stored
def test_it_is_there_without_a_network(context: BrowserContext, page: Page, static_server: str):
    opened(page, f"{static_server}/")
    page.wait_for_selector("html[data-offline=ready]")
    context.set_offline(True)
    for _ in range(2):
        page.reload()
        page.wait_for_selector("html[data-offline=ready]")
        page.get_by_test_id("example").first.click()
        expect(page.get_by_test_id("frame")).to_be_visible()

"""Helpers for the tests of the Gradio app: opens it, draws, uploads pictures, and reads its two cards."""

import json
from io import BytesIO

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

import catalog
from catalog import Model
from harness import drawing
from harness.server import PATIENCE

CATALOG = catalog.load()
PHONE = {"width": 390, "height": 844}
ENGINE = ("/vendor/", "/built/js/worker.js", "/models/")
"""Parts of the addresses of the files that a browser needs to answer."""


def context(browser: Browser, **options) -> BrowserContext:
    """A fresh profile; `options` are for Playwright."""
    fresh = browser.new_context(**{"viewport": PHONE, "locale": "en-US"} | options)
    fresh.set_default_timeout(PATIENCE * 1000)
    return fresh


def opened(page: Page, server: str, query: str = "") -> Locator:
    """The pad of the app, to be drawn on."""
    page.goto(f"{server}/{query}")
    pad = page.locator("#sketchpad canvas")
    pad.wait_for()
    page.wait_for_function("performance.getEntriesByName('both-sides-usable').length")
    return pad


def draw(page: Page, digit: str) -> None:
    """Draws a digit, and waits until both sides have recognized it."""
    drawing.draw(page, page.get_by_test_id("pad"), digit)
    expect_both(page, digit)


def expect_both(page: Page, label: str) -> None:
    """Waits until both cards show the label, and the verdict belongs to it."""
    for side in ("browser", "server"):
        expect(page.get_by_test_id(f"{side}-label")).to_have_text(label)
    expect(page.get_by_test_id("verdict")).to_have_attribute("data-same", "true")


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name, exact=True).click()


def upload(page: Page, data: bytes, name: str = "digit.png", kind: str = "image/png") -> None:
    files = page.locator("[role=tabpanel]:visible input[type=file]")
    files.set_input_files({"name": name, "mimeType": kind, "buffer": data})


def pick(page: Page, model: Model) -> None:
    """Chooses a model by its title."""
    page.get_by_label("Model").locator("visible=true").click()
    page.get_by_role("option", name=f"{model.title} ({model.name})", exact=True).click()


def choose(page: Page, model: Model) -> None:
    """Chooses a model, and waits until the server has been asked with it."""
    with page.expect_request(
        lambda request: "/queue/join" in request.url and f'"{model.name}"' in (request.post_data or "")
    ):
        pick(page, model)


def probabilities(page: Page, side: str) -> dict[str, float]:
    """The data of a side's card."""
    return json.loads(page.get_by_test_id(f"{side}-label").get_attribute("data-probabilities"))


def file_of(picture: np.ndarray, kind: str = "PNG", **options) -> bytes:
    file = BytesIO()
    Image.fromarray(picture).save(file, kind, **options)
    return file.getvalue()


def needs_engine(url: str) -> bool:
    return any(part in url for part in ENGINE)

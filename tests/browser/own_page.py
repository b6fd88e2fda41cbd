"""The view for a model of the reader's own, as tests use it."""

from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from harness.server import PATIENCE
from tests.browser import own_models

LABELS = own_models.COLOURS
GOOD = own_models.colours(labels=LABELS)
SLOW = 2 * PATIENCE * 1000
"""Milliseconds for all engines on a slow machine."""

STORES = "async () => (await caches.keys()).filter((name) => name.includes('own files'))"
"""The names of the stores for files of the reader's own."""


def opened(page: Page, address: str, language: str = "en") -> Page:
    """The view, with no model."""
    page.goto(f"{address}/index.html?view=own&lang={language}")
    page.wait_for_selector("html[data-ready=true]")
    expect(page.get_by_test_id("own-file-button")).to_be_visible()
    return page


def choose(page: Page, folder: Path, files: dict[str, bytes]) -> None:
    page.get_by_test_id("own-file").set_input_files(own_models.write(folder, files))


def use(page: Page, folder: Path, files: dict[str, bytes]) -> None:
    """Chooses files, and waits until the model answers."""
    choose(page, folder, files)
    (name,) = (name for name in files if name.endswith(("tflite", "json")))
    expect(page.get_by_test_id("own-facts")).to_contain_text(name)


def show_colour(page: Page, folder: Path, colour: str) -> None:
    """Chooses a picture of one colour."""
    path = folder / "picture.png"
    Image.new("RGB", (60, 40), colour).save(path)
    page.get_by_test_id("upload").set_input_files(path)


def expect_problem(page: Page, *words: str) -> None:
    for word in words:
        expect(page.get_by_test_id("own-problem")).to_contain_text(word)

"""What leaves the device: the user's own pictures only after consent, and nothing at all in the other views."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from harness import comparing, drawing
from harness.server import ROOT
from tests.browser import settings

PHOTOGRAPH = ROOT / "static/data/examples/cat.jpg"
KEPT = "This picture has not been sent"

DROP = """async bytes => {
  const files = new DataTransfer();
  files.items.add(new File([new Uint8Array(bytes)], "cat.jpg", { type: "image/jpeg" }));
  dispatchEvent(new DragEvent("drop", { dataTransfer: files, cancelable: true }));
}"""
PASTE = """async bytes => {
  const files = new DataTransfer();
  files.items.add(new File([new Uint8Array(bytes)], "cat.jpg", { type: "image/jpeg" }));
  dispatchEvent(new ClipboardEvent("paste", { clipboardData: files }));
}"""


def sent(page: Page) -> list[Request]:
    """The requests with a body from now on."""
    bodies: list[Request] = []
    page.context.on("request", lambda each: bodies.append(each) if each.method not in ("GET", "HEAD") else None)
    return bodies


@pytest.fixture
def compare(page: Page, server: str) -> Page:
    return comparing.opened(page, server)


def upload(page: Page, path: Path) -> None:
    page.get_by_test_id("upload").set_input_files(path)


def drop(page: Page, path: Path) -> None:
    page.evaluate(DROP, list(path.read_bytes()))


def paste(page: Page, path: Path) -> None:
    page.evaluate(PASTE, list(path.read_bytes()))


def camera(page: Page, path: Path) -> None:
    page.get_by_test_id("camera").click()


@pytest.mark.parametrize("way", [upload, drop, paste, camera])
def test_a_photograph_is_sent_only_after_a_yes(compare: Page, way):
    bodies = sent(compare)
    way(compare, PHOTOGRAPH)
    expect(compare.get_by_test_id("server-message")).to_contain_text(KEPT)
    expect(compare.get_by_test_id("browser-label")).not_to_have_text("")
    compare.wait_for_selector("#view-compare[data-phase=failed]")
    assert not bodies
    expect(compare.get_by_test_id("sent")).to_have_text("Bytes sent: 0.")

    with compare.expect_request("**/api/predict**"):
        comparing.agree(compare)
    expect(compare.get_by_test_id("server-label")).not_to_have_text("")
    expect(compare.get_by_test_id("sent-to")).to_contain_text("photographs and camera pictures are also sent")
    expect(compare.get_by_test_id("agree-photos")).to_have_count(0)


def test_the_keyboard_goes_from_the_question_to_what_is_sent_then(compare: Page):
    upload(compare, PHOTOGRAPH)
    agree = compare.get_by_test_id("agree-photos")
    expect(agree).to_be_visible()  # `press` does not wait for it
    agree.press("Enter")
    expect(compare.get_by_test_id("sent-to")).to_be_focused()


def test_what_undo_brings_back_is_still_a_photograph(compare: Page):
    upload(compare, PHOTOGRAPH)
    expect(compare.get_by_test_id("server-message")).to_contain_text(KEPT)
    compare.get_by_test_id("example").nth(0).click()
    expect(compare.get_by_test_id("server-label")).to_have_text("2")
    bodies = sent(compare)
    compare.get_by_test_id("undo").click()
    expect(compare.get_by_test_id("server-message")).to_contain_text(KEPT)
    settings.select(compare, "model", "cnn")
    compare.wait_for_selector("html[data-ready=true]")
    expect(compare.get_by_test_id("server-message")).to_contain_text(KEPT)
    assert not bodies


def test_drawings_and_examples_are_sent_and_the_pad_says_so(compare: Page):
    compare.set_viewport_size({"width": 390, "height": 844})
    notice = compare.get_by_test_id("sent-to")
    expect(notice).to_have_text("Drawings and examples also go to this page's server.")
    pad, box = compare.get_by_test_id("pad").bounding_box(), notice.bounding_box()
    assert 0 < box["y"] - (pad["y"] + pad["height"]) < 300, "right under the pad"
    bodies = sent(compare)
    compare.get_by_test_id("example").nth(0).click()
    expect(compare.get_by_test_id("server-label")).to_have_text("2")
    assert bodies


def test_in_the_other_views_nothing_is_sent(compare: Page):
    comparing.draw(compare, "3")
    compare.locator("a[data-view=try]").click()
    expect(compare.get_by_test_id("sent-to")).to_be_hidden()
    bodies = sent(compare)
    drawing.draw(compare, compare.get_by_test_id("pad"), "1")
    upload(compare, PHOTOGRAPH)
    compare.get_by_test_id("camera").click()
    compare.wait_for_function("() => document.querySelector('[data-testid=camera]').ariaPressed === 'true'")
    compare.wait_for_timeout(1_000)  # frames of the camera
    compare.get_by_test_id("camera").click()
    compare.get_by_test_id("example").nth(1).click()
    expect(compare.get_by_test_id("browser-label")).to_have_text("3")
    assert not bodies

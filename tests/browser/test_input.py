"""Strokes can be undone, keys do the same as buttons, and a screen reader hears the answer."""

import json

import pytest
from playwright.sync_api import Page, expect

from harness import drawing
from tests.browser import settings


@pytest.fixture
def ready(page: Page, static_server: str) -> Page:
    """The page, once its model answers."""
    return opened(page, static_server)


def opened(page: Page, address: str) -> Page:
    page.goto(f"{address}/")
    page.wait_for_selector("html[data-ready=true]")
    return page


def probabilities(page: Page) -> list[float]:
    return list(json.loads(page.get_by_test_id("browser-label").get_attribute("data-probabilities")).values())


def test_strokes_and_pictures_are_undone_and_redone(ready: Page):
    label, undo, redo = (ready.get_by_test_id(name) for name in ("browser-label", "undo", "redo"))
    drawing.draw(ready, ready.get_by_test_id("pad"), "7")
    expect(label).to_have_text("7")
    ready.get_by_test_id("example").nth(1).click()
    expect(label).to_have_text("3")
    ready.get_by_test_id("clear").click()
    expect(label).to_have_text("")

    undo.click()
    expect(label).to_have_text("3")
    undo.click()
    expect(label).to_have_text("7")
    undo.click()
    expect(label).to_have_text("")
    expect(undo).to_have_attribute("aria-disabled", "true")
    redo.click()
    expect(label).to_have_text("7")
    redo.click()
    expect(label).to_have_text("3")


def test_one_stroke_of_two_is_undone_and_a_new_one_ends_redo(ready: Page):
    label = ready.get_by_test_id("browser-label")
    drawing.draw(ready, ready.get_by_test_id("pad"), "4")
    expect(label).to_have_text("4")
    ready.keyboard.press("Control+z")
    ready.keyboard.press("Control+z")
    expect(label).to_have_text("")
    ready.keyboard.press("Control+Shift+z")
    ready.keyboard.press("Control+y")
    expect(label).to_have_text("4")
    ready.keyboard.press("Control+z")
    drawing.draw(ready, ready.get_by_test_id("pad"), "1")
    expect(ready.get_by_test_id("redo")).to_have_attribute("aria-disabled", "true")


def test_undo_fits_the_size_of_now(ready: Page):
    drawing.draw(ready, ready.get_by_test_id("pad"), "3")
    expect(ready.get_by_test_id("browser-label")).to_have_text("3")
    ready.get_by_test_id("clear").click()
    ready.set_viewport_size({"width": 360, "height": 640})
    ready.get_by_test_id("undo").click()
    expect(ready.get_by_test_id("browser-label")).to_have_text("3")


def test_each_example_has_a_key_except_in_a_field(ready: Page):
    label = ready.get_by_test_id("browser-label")
    for key, digit in enumerate(["2", "3", "5", "6", "8", "9"], start=1):
        ready.keyboard.press(str(key))
        expect(label).to_have_text(digit)
    settings.show(ready)
    ready.get_by_test_id("model").focus()
    ready.keyboard.press("1")
    expect(label).to_have_text("9")


def ink(page: Page, pressure: float) -> float:
    """The fraction of the pad that a pen's stroke with the given pressure covers."""
    page.get_by_test_id("clear").click()
    return page.evaluate(
        """(pressure) => {
          const pad = document.getElementById("pad");
          const { left, top, width } = pad.getBoundingClientRect();
          for (let step = 0; step <= 20; step++) {
            const type = ["pointerdown", "pointermove", "pointerup"][step === 0 ? 0 : step < 20 ? 1 : 2];
            pad.dispatchEvent(new PointerEvent(type, {
              pointerType: "pen", pressure, pointerId: 7, isPrimary: true, bubbles: true, cancelable: true,
              button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1,
              clientX: left + width * (0.2 + 0.03 * step), clientY: top + width / 2,
            }));
          }
          const { data } = pad.getContext("2d").getImageData(0, 0, pad.width, pad.height);
          let dark = 0;
          for (let index = 0; index < data.length; index += 4) dark += data[index] < 128;
          return dark / (data.length / 4);
        }""",
        pressure,
    )


def test_a_pen_draws_wider_under_pressure(ready: Page):
    light, heavy = ink(ready, 0.1), ink(ready, 1.0)
    assert 0 < light < heavy / 1.5


def test_a_screen_reader_hears_an_answer_once_it_has_settled(ready: Page):
    ready.evaluate(
        """() => {
          window.said = [];
          const region = document.getElementById("spoken");
          new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
        }"""
    )
    drawing.draw(ready, ready.get_by_test_id("pad"), "7")
    expect(ready.get_by_test_id("spoken")).to_have_text("7")
    assert ready.evaluate("said.filter((text) => text !== 'Draw a digit')") == ["7"]

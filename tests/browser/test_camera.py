"""The camera, simulated by Chromium: answers follow the picture, the camera can be switched, and it is released."""

import pytest
from playwright.sync_api import Page, Route, expect

from harness import drawing

WATCH = """() => {
  window.asked = [];
  window.tracks = [];
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    asked.push(wanted.video.facingMode);
    const stream = await open(wanted);
    tracks.push(...stream.getTracks());
    return stream;
  };
}"""


@pytest.fixture
def ready(page: Page, static_server: str) -> Page:
    """The page, once its model answers; `asked` and `tracks` record its use of cameras."""
    page.add_init_script(f"({WATCH})()")
    page.goto(f"{static_server}/")
    page.wait_for_selector("html[data-ready=true]")
    return page


def start(page: Page) -> None:
    page.get_by_test_id("camera").click()
    expect(page.get_by_test_id("camera")).to_have_attribute("aria-pressed", "true")


def states(page: Page) -> list[str]:
    return page.evaluate("tracks.map((track) => track.readyState)")


def test_it_answers_as_the_picture_changes(ready: Page):
    start(ready)
    answers = "window.answers ??= new Set(); answers.add(document.getElementById('label').dataset.probabilities)"
    ready.wait_for_function(f"() => {{ {answers}; return answers.size > 3; }}")


def test_it_turns_from_back_to_front_and_only_one_is_on(ready: Page):
    expect(ready.get_by_test_id("turn")).to_be_hidden()
    start(ready)
    ready.get_by_test_id("turn").click()
    ready.wait_for_function("() => tracks.length === 2")
    assert ready.evaluate("asked") == ["environment", "user"]
    assert states(ready) == ["ended", "live"]


def by_button(page: Page) -> None:
    page.get_by_test_id("camera").click()


def by_view(page: Page) -> None:
    page.locator("nav a[data-view=downloads]").click()


def by_stroke(page: Page) -> None:
    page.get_by_test_id("pad").click(position={"x": 20, "y": 20})


def by_example(page: Page) -> None:
    page.keyboard.press("1")


def by_clear(page: Page) -> None:
    page.get_by_test_id("clear").click()


def by_hiding(page: Page) -> None:
    """Simulates switching to another tab: headless Chromium does not hide the page then."""
    page.evaluate(
        """Object.defineProperty(document, "hidden", { get: () => true });
        document.dispatchEvent(new Event("visibilitychange"));"""
    )


@pytest.mark.parametrize("leave", [by_button, by_view, by_stroke, by_example, by_clear, by_hiding])
def test_its_light_goes_out_when_it_is_left(ready: Page, leave):
    start(ready)
    assert states(ready) == ["live"]
    leave(ready)
    ready.wait_for_function("() => tracks.every((track) => track.readyState === 'ended')")
    expect(ready.get_by_test_id("camera")).to_have_attribute("aria-pressed", "false")
    expect(ready.get_by_test_id("turn")).to_be_hidden()


def test_a_press_on_its_picture_begins_a_drawing(ready: Page):
    start(ready)
    expect(ready.get_by_test_id("browser-label")).not_to_be_empty()  # there is a picture to press on
    for _ in range(2):  # the second drawing needs the first to have ended
        drawing.draw(ready, ready.get_by_test_id("pad"), "3")
        expect(ready.get_by_test_id("browser-label")).to_have_text("3")
        ready.get_by_test_id("clear").click()


def test_one_that_starts_before_the_model_is_loaded_goes_on(page: Page, static_server: str):
    page.add_init_script(f"({WATCH})()")
    held: list[Route] = []
    is_held = True
    page.route("**/model.json?*", lambda route: held.append(route) if is_held else route.continue_())
    page.goto(f"{static_server}/")
    start(page)
    assert page.locator("html").get_attribute("data-ready") is None
    is_held = False
    for route in held:
        route.continue_()
    page.wait_for_selector("html[data-ready=true]")
    expect(page.get_by_test_id("measure")).to_be_enabled()
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert states(page) == ["live"]


def test_its_button_waits_until_a_click_has_an_effect(page: Page, static_server: str):
    held: list[Route] = []
    page.route("**/models/default.json*", lambda route: held.append(route))
    page.goto(f"{static_server}/")
    expect(page.get_by_test_id("camera")).to_be_disabled()
    for route in held:
        route.continue_()
    start(page)


def test_its_last_picture_stays_and_can_be_undone(ready: Page):
    blank = ready.get_by_test_id("browser-label").get_attribute("data-probabilities")
    start(ready)
    expect(ready.get_by_test_id("browser-label")).not_to_have_attribute("data-probabilities", blank)
    by_button(ready)
    expect(ready.get_by_test_id("undo")).to_have_attribute("aria-disabled", "false")
    ready.get_by_test_id("undo").click()
    expect(ready.locator("#hint")).to_have_text("Draw a digit")


def test_a_refusal_gets_a_sentence(ready: Page):
    refusal = "Promise.reject(new DOMException('no', 'NotAllowedError'))"
    ready.evaluate(f"() => {{ navigator.mediaDevices.getUserMedia = () => {refusal} }}")
    ready.get_by_test_id("camera").click()
    expect(ready.get_by_test_id("notice")).to_contain_text("denied")
    expect(ready.get_by_test_id("camera")).to_have_attribute("aria-pressed", "false")


SCREEN = """() => {
  const screen = Object.assign(document.createElement("canvas"), { width: 400, height: 300 });
  const context = screen.getContext("2d");
  const paint = () => {
    context.fillStyle = "red"; // what a square of a picture of 4:3 leaves out, at its left and right
    context.fillRect(0, 0, 400, 300);
    context.fillStyle = "white";
    context.fillRect(50, 0, 300, 300);
    context.fillStyle = "blue";
    context.fillRect(150, 100, 100, 100); // a third of the height, in the middle
    requestAnimationFrame(paint);
  };
  paint();
  navigator.mediaDevices.getUserMedia = async () => screen.captureStream();
}"""

PLACES = """() => {
  const pad = document.getElementById("pad");
  const at = (x, y) => {
    const { data } = pad.getContext("2d").getImageData(Math.round(x * pad.width), Math.round(y * pad.height), 1, 1);
    const [red, green, blue] = data;
    return red > 128 ? (green > 128 ? "white" : "red") : blue > 128 ? "blue" : "black";
  };
  const line = Array.from({ length: 13 }, (_, index) => (index + 0.5) / 13);
  return { across: line.map((x) => at(x, 0.5)), down: line.map((y) => at(0.5, y)) };
}"""


def test_its_picture_is_cropped_to_the_middle_and_not_squeezed(ready: Page):
    ready.evaluate(SCREEN)
    start(ready)
    ready.wait_for_function(f"() => ({PLACES})().across[6] === 'blue'")
    by_button(ready)
    third = ["white"] * 4 + ["blue"] * 5 + ["white"] * 4
    assert ready.evaluate(PLACES) == {"across": third, "down": third}

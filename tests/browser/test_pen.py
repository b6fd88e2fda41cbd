"""The pen: there is ink wherever it went, during and after the stroke, even with the few events of a fast hand."""

import pytest
from playwright.sync_api import Page, expect

from harness import drawing

STROKE = [(0.25, 0.25), (0.65, 0.22), (0.72, 0.45), (0.5, 0.6), (0.3, 0.85)]
"""The five events of a fast stroke, as fractions of the pad's side."""


@pytest.fixture
def ready(page: Page, static_server: str) -> Page:
    """The page, once its model answers."""
    page.goto(f"{static_server}/")
    page.wait_for_selector("html[data-ready=true]")
    return page


def on_page(page: Page) -> list[tuple[float, float]]:
    box = page.get_by_test_id("pad").bounding_box()
    return [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in STROKE]


@pytest.mark.parametrize("events", range(1, len(STROKE) + 1))
def test_every_place_that_the_pen_touched_has_ink(ready: Page, events: int):
    touched, untouched = STROKE[:events], STROKE[events:]
    first, *others = on_page(ready)[:events]
    ready.mouse.move(*first)
    ready.mouse.down()
    for place in others:
        ready.mouse.move(*place)
    assert drawing.ink(ready, touched) == [True] * events, "while it is drawn"

    ready.mouse.up()
    assert drawing.ink(ready, touched) == [True] * events
    assert drawing.ink(ready, untouched) == [False] * len(untouched)

    ready.set_viewport_size({"width": 500, "height": 700})  # this redraws the strokes
    ready.get_by_test_id("undo").click()
    assert not any(drawing.ink(ready, touched))
    ready.get_by_test_id("redo").click()
    assert drawing.ink(ready, touched) == [True] * events


def test_a_stroke_that_a_redraw_ends_stays_and_another_can_be_drawn(ready: Page):
    first, *others = on_page(ready)
    undo = ready.get_by_test_id("undo")

    def begin() -> None:
        ready.mouse.move(*first)
        ready.mouse.down()
        for place in others:
            ready.mouse.move(*place)

    begin()
    ready.emulate_media(color_scheme="dark")  # this redraws the strokes in the next frame
    ready.wait_for_function(
        "() => document.getElementById('pad').getContext('2d').getImageData(1, 1, 1, 1).data[0] < 99"
    )
    ready.mouse.up()
    assert drawing.ink(ready, STROKE) == [True] * len(STROKE)
    expect(undo).to_be_enabled()
    undo.click()
    assert not any(drawing.ink(ready, STROKE))
    begin()
    ready.mouse.up()
    assert drawing.ink(ready, STROKE) == [True] * len(STROKE)


def test_the_places_inside_one_event_have_ink_too(ready: Page):
    """A browser delivers a fast pen's moves once per frame, with the points in between in `getCoalescedEvents`."""
    ready.evaluate(
        """(places) => {
          const pad = document.getElementById("pad");
          const event = (type, [clientX, clientY], more) => new PointerEvent(type, {
            pointerId: 7, pointerType: "mouse", isPrimary: true, bubbles: true, cancelable: true,
            button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1, pressure: 0.5,
            clientX, clientY, ...more,
          });
          const moves = places.slice(1).map((place) => event("pointermove", place, { bubbles: false }));
          pad.dispatchEvent(event("pointerdown", places[0]));
          pad.dispatchEvent(event("pointermove", places.at(-1), { coalescedEvents: moves }));
          pad.dispatchEvent(event("pointerup", places.at(-1)));
        }""",
        on_page(ready),
    )
    assert drawing.ink(ready, STROKE) == [True] * len(STROKE)
    expect(ready.get_by_test_id("browser-label")).not_to_have_text("")

"""Digits as strokes, drawn on the page's pad: fractions of the pad's side, (0, 0) at the top left."""

import itertools
import math

import numpy as np
from playwright.sync_api import CDPSession, FloatRect, Locator, Page

Stroke = list[tuple[float, float]]
STEP = 0.3
"""As of a quick hand: each point takes the page as long as an answer."""
CALM = 0.03
"""As of a calm hand: many answers."""
NEXT_DIGIT = 6_500
"""Milliseconds in which the demonstration shows a digit and draws the next: `SHOW` and `DRAW` of `demonstration.js`."""
ARC = 60
"""Degrees between two points of an arc: on the largest one, nearly a step. The pad draws a curve through them."""


def _arc(x: float, y: float, width: float, height: float, start: float, end: float) -> Stroke:
    """Points on an ellipse, from one angle to another, in degrees, clockwise from the right."""
    angles = np.radians(np.linspace(start, end, round((end - start) / ARC) + 1))
    return [(x + width * math.cos(angle), y + height * math.sin(angle)) for angle in angles]


STROKES: dict[str, list[Stroke]] = {
    "0": [_arc(0.50, 0.50, 0.17, 0.27, -90, 270)],
    "1": [[(0.52, 0.22), (0.49, 0.78)]],
    "3": [_arc(0.48, 0.36, 0.15, 0.14, -160, 80) + _arc(0.48, 0.64, 0.18, 0.15, -80, 160)],
    "4": [[(0.40, 0.22), (0.33, 0.52), (0.68, 0.50)], [(0.62, 0.24), (0.57, 0.80)]],
    "7": [[(0.30, 0.26), (0.68, 0.25), (0.45, 0.78)]],
}


INK = """(places) => {
  const pad = document.getElementById("pad");
  const context = pad.getContext("2d");
  const at = (x, y) => [...context.getImageData(Math.round(x * pad.width), Math.round(y * pad.height), 1, 1).data];
  const paper = at(0.01, 0.01);
  return places.map(([x, y]) => Math.max(...at(x, y).map((value, part) => Math.abs(value - paper[part]))) > 100);
}"""


def ink(page: Page, places: Stroke) -> list[bool]:
    """Whether there is ink at each place, from the pixels of the page's pad."""
    return page.evaluate(INK, places)


def draw(page: Page, pad: Locator, digit: str, step: float = STEP) -> None:
    """Draws with the mouse."""
    drag(page, on_page(pad, digit, step))


def drag(page: Page, strokes: list[Stroke]) -> None:
    """Moves the mouse along strokes, in pixels of the page."""
    for stroke in strokes:
        page.mouse.move(*stroke[0])
        page.mouse.down()
        for point in stroke[1:]:
            page.mouse.move(*point)
        page.mouse.up()


def touch(session: CDPSession, pad: Locator, digit: str) -> None:
    """Draws with a finger."""
    for stroke in on_page(pad, digit):
        events = ["touchStart", *["touchMove"] * (len(stroke) - 1)]
        for event, (x, y) in zip(events, stroke, strict=True):
            _dispatch(session, event, [{"x": x, "y": y}])
        _dispatch(session, "touchEnd", [])


def _dispatch(session: CDPSession, event: str, points: list[dict[str, float]]) -> None:
    session.send("Input.dispatchTouchEvent", {"type": event, "touchPoints": points})


def on_page(pad: Locator, digit: str, step: float = STEP) -> list[Stroke]:
    """The strokes of a digit at the pad's current position, in pixels of the page."""
    pad.scroll_into_view_if_needed()
    if not (box := pad.bounding_box()):
        raise ValueError(f"The pad '{pad}' is not visible.")
    return placed(box, digit, step)


def placed(box: FloatRect, digit: str, step: float = STEP) -> list[Stroke]:
    """The strokes of a digit on a pad, in pixels of the page: `x`, `y`, `width` and `height`."""
    strokes = [_dense(stroke, step) for stroke in STROKES[digit]]
    return [[(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in stroke] for stroke in strokes]


def _dense(stroke: Stroke, step: float) -> Stroke:
    """Adds points where two are more than a step apart, as a hand does: the pad rounds the corners between them."""
    points = stroke[:1]
    for start, end in itertools.pairwise(np.array(stroke)):
        count = math.ceil(np.hypot(*(end - start)) / step)
        points += [tuple((start + (end - start) * i / count).tolist()) for i in range(1, count + 1)]
    return points

"""Records the animation in the README: a digit is drawn, and both sides answer. `make report` runs it.

A headless Chromium shows the real page, and its own frames are kept. The drawing is shown at the speed of a hand, which
a headless browser does not have; each of all other frames stands for as long as it stood.
"""

import base64
import io
import time
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from export import chromium
from harness import comparing, drawing
from harness.server import started_server

WIDTH, HEIGHT = 1280, 800
SHOWN = (960, 600)
"""Size of the picture, in pixels."""
DIGITS = "37"
NETWORK = "fast4g"
"""The simulated network: on loopback the network would not be visible."""
DRAWING = 1.2
"""Seconds for which the drawing of a digit is shown."""
READING = 2.5
"""Seconds for which each pair of answers is shown."""
LEAST = 0.06
"""The shortest time of a frame, in seconds; shorter frames are left out."""
SECONDS = 60
"""The longest wait for an answer."""
MOST = 2_000_000
"""The largest file, in bytes."""


@dataclass(frozen=True)
class Frame:
    """A picture of the page, and when it appeared, in seconds since the epoch."""

    image: Image.Image
    time: float


def record(path: Path) -> None:
    """Writes the animation as WebP.

    Raises:
        ValueError: it is larger than `MOST`.
    """
    with started_server() as (address, _), chromium.browser() as browser:
        context = browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", locale="en", reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(f"{address}/offline/?view=compare")
        page.wait_for_selector("html[data-ready=true]", timeout=SECONDS * 1000)
        _answered(page, DIGITS[-1])  # the first answer loads the engine, which the animation does not show
        content = _webp(_thinned(_filmed(page)))
    if len(content) > MOST:
        raise ValueError(f"'{path}' would have {len(content):,} bytes. At most {MOST:,} are allowed.")
    path.write_bytes(content)


def _filmed(page: Page) -> list[Frame]:
    frames: list[Frame] = []
    session = page.context.new_cdp_session(page)

    def keep(event: dict) -> None:
        image = Image.open(io.BytesIO(base64.b64decode(event["data"]))).convert("RGB")
        frames.append(Frame(image.resize(SHOWN, Image.Resampling.LANCZOS), event["metadata"]["timestamp"]))
        session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    session.on("Page.screencastFrame", keep)
    session.send("Page.startScreencast", {"format": "png"})
    drawings = []
    for digit in DIGITS:
        page.get_by_test_id("clear").click()
        page.wait_for_timeout(500)
        start = time.time()
        _draw(page, page.get_by_test_id("pad"), digit)
        drawings.append((start, time.time()))
        _wait(page, digit)
        page.wait_for_timeout(READING * 1000)
    session.send("Page.stopScreencast")
    frames.sort(key=lambda frame: frame.time)  # Chromium does not always tell them in order
    return [Frame(frame.image, _shown(frame.time, drawings)) for frame in frames]


def _shown(moment: float, drawings: list[tuple[float, float]]) -> float:
    """The time in the animation: every drawing takes `DRAWING`, all else as long as it took.

    Args:
        moment: in seconds since the epoch.
        drawings: start and end of each, in seconds since the epoch, in order.
    """
    saved = 0.0
    for start, end in drawings:
        share = min(max((moment - start) / (end - start), 0), 1)
        saved += share * (end - start - DRAWING)
    return moment - saved


def _thinned(frames: list[Frame]) -> list[Frame]:
    """Removes frames that are replaced within `LEAST`, except the last one."""
    nexts = [frame.time for frame in frames[1:]]
    kept = [frames[-1]]
    for frame, following in reversed(list(zip(frames, nexts))):
        if kept[-1].time - frame.time >= LEAST or following - frame.time >= LEAST:
            kept.append(frame)
    return kept[::-1]


def _answered(page: Page, digit: str) -> None:
    comparing.choose_network(page, NETWORK)
    drawing.draw(page, page.get_by_test_id("pad"), digit)
    _wait(page, digit)


def _wait(page: Page, digit: str) -> None:
    for side in ("browser", "server"):
        expect(page.get_by_test_id(f"{side}-label")).to_have_text(digit, timeout=SECONDS * 1000)


def _draw(page: Page, pad: Locator, digit: str) -> None:
    """Draws point by point, so that each is painted."""
    for stroke in drawing.on_page(pad, digit):
        page.mouse.move(*stroke[0])
        page.mouse.down()
        for point in stroke[1:]:
            page.mouse.move(*point)
            page.wait_for_timeout(20)
        page.mouse.up()


def _webp(frames: list[Frame]) -> bytes:
    """Writes an endless animation. The last frame is shown as long as the answers are."""
    times = [frame.time for frame in frames] + [frames[-1].time + READING]
    content = io.BytesIO()
    first, *others = [frame.image for frame in frames]
    first.save(
        content,
        "WEBP",
        save_all=True,
        append_images=others,
        duration=[max(1, round((after - before) * 1000)) for before, after in zip(times, times[1:])],
        loop=0,
        quality=80,
        method=4,
    )
    return content.getvalue()

"""The page and the Gradio app in three browsers: drawing, comparing, a picture, offline use, a phone's screen."""

import json
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest

from harness import drawing
from harness.engines import ENGINES, Engine
from harness.server import PATIENCE, ROOT, started_server
from tools import browsers, documents

DESKTOP = (1000, 800)
PHONE = (390, 844)
VIEWS = ["try", "compare"]
DOCUMENTATION = documents.FOLDER / "browsers.md"
PICTURE = ROOT / "static" / "data" / "examples" / "digit-2.png"


@pytest.fixture(scope="module", params=ENGINES)
def started(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """One browser with a fresh profile."""
    with ENGINES[request.param]() as engine:
        yield engine


@pytest.fixture
def engine(started: Engine) -> Engine:
    started.resize(*DESKTOP)
    return started


def wait(engine: Engine, expression: str, wanted: Any) -> None:
    deadline = time.monotonic() + PATIENCE
    while (found := engine.evaluate(expression)) != wanted:
        assert time.monotonic() < deadline, f"{expression} is {found!r} and not {wanted!r}."
        time.sleep(0.1)


def visit(engine: Engine, server: str, view: str = "try") -> None:
    engine.open(f"{server}/offline/?view={view}&lang=en")
    wait(engine, "document.documentElement.dataset.ready", "true")


def selector(testid: str) -> str:
    return f"[data-testid={testid}]"


def element(testid: str) -> str:
    return f"document.querySelector({json.dumps(selector(testid))})"


class Box:
    """The position of an element, with the interface of a Playwright locator that `drawing` uses."""

    def __init__(self, engine: Engine, testid: str):
        self.engine, self.element = engine, element(testid)

    def scroll_into_view_if_needed(self) -> None:
        self.engine.evaluate(f"{self.element}.scrollIntoView({{ block: 'nearest', behavior: 'instant' }})")

    def bounding_box(self) -> dict[str, float]:
        return self.engine.evaluate(f"{self.element}.getBoundingClientRect().toJSON()")


def draw(engine: Engine, digit: str) -> None:
    for stroke in drawing.on_page(Box(engine, "pad"), digit):
        engine.drag(stroke)


def click(engine: Engine, testid: str) -> None:
    box = Box(engine, testid)
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    engine.drag([(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)])


def expect_label(engine: Engine, label: str, *sides: str) -> None:
    for side in sides or ("browser",):
        wait(engine, f"{element(f'{side}-label')}.textContent", label)


def test_a_drawn_digit_is_read_and_so_is_the_next_one(engine: Engine, server: str):
    visit(engine, server)
    draw(engine, "7")
    expect_label(engine, "7")
    click(engine, "clear")
    draw(engine, "4")
    expect_label(engine, "4")


def test_both_sides_answer_the_same(engine: Engine, server: str):
    visit(engine, server, "compare")
    draw(engine, "7")
    expect_label(engine, "7", "browser", "server")
    wait(engine, f"{element('verdict')}.textContent.toLowerCase().includes('same')", True)


def test_a_picture_from_a_file_is_read(engine: Engine, server: str):
    visit(engine, server)
    engine.choose(selector("upload"), PICTURE)
    expect_label(engine, "2")


def test_it_answers_when_it_is_loaded_again_and_the_server_is_gone(engine: Engine):
    with started_server(stdout=subprocess.DEVNULL) as (server, _):
        visit(engine, server)
        wait(engine, "document.documentElement.dataset.offline", "ready")
    assert engine.evaluate("fetch('/healthz').then(() => 'answered', () => 'gone')") == "gone"
    engine.reload()
    wait(engine, "document.documentElement.dataset.ready", "true")
    draw(engine, "7")
    expect_label(engine, "7")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_gradio_app_shows_both_answers(engine: Engine, server: str, size: tuple[int, int]):
    engine.resize(*size)
    engine.open(f"{server}/")
    wait(engine, "performance.getEntriesByName('both-sides-usable').length > 0", True)
    draw(engine, "7")
    expect_label(engine, "7", "browser", "server")
    wait(engine, f"{element('verdict')}.dataset.same", "true")


@pytest.mark.parametrize("view", VIEWS)
def test_a_phone_shows_the_pad_and_the_answer_without_scrolling(engine: Engine, server: str, view: str):
    engine.resize(*PHONE)
    visit(engine, server, view)
    assert engine.evaluate("[innerWidth, innerHeight]") == list(PHONE)
    draw(engine, "7")
    sides = ["browser"] if view == "try" else ["browser", "server"]
    expect_label(engine, "7", *sides)
    assert engine.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert engine.evaluate("scrollY") == 0
    for testid in ("pad", *(f"{side}-label" for side in sides)):
        box = Box(engine, testid).bounding_box()
        assert 0 <= box["left"] < box["right"] <= PHONE[0], testid
        assert 0 <= box["top"] < box["bottom"] <= PHONE[1], testid


def test_the_documentation_says_what_it_has(engine: Engine, server: str, request: pytest.FixtureRequest):
    (table,) = [
        table for name, table in documents.PLACE.findall(DOCUMENTATION.read_text("utf-8")) if name == "browsers"
    ]
    written = browsers.column(table, request.node.callspec.params["started"])
    found = browsers.cells(engine, server)
    assert written.keys() == found.keys()
    # WebGL and WebGPU also depend on the machine
    changed = {row: cell for row, cell in found.items() if "webg" not in row and written[row] != cell}
    assert changed == {}, "`python -m tools.readme browsers` writes the table again."

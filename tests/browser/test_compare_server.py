"""The comparison with a server that stops, is slow, is busy, or sends nonsense: the browser never waits for it."""

import itertools
import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from harness import comparing, drawing
from harness.server import PATIENCE, ROOT, SERVER_PYTHON, started_server

PREDICT = "**/api/predict**"
HIDE = """(isHidden) => {
  Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def compare(page: Page, server: str) -> Page:
    return comparing.opened(page, server)


def test_a_server_stopped_in_the_middle_of_a_drawing_is_missed_by_nobody_and_comes_back(page: Page):
    with started_server() as (address, process):
        comparing.opened(page, address)
        stroke, rest = drawing.on_page(page.get_by_test_id("pad"), "4")
        page.mouse.move(*stroke[0])
        page.mouse.down()
        process.terminate()
        process.wait(timeout=PATIENCE)
        for point in stroke[1:]:
            page.mouse.move(*point)
        page.mouse.up()
        expect(page.get_by_test_id("server-message")).to_contain_text("cannot be reached")
        page.mouse.move(*rest[0])
        page.mouse.down()
        for point in rest[1:]:
            page.mouse.move(*point)
        page.mouse.up()
        expect(page.get_by_test_id("browser-label")).to_have_text("4")
        expect(page.get_by_test_id("server-label")).to_be_empty()

        python = SERVER_PYTHON if SERVER_PYTHON.exists() else sys.executable
        environment = {**os.environ, "PORT": str(urlsplit(address).port)}
        again = subprocess.Popen([python, "app.py"], cwd=ROOT, env=environment)
        try:
            expect(page.get_by_test_id("server-label")).to_have_text("4")
        finally:
            again.terminate()
            again.wait(timeout=PATIENCE)


def test_a_slow_server_is_waited_for_in_its_column_alone(compare: Page):
    held: list[Route] = []
    is_slow = True
    compare.route(PREDICT, lambda route: held.append(route) if is_slow else route.continue_())
    drawing.draw(compare, compare.get_by_test_id("pad"), "3")

    expect(compare.get_by_test_id("browser-label")).to_have_text("3")
    expect(compare.get_by_test_id("server-message")).to_have_text("Waiting for the server…")
    is_slow = False
    for route in held:
        route.continue_()
    expect(compare.get_by_test_id("server-label")).to_have_text("3")


NONSENSE = {
    "HTML": {"body": "<!doctype html><title>A proxy</title>", "content_type": "text/html"},
    "another JSON": {"json": {"hello": "there"}},
    "null": {"body": "null", "content_type": "application/json"},
    "NaN": {
        "body": '{"label": "3", "version": "abc", "probabilities": {"3": NaN}}',
        "content_type": "application/json",
    },
    "no number": {"json": {"label": "3", "version": "abc", "probabilities": {str(n): "x" for n in range(10)}}},
    "no probability": {"json": {"label": "3", "version": "abc", "probabilities": {str(n): 7 for n in range(10)}}},
    "another label": {"json": {"label": "x", "version": "abc", "probabilities": {str(n): 0.1 for n in range(10)}}},
    "no times": {"json": {"label": "3", "version": "abc", "probabilities": {str(n): 0.1 for n in range(10)}}},
    "times that cannot be": {
        "json": {"label": "3", "version": "abc", "probabilities": {str(n): 0.1 for n in range(10)}},
        "headers": {"Server-Timing": "queue;dur=0, decode;dur=1, inference;dur=1, total;dur=1e12"},
    },
    "two megabytes": {"body": " " * 2_000_000},
}


def example(page: Page, digit: str) -> None:
    """A picture at once: a drawing would ask the server many times, and each failure doubles the pause after it."""
    page.get_by_role("button", name=f"Example: {digit}", exact=True).click()
    expect(page.get_by_test_id("browser-label")).to_have_text(digit)


def test_nonsense_is_called_so_and_the_server_asked_again(compare: Page):
    nonsense: list[dict] = []  # and not `unroute`, after which Chromium may go on answering in the server's place
    compare.route(PREDICT, lambda route: route.fulfill(**nonsense[0]) if nonsense else route.continue_())
    for kind, digit in zip(NONSENSE, itertools.cycle("35")):
        nonsense.append(NONSENSE[kind])
        example(compare, digit)
        expect(compare.get_by_test_id("server-message"), kind).to_contain_text("sent an invalid answer")
        expect(compare.get_by_test_id("server-label"), kind).to_be_empty()
        expect(compare.get_by_test_id("verdict"), kind).not_to_contain_text("same")
        nonsense.clear()
        expect(compare.get_by_test_id("server-label"), kind).to_have_text(digit)


def test_a_busy_server_says_so_and_answers_later(compare: Page):
    is_busy = True
    busy = {"status": 503, "json": {"error": "Too busy."}}
    compare.route(PREDICT, lambda route: route.fulfill(**busy) if is_busy else route.continue_())
    example(compare, "3")
    expect(compare.get_by_test_id("server-message")).to_contain_text("Too busy.")
    is_busy = False
    expect(compare.get_by_test_id("server-label")).to_have_text("3")


@pytest.mark.parametrize("status, json", [(413, {"error": "Too large."}), (404, {"detail": "Not Found"})])
def test_what_would_be_refused_again_is_not_asked_again(compare: Page, status: int, json: dict):
    asked: list[str] = []
    is_kind = True

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        if is_kind:
            route.continue_()
        else:
            route.fulfill(status=status, json=json)

    compare.route(PREDICT, refuse)
    example(compare, "3")
    expect(compare.get_by_test_id("server-label")).to_have_text("3")
    is_kind = False
    asked.clear()
    example(compare, "5")
    expect(compare.get_by_test_id("server-message")).to_be_visible()
    compare.wait_for_timeout(3000)  # a busy server is asked again after half a second, and after one
    assert len(asked) == 1


def test_a_page_that_nobody_sees_does_not_go_on_asking(compare: Page):
    compare.evaluate(HIDE, True)
    is_busy, asked = True, 0

    def busy(route: Route) -> None:
        nonlocal asked
        asked += 1
        if is_busy:
            route.fulfill(status=503, json={"error": "Too busy."})
        else:
            route.continue_()

    compare.route(PREDICT, busy)
    example(compare, "3")
    expect(compare.get_by_test_id("server-message")).to_contain_text("Too busy.")
    compare.wait_for_timeout(3000)
    assert asked == 1
    is_busy = False
    compare.evaluate(HIDE, False)
    expect(compare.get_by_test_id("server-label")).to_have_text("3")


def test_a_host_without_a_server_leaves_the_browsers_side(page: Page, static_server: str):
    page.goto(f"{static_server}/index.html?view=compare&lang=en")
    page.wait_for_selector("html[data-ready=true]")
    drawing.draw(page, page.get_by_test_id("pad"), "3")

    expect(page.get_by_test_id("browser-label")).to_have_text("3")
    expect(page.get_by_test_id("server-message")).to_contain_text("There is no server here")

"""The batch on both sides: 200 test digits, with the real server."""

import re

import pytest
from playwright.sync_api import Page, expect

from harness import comparing
from harness.server import PATIENCE

ALONE = 50
LIMIT = PATIENCE * 1000
"""Milliseconds for a batch on a slow machine."""


@pytest.fixture
def compare(page: Page, server: str) -> Page:
    comparing.opened(page, server)
    comparing.unfold(page, "batch")
    return page


def test_both_sides_answer_all_digits_and_agree(compare: Page, digits, server: str):
    at_once = [0]  # now, and after each request that has started
    bodies = []

    def began(request) -> None:
        if "/api/predict" in request.url:
            at_once[0] += 1
            at_once.append(at_once[0])

    def ended(request) -> None:
        if "/api/predict" in request.url:
            at_once[0] -= 1
            bodies.append(request)

    compare.on("request", began)
    compare.on("requestfinished", ended)
    compare.get_by_test_id("batch").click()
    expect(compare.get_by_test_id("batch-result")).to_be_visible(timeout=LIMIT)

    batch = comparing.data(compare, "batch-result", "batch")
    assert batch["n"] == batch["browser"]["n"] == batch["server"]["n"] == 200
    assert batch["same"] == 200 and batch["difference"] <= 1e-5, "uint8 in the browser is exact"
    for side in ("browser", "server"):
        assert batch[side]["accuracy"] >= 0.98
        assert 0 < batch[side]["p50"] <= batch[side]["p95"]
        assert batch[side]["throughput"] > 0
    assert batch["browser"]["accuracy"] == batch["server"]["accuracy"]
    assert len(bodies) == 200
    assert set(at_once[1 : ALONE + 1]) == {1}, "one at a time, as the browser's, for how long an answer takes"
    assert 1 < max(at_once[ALONE + 1 :]) <= 4, "and some at once for how many there are in a second"
    assert batch["server"]["up"] == sum(int(each.all_headers()["content-length"]) for each in bodies)
    expect(compare.get_by_test_id("batch-said")).to_contain_text("Same label for 200 of 200")
    cells = compare.get_by_test_id("batch-result").locator("tbody td")
    assert cells.nth(1).inner_text() == f"{batch['browser']['accuracy']:.1%}".replace("%", " %")


def test_a_busy_server_is_waited_for(compare: Page):
    busy = {"status": 503, "json": {"error": "Too busy."}}
    compare.route("**/api/predict**", lambda route: route.fulfill(**busy), times=5)
    compare.get_by_test_id("batch").click()
    expect(compare.get_by_test_id("batch-result")).to_be_visible(timeout=LIMIT)

    batch = comparing.data(compare, "batch-result", "batch")
    assert batch["server"]["busy"] == 5 and batch["n"] == 200
    expect(compare.get_by_test_id("batch-said")).to_contain_text("too busy 5 times")


def test_it_can_be_stopped_while_the_server_is_asked(compare: Page):
    comparing.choose_network(compare, "satellite")
    compare.get_by_test_id("batch").click()
    several = re.compile(r"server (1[2-9]|[2-9]\d) of")  # each number is shown for half a second only
    expect(compare.get_by_test_id("batch-said")).to_contain_text(several, timeout=LIMIT)
    compare.get_by_test_id("batch-stop").click()
    expect(compare.get_by_test_id("batch")).to_be_enabled()

    batch = comparing.data(compare, "batch-result", "batch")
    assert 12 <= batch["n"] == batch["server"]["n"] < batch["browser"]["n"] == 200
    assert batch["server"]["p50"] >= 558, "the simulated network applies"
    expect(compare.get_by_test_id("batch-said")).to_contain_text("; network: Satellite")


def test_stopped_too_early_it_shows_no_figures(compare: Page):
    answered, held = iter(range(10)), []
    compare.route(
        "**/api/predict**",
        lambda route: held.append(route) if next(answered, None) is None else route.continue_(),
    )
    compare.get_by_test_id("batch").click()
    expect(compare.get_by_test_id("batch-said")).to_contain_text("server 10 of", timeout=LIMIT)
    compare.get_by_test_id("batch-stop").click()
    expect(compare.get_by_test_id("batch")).to_be_enabled()
    expect(compare.get_by_test_id("batch-said")).to_contain_text("Stopped before")
    expect(compare.get_by_test_id("batch-result")).to_be_hidden()
    for route in held:
        route.abort()


def test_the_keyboard_keeps_its_place(compare: Page):
    start, stop = compare.get_by_test_id("batch"), compare.get_by_test_id("batch-stop")
    start.press("Enter")
    expect(stop).to_be_visible()
    expect(start).to_be_focused()
    stop.press("Enter")
    expect(stop).to_be_hidden()
    expect(start).to_be_focused()


def test_a_server_that_is_gone_ends_the_batch_and_is_said(compare: Page):
    compare.route("**/api/predict**", lambda route: route.abort())
    compare.get_by_test_id("batch").click()
    expect(compare.get_by_test_id("batch-said")).to_contain_text("cannot be reached", timeout=LIMIT)
    expect(compare.get_by_test_id("batch")).to_be_enabled()
    expect(compare.get_by_test_id("batch-result")).to_be_hidden()


def test_photographs_are_no_digits(page: Page, server: str):
    comparing.opened(page, server, "&model=photo&precision=float16")
    comparing.unfold(page, "batch")
    page.get_by_test_id("batch").click()
    expect(page.get_by_test_id("batch-said")).to_contain_text("does not know digits")

"""The comparison in a real Chromium, with the real server."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser import drawing


@pytest.fixture
def compare(page: Page, server: str) -> Page:
    """The comparison, with an empty pad: nothing has been sent."""
    page.goto(f"{server}/offline/?view=compare&lang=en")
    page.wait_for_selector("html[data-ready=true]")
    expect(page.get_by_test_id("server-message")).to_have_text("Draw or choose a picture")
    return page


def test_both_sides_say_the_same_of_one_drawing(compare: Page):
    drawing.draw(compare, compare.get_by_test_id("pad"), "3")

    expect(compare.get_by_test_id("browser-label")).to_have_text("3")
    expect(compare.get_by_test_id("server-label")).to_have_text("3")
    expect(compare.get_by_test_id("verdict")).to_have_attribute("data-same", "true")
    expect(compare.get_by_test_id("server-version")).to_contain_text("float32")
    assert float(compare.get_by_test_id("max-difference").get_attribute("data-value")) <= 1e-5
    times = compare.get_by_test_id("server-times")
    parts = json.loads(times.get_attribute("data-parts"))
    assert sum(parts.values()) == pytest.approx(float(times.get_attribute("data-total")), abs=1)


def test_a_server_that_is_gone_is_said_and_comes_back_by_itself(compare: Page):
    compare.route("**/api/predict**", lambda route: route.fulfill(status=503, json={"error": "Too busy."}))
    drawing.draw(compare, compare.get_by_test_id("pad"), "3")

    expect(compare.get_by_test_id("browser-label")).to_have_text("3")
    expect(compare.get_by_test_id("server-message")).to_contain_text("Too busy.")
    compare.unroute("**/api/predict**")
    expect(compare.get_by_test_id("server-label")).to_have_text("3", timeout=20_000)


def test_offline_leaves_the_browser_alone(compare: Page):
    compare.get_by_test_id("network").select_option("offline")
    drawing.draw(compare, compare.get_by_test_id("pad"), "3")

    expect(compare.get_by_test_id("browser-label")).to_have_text("3")
    expect(compare.get_by_test_id("server-message")).to_contain_text("cannot answer")


def test_the_network_part_grows_by_the_simulated_delay(compare: Page):
    compare.get_by_test_id("network").select_option("slow3g")
    drawing.draw(compare, compare.get_by_test_id("pad"), "1")

    expect(compare.get_by_test_id("server-label")).to_have_text("1")
    parts = json.loads(compare.get_by_test_id("server-times").get_attribute("data-parts"))
    assert parts["network"] >= 2000, "the latency alone"

"""The main tasks of a new user: at most three actions each, and how long they take."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from harness import comparing, drawing
from tests.browser import settings

MOST = 3


def draw(digit: str, step: float = drawing.STEP) -> Callable[[Page], None]:
    return lambda page: drawing.draw(page, page.get_by_test_id("pad"), digit, step)


def click(testid: str) -> Callable[[Page], None]:
    return lambda page: page.get_by_test_id(testid).first.click()


def faster(page: Page) -> None:
    expect(page.get_by_test_id("verdict")).to_have_text("Both say the same")
    expect(page.locator(".lead")).to_contain_text("ahead")


def offline(page: Page) -> None:
    expect(page.locator(".side-lane[data-side=server]")).to_have_attribute("data-state", "cut")
    expect(page.locator(".side-lane[data-side=browser]")).to_have_attribute("data-state", "done")


def pays(page: Page) -> None:
    expect(page.get_by_test_id("pay-sentence")).to_contain_text("pays for itself")


def photograph(page: Page) -> None:
    for side in ("browser", "server"):
        expect(page.get_by_test_id(f"{side}-label")).to_have_text("espresso")


TASKS = {
    "see who was faster": ([click("network-slow3g"), draw("3")], faster),
    "see what happens offline": ([draw("3"), click("network-offline")], offline),
    "find how many pictures pay for the download": ([draw(digit, drawing.CALM) for digit in "370"], pays),
    "compare a photograph": (
        [
            settings.show,
            lambda page: settings.select(page, "model", "photo"),
            lambda page: page.get_by_role("button", name="espresso").click(),
        ],
        photograph,
    ),
}
"""Name -> the actions, and a check of their result."""


@pytest.mark.parametrize("name", TASKS)
def test_a_task_takes_at_most_three_actions(page: Page, server: str, name: str):
    comparing.opened(page, server)
    actions, seen = TASKS[name]
    assert len(actions) <= MOST
    began = time.monotonic()
    for action in actions:
        action(page)
    seen(page)
    print(f"\n{name}: {len(actions)} actions, {time.monotonic() - began:.1f} s")


def test_the_tflite_is_two_actions_away(page: Page, server: str):
    comparing.opened(page, server)
    began = time.monotonic()
    page.locator("nav a[data-view=downloads]").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="compact/compact-float32.tflite").click()
    assert download.value.suggested_filename == "compact-float32.tflite"
    print(f"\nget the .tflite: 2 actions, {time.monotonic() - began:.1f} s")

"""Versions on both sides: what the page shows if the server has another model."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

import catalog
from harness import comparing, drawing

NEWER = "feedc0ffee00"


def newer(route: Route) -> None:
    """Passes on the server's answers with another version of every model."""
    text = route.fetch().text()
    for model in catalog.load().models:
        text = text.replace(model.version, NEWER)
    route.fulfill(json=json.loads(text))


@pytest.fixture
def compare(page: Page, server: str) -> Page:
    return comparing.opened(page, server)


def drawn(page: Page) -> None:
    drawing.draw(page, page.get_by_test_id("pad"), "3")
    expect(page.get_by_test_id("browser-label")).to_have_text("3")


def test_the_same_version_is_said_to_be_so(compare: Page):
    drawn(compare)
    versions = compare.get_by_test_id("versions")
    expect(versions).to_have_attribute("data-behind", "none")
    expect(versions).to_have_text(f"Both sides have version {catalog.load().model().version}.")


def test_another_model_on_the_server_has_to_be_shipped_again(compare: Page):
    compare.route("**/api/models?*", newer)
    drawn(compare)
    versions = compare.get_by_test_id("versions")
    expect(versions).to_have_attribute("data-behind", "unknown")
    expect(versions).to_contain_text(f"The server has another model: version {NEWER}")
    expect(versions).to_contain_text("has to be downloaded again (")


@pytest.mark.stored
def test_a_device_whose_host_has_the_servers_model_is_behind(compare: Page):
    """A newer model was published after this one was stored. The stored one stays in use until the update is taken."""
    compare.wait_for_selector("html[data-offline=ready]")
    compare.route("**/api/models?*", newer)
    compare.route("**/models/catalog.json*", newer)
    drawn(compare)
    versions = compare.get_by_test_id("versions")
    expect(versions).to_have_attribute("data-behind", "device")
    expect(versions).to_contain_text("This device is behind")


def test_a_server_that_says_nothing_of_use_is_not_believed(compare: Page):
    compare.route("**/api/models?*", lambda route: route.fulfill(json={"models": "none"}))
    with compare.expect_response("**/api/models?*"):
        drawn(compare)
    expect(compare.get_by_test_id("versions")).to_be_empty()
    expect(compare.get_by_test_id("verdict")).to_have_attribute("data-same", "true")

"""The Gradio app's own page in every state: first visit, loading, waiting, server down, and server back."""

import os
import subprocess

from playwright.sync_api import Route, expect

from harness import drawing
from harness.server import ROOT, started_server
from tests.browser.home import (
    CATALOG,
    context,
    draw,
    expect_both,
    needs_engine,
    opened,
    pick,
)


def test_the_engine_comes_with_the_first_touch(page, server):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script("window.requestIdleCallback = () => 0")
    page.emulate_media(reduced_motion="reduce")
    pad = opened(page, server)
    page.wait_for_timeout(1500)
    assert not [url for url in asked if needs_engine(url)]

    with page.expect_response(lambda response: f"/models/{CATALOG.default}/" in response.url):
        pad.click()
    assert any("/vendor/tfjs-lean" in url for url in asked)


def test_an_idle_browser_loads_the_engine_once_the_app_is_usable(page, server):
    page.emulate_media(reduced_motion="reduce")
    opened(page, server)
    with page.expect_response(lambda response: f"/models/{CATALOG.default}/" in response.url):
        pass

    usable, catalog = page.evaluate(
        """() => [
          performance.getEntriesByName("both-sides-usable")[0].startTime,
          performance.getEntriesByType("resource").find(({ name }) => name.includes("catalog.json")).startTime,
        ]"""
    )
    assert usable < catalog


DEMONSTRATED = """() => {
  const [verdict, here, there] = ["verdict", "browser-label", "server-label"].map((id) =>
    document.querySelector(`[data-testid=${id}]`));
  const pad = document.getElementById("pad");
  const { data } = pad.getContext("2d").getImageData(0, 0, pad.width, pad.height);
  const ink = data.filter((value, place) => place % 4 === 0 && value < 100).length / (pad.width * pad.height);
  return verdict.dataset.same && [here.textContent, there.textContent, ink];
}"""
"""Both sides' labels for the digit on the pad, and the inked fraction of the pad, at one moment."""


def test_a_digit_draws_itself_and_both_sides_read_it(page, server):
    page.emulate_media(reduced_motion="no-preference")
    opened(page, server)

    expect(page.get_by_test_id("invitation")).to_have_text("draw here")
    here, there, ink = page.wait_for_function(DEMONSTRATED).json_value()
    assert here == there and here in ("3", "5", "7")
    assert 0.03 < ink < 0.3, "it is the picture on the pad that was answered"
    expect(page.get_by_test_id("invitation")).to_be_visible()


def test_no_digit_draws_itself_for_a_model_of_photographs(page, server):
    page.emulate_media(reduced_motion="no-preference")
    opened(page, server)
    page.wait_for_selector("[data-testid=verdict][data-same=true]")

    pick(page, CATALOG.model("photo"))

    for side in ("browser", "server"):
        expect(page.get_by_test_id(f"{side}-label")).to_be_empty()
    page.wait_for_timeout(drawing.NEXT_DIGIT)
    for side in ("browser", "server"):
        expect(page.get_by_test_id(f"{side}-label")).to_be_empty()


def test_the_first_touch_takes_the_digit_away(page, server):
    page.emulate_media(reduced_motion="no-preference")
    opened(page, server)
    page.wait_for_selector("[data-testid=verdict][data-same=true]")

    draw(page, "1")

    expect(page.get_by_test_id("invitation")).to_be_hidden()
    assert drawing.ink(page, [(0.3, 0.24), (0.66, 0.61), (0.5, 0.5)]) == [False, False, True], "nothing is left of it"


def test_nothing_moves_where_motion_is_unwanted(browser, server):
    still = context(browser, reduced_motion="reduce")
    page = still.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, server)
    page.wait_for_timeout(1500)

    expect(page.get_by_test_id("invitation")).to_be_visible()
    assert not any(drawing.ink(page, drawing.STROKES["3"][0]))
    assert not any("/queue/join" in url for url in asked), "and nothing is asked"
    still.close()


def test_waiting_for_a_slow_server_is_seen_at_once(page, server):
    held: list[Route] = []
    opened(page, server)
    draw(page, "7")
    page.route("**/queue/join**", lambda route: held.append(route))
    page.get_by_label("Clear canvas").click()

    drawing.draw(page, page.get_by_test_id("pad"), "1")

    expect(page.get_by_test_id("browser-label")).to_have_text("1")
    expect(page.locator(".side-card[data-side=server]")).to_have_attribute("data-state", "waiting")
    expect(page.locator(".side-lane[data-side=server]")).to_have_attribute("data-state", "running")
    expect(page.get_by_test_id("verdict")).to_have_text("Waiting for the server…")
    expect(page.get_by_test_id("server-label")).to_be_empty()
    for route in held:
        route.continue_()
    expect_both(page, "1")


def test_a_slow_engine_holds_nothing_up(page, server):
    held: list[Route] = []
    is_held = True
    page.add_init_script("window.requestIdleCallback = () => 0")
    page.emulate_media(reduced_motion="reduce")
    page.route("**/models/*/tfjs-*/*", lambda route: held.append(route) if is_held else route.continue_())
    opened(page, server)

    drawing.draw(page, page.get_by_test_id("pad"), "7")

    expect(page.get_by_test_id("server-label")).to_have_text("7")
    expect(page.get_by_test_id("browser-message")).to_contain_text("Loading Compact network, ")
    expect(page.locator(".side-card[data-side=browser]")).to_have_attribute("data-state", "loading")
    expect(page.get_by_test_id("verdict")).to_have_text("Waiting for the browser…")
    is_held = False
    for route in held:
        route.continue_()
    expect_both(page, "7")


def test_a_model_that_cannot_be_fetched_is_no_reason_to_stop(page, server):
    page.add_init_script("window.requestIdleCallback = () => 0")
    page.emulate_media(reduced_motion="reduce")
    page.route("**/models/catalog.json", lambda route: route.abort())
    opened(page, server)
    drawing.draw(page, page.get_by_test_id("pad"), "7")

    expect(page.get_by_test_id("server-label")).to_have_text("7")
    expect(page.get_by_test_id("browser-message")).to_contain_text("Your browser could not answer")

    page.unroute("**/models/catalog.json")
    page.get_by_label("Clear canvas").click()
    draw(page, "1")


def test_a_server_that_is_gone_and_comes_back(page):
    with started_server() as (address, process):
        opened(page, address)
        draw(page, "7")
        process.terminate()
        process.wait()
        page.get_by_label("Clear canvas").click()

        drawing.draw(page, page.get_by_test_id("pad"), "1")

        expect(page.get_by_test_id("browser-label")).to_have_text("1")
        expect(page.get_by_test_id("server-message")).to_contain_text("The server cannot be reached")
        expect(page.locator(".side-lane[data-side=server]")).to_have_attribute("data-state", "cut")
        expect(page.get_by_test_id("verdict")).to_be_empty()
        again = subprocess.Popen(process.args, cwd=ROOT, env=started_environment(address))
        try:
            expect_both(page, "1")
        finally:
            again.terminate()
            again.wait()


def started_environment(address: str) -> dict[str, str]:
    return {**os.environ, "PORT": address.rpartition(":")[2]}

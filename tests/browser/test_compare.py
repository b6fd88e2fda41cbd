"""The comparison in a real Chromium, with the real server: two answers, where the time goes, and what was sent."""

import json
import time

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser import comparing, drawing
from tests.conftest import PATIENCE

SLOW_3G = {"latency": 2000, "upload": 50_000}
"""Milliseconds and bytes a second of the preset '3G' of Chromium's developer tools, with its factors."""

FRAMING = 32
"""Bytes that the log counts of a body sent in chunks, and that are no bytes of the file: the lengths between them."""


@pytest.fixture
def compare(page: Page, server: str) -> Page:
    return comparing.opened(page, server)


def test_both_sides_say_the_same_of_one_drawing(compare: Page):
    comparing.draw(compare, "3")

    expect(compare.get_by_test_id("verdict")).to_have_attribute("data-same", "true")
    expect(compare.get_by_test_id("server-version")).to_contain_text("float32")
    assert float(compare.get_by_test_id("max-difference").get_attribute("data-value")) <= 1e-5


def test_the_parts_of_each_bar_are_its_total(compare: Page):
    comparing.draw(compare, "3")

    for side, parts in {
        "browser": {"resize", "inference", "readback"},
        "server": {"encode", "network", "queue", "decode"},
    }.items():
        times = compare.get_by_test_id(f"{side}-times").evaluate("bar => ({ ...bar.dataset })")  # of one moment
        shown = json.loads(times["parts"])
        assert parts <= shown.keys()
        assert sum(shown.values()) == pytest.approx(float(times["total"]), abs=1)


def test_offline_leaves_the_browser_alone(compare: Page):
    compare.get_by_test_id("network").select_option("offline")
    drawing.draw(compare, compare.get_by_test_id("pad"), "3")

    expect(compare.get_by_test_id("browser-label")).to_have_text("3")
    expect(compare.get_by_test_id("server-message")).to_contain_text("cannot answer")


def test_the_network_part_grows_by_the_simulated_delay(compare: Page):
    compare.get_by_test_id("network").select_option("slow3g")
    expect(compare.get_by_test_id("network-about")).to_contain_text("2000 ms, 50 kB/s up, 50 kB/s down")
    with compare.expect_request_finished(lambda request: "/api/predict" in request.url) as asked:
        drawing.draw(compare, compare.get_by_test_id("pad"), "1")
    expect(compare.get_by_test_id("server-label")).to_have_text("1")

    parts = comparing.data(compare, "server-times", "parts")
    least = SLOW_3G["latency"] + 1000 * _sent(asked.value) / (2 * SLOW_3G["upload"])
    assert parts["network"] >= least, "with an upload of half the first picture at the least"


def test_the_simulated_delay_is_all_that_is_added_to_a_real_answer(compare: Page):
    """One request of the real server, seen without and with a simulated network."""
    comparing.draw(compare, "1")
    [plain, slow, delay] = compare.evaluate(
        """async () => {
          const { serverTimes } = await import("./js/views/compare/timings.js");
          const { PROFILES, delayOf } = await import("./js/views/compare/network.js");
          const entry = performance.getEntriesByType("resource").find(({ name }) => name.includes("api/predict"));
          const delay = delayOf(PROFILES.slow3g, 5000, entry.encodedBodySize);
          const times = [PROFILES.none, PROFILES.slow3g].map((profile) =>
            serverTimes(entry, entry.startTime - 2, entry.startTime, delayOf(profile, 5000, entry.encodedBodySize)));
          return [...times, delay];
        }"""
    )
    grown = {name: slow["parts"][name] - plain["parts"][name] for name in plain["parts"]}
    assert grown.pop("network") == pytest.approx(delay["network"]) == 2000 + 1000 * 5000 / SLOW_3G["upload"]
    assert grown.pop("download") == pytest.approx(delay["download"])
    assert set(grown.values()) == {0}
    assert slow["total"] - plain["total"] == pytest.approx(delay["network"] + delay["download"])
    for times in (plain, slow):
        assert sum(times["parts"].values()) == pytest.approx(times["total"], abs=1)


def test_the_bytes_are_those_of_the_browsers_own_network_log(page: Page, server: str):
    log = page.context.new_cdp_session(page)
    log.send("Network.enable")
    asked, received = {}, {}

    def sent(event: dict) -> None:
        if "/api/predict" in event["request"]["url"]:
            asked[event["requestId"]] = event["request"]["url"]

    def data(event: dict) -> None:
        if event["requestId"] in asked:
            received[event["requestId"]] = received.get(event["requestId"], 0) + event["encodedDataLength"]

    log.on("Network.requestWillBeSent", sent)
    log.on("Network.dataReceived", data)
    requests = []
    page.on("request", lambda each: requests.append(each) if "/api/predict" in each.url else None)
    comparing.opened(page, server)
    for digit in "31":
        comparing.draw(page, digit)
    page.wait_for_function("document.querySelectorAll('[data-testid=decision][data-figures]').length")
    deadline = time.monotonic() + PATIENCE
    answered = 0
    while answered != len(asked) and time.monotonic() < deadline:  # the last of the drawing comes later
        page.wait_for_timeout(500)
        answered = comparing.figures(page)["server"]["n"]

    server_side = comparing.figures(page)["server"]
    assert server_side["n"] == len(asked) == len(requests)
    assert server_side["up"] == sum(_sent(request) for request in requests)
    assert server_side["down"] == sum(received.values())
    expect(page.get_by_test_id("sent")).to_have_text(f"Bytes sent: {server_side['up']:,}.")


def test_the_start_counts_what_the_browser_fetched(page: Page, server: str):
    fetched = {}

    def finished(request) -> None:
        if "/models/compact/" in request.url or "/vendor/tfjs" in request.url:
            fetched.setdefault(request.url, request.sizes()["responseBodySize"])

    page.on("requestfinished", finished)
    comparing.opened(page, server)
    for digit in "31":
        comparing.draw(page, digit)
    page.wait_for_selector("[data-testid=browser-start][data-start]")

    start = comparing.data(page, "browser-start", "start")
    assert not start["cached"]
    model = [size for url, size in fetched.items() if "/models/" in url]
    assert start["model"] == pytest.approx(sum(model), abs=FRAMING * len(model))
    assert start["runtime"] > sum(size for url, size in fetched.items() if "wasm-simd" in url) > 100_000
    assert min(start["fetch"], start["compile"], start["first"]) > 0
    assert float(page.get_by_test_id("server-start").get_attribute("data-first")) > 0


def test_the_plot_grows_as_one_draws(compare: Page):
    plot = compare.get_by_test_id("times-plot")
    comparing.draw(compare, "3")
    compare.wait_for_selector("[data-testid=times-plot] canvas")
    before = int(plot.get_attribute("data-answers"))
    comparing.draw(compare, "1")
    compare.wait_for_function(
        "before => document.querySelector('.plot[data-answers]').dataset.answers > before", arg=before
    )


def _sent(request: Request) -> int:
    """The bytes of a request's body, as the browser says them to the server."""
    return int(request.all_headers()["content-length"])

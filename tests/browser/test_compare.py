"""The comparison in a real Chromium, with the real server: two answers, where the time goes, and what was sent."""

import json
import re

import pytest
from playwright.sync_api import Page, Request, expect

import catalog
from harness import comparing, drawing
from harness.server import ROOT

SLOW_3G = {"latency": 2000, "upload": 50_000, "download": 50_000}
"""Milliseconds and bytes per second of the preset '3G' of Chromium's developer tools, with its factors."""


LOADED = "(name) => performance.getEntriesByType('resource').some((entry) => entry.name.includes(name))"
"""Whether the page has requested a file."""


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
        "browser": {"resize", "toWorker", "inference", "readback", "back"},
        "server": {"resize", "encode", "network", "queue", "decode", "inference", "download", "read"},
    }.items():
        times = compare.get_by_test_id(f"{side}-times").evaluate("bar => ({ ...bar.dataset })")  # all from one moment
        shown = json.loads(times["parts"])
        assert parts <= shown.keys()
        assert sum(shown.values()) == pytest.approx(float(times["total"]), abs=1)


def test_painting_the_browsers_answer_takes_no_time_from_the_servers(compare: Page):
    compare.evaluate(
        """() => {
          globalThis.order = [];
          new MutationObserver(() => {
            order.push("answer");
            requestAnimationFrame(() => order.push("frame"));
          }).observe(document.querySelector("[data-testid=browser-label]"), { childList: true, characterData: true });
          const { fetch } = globalThis;
          globalThis.fetch = (url, ...more) => {
            if (String(url).includes("/api/predict")) order.push("server");
            return fetch(url, ...more);
          };
        }"""
    )
    compare.get_by_test_id("example").first.click()
    expect(compare.get_by_test_id("server-label")).to_have_text("2")
    order = compare.evaluate("() => order.slice(0, order.indexOf('server') + 1)")
    assert order[-3:] == ["answer", "frame", "server"]


def test_offline_leaves_the_browser_alone(compare: Page):
    comparing.choose_network(compare, "offline")
    drawing.draw(compare, compare.get_by_test_id("pad"), "3")

    expect(compare.get_by_test_id("browser-label")).to_have_text("3")
    expect(compare.get_by_test_id("server-message")).to_contain_text("cannot answer")


def test_the_network_part_grows_by_the_simulated_delay(compare: Page):
    comparing.choose_network(compare, "slow3g")
    expect(compare.get_by_test_id("network-about")).to_contain_text("2000 ms, 50 kB/s up, 50 kB/s down")
    with compare.expect_request_finished(lambda request: "/api/predict" in request.url) as asked:
        drawing.draw(compare, compare.get_by_test_id("pad"), "1")
    expect(compare.get_by_test_id("server-label")).to_have_text("1")

    parts = comparing.data(compare, "server-times", "parts")
    least = SLOW_3G["latency"] + 1000 * _sent(asked.value) / (2 * SLOW_3G["upload"])
    assert parts["network"] >= least, "with an upload of half the first picture at the least"


def test_the_bytes_are_those_of_the_browsers_own_network_log(page: Page, server: str):
    """Waits until all requests are counted, because each answer of the server counts when it arrives."""
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
    comparing.settle(page)

    server_side = comparing.figures(page)["server"]
    assert server_side["n"] == len(asked) == len(requests)
    assert server_side["up"] == sum(_sent(request) for request in requests)
    assert server_side["down"] == sum(received.values())
    expect(page.get_by_test_id("sent")).to_have_text(f"Bytes sent: {server_side['up']:,}.")


@pytest.mark.stored
def test_the_first_load_is_the_same_after_a_reload(page: Page, server: str):
    """Its bytes come from the bundle's list; a cache changes neither them nor the time."""
    compact = catalog.load().model("compact")
    sizes = json.loads((ROOT / "static/vendor/sizes.json").read_text(encoding="utf-8"))
    starts = []
    for _ in range(2):
        comparing.opened(page, server)
        comparing.draw(page, "1")
        page.wait_for_selector("[data-testid=browser-start][data-start]", state="attached")
        starts.append(comparing.data(page, "browser-start", "start"))
        page.wait_for_selector("html[data-offline=ready]")
    assert starts[0] == starts[1]
    assert not starts[0]["cached"]
    assert (
        starts[0]["model"] == sizes["models"][compact.version]["uint8"]
        and starts[0]["runtime"] == sizes["engines"]["wasm"]
    )
    assert min(starts[0][part] for part in ("fetch", "compile", "first")) > 0
    parts = starts[0]["fetch"] + starts[0]["compile"] + starts[0]["first"]
    assert starts[0]["total"] == pytest.approx(parts, abs=1)
    assert float(page.get_by_test_id("server-start").get_attribute("data-first")) > 0


def test_without_the_list_of_sizes_only_the_first_load_is_missing(page: Page, server: str):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("**/vendor/sizes.json", lambda route: route.abort())
    comparing.opened(page, server)
    comparing.unfold(page, "times")
    for digit in ("1", "7", "3", "4", "0", "1"):
        comparing.draw(page, digit)
    expect(page.get_by_test_id("server-typical")).to_contain_text("pictures")
    expect(page.get_by_test_id("server-start")).to_be_hidden()
    page.unroute_all()
    comparing.draw(page, "7")
    expect(page.get_by_test_id("server-start")).to_be_visible()
    assert errors == []


def test_the_bytes_for_the_server_are_those_of_the_whole_visit(page: Page, server: str):
    comparing.opened(page, server)
    comparing.draw(page, "1")
    comparing.choose_network(page, "fast4g")
    page.wait_for_selector("#view-compare[data-network=fast4g][data-phase=answered]")
    sent = int(re.sub(r"\D", "", page.get_by_test_id("sent").inner_text()))
    assert sent > 0
    size = f"{sent} B" if sent < 1000 else f"{round(sent / 1000)} KB"
    expect(page.get_by_test_id("chip-private")).to_contain_text(f"; {size} for the server")


def test_the_engine_and_the_model_are_as_large_as_the_host_sends_them(page: Page, server: str):
    """The bundle's list agrees with the browser's own log of a first visit, apart from its rounding."""
    sent = {}
    page.on("requestfinished", lambda each: sent.update({each.url.rsplit("/", 1)[1]: each}))
    comparing.opened(page, server)
    sent = {name: request.sizes()["responseBodySize"] for name, request in list(sent.items())}
    sizes = json.loads((ROOT / "static/vendor/sizes.json").read_text(encoding="utf-8"))
    for names, listed in (
        (("tfjs-lean.js", "tfjs-lean.wasm"), sizes["engines"]["wasm"]),
        (("model.json", "group1-shard1of1.bin"), sizes["models"][catalog.load().model("compact").version]["uint8"]),
    ):
        received = sum(body for name, body in sent.items() if name.partition("?")[0] in names)
        assert received == pytest.approx(listed, rel=0.02), names


def test_a_model_that_needs_the_whole_engine_has_downloaded_both(page: Page, server: str):
    sizes = json.loads((ROOT / "static/vendor/sizes.json").read_text(encoding="utf-8"))
    comparing.opened(page, server, "&model=mlp")
    comparing.draw(page, "1")
    page.wait_for_selector("[data-testid=browser-start][data-start]", state="attached")
    assert (
        comparing.data(page, "browser-start", "start")["runtime"]
        == sizes["engines"]["wasm-whole"]
        > 2 * sizes["engines"]["wasm"]
    )


def test_on_a_simulated_network_the_download_takes_its_time_on_both_sides(compare: Page):
    comparing.draw(compare, "1")
    compare.wait_for_selector("[data-testid=browser-start][data-start]", state="attached")
    plain = comparing.data(compare, "browser-start", "start")
    comparing.choose_network(compare, "slow3g")
    compare.wait_for_function(
        "before => JSON.parse(document.querySelector('[data-testid=browser-start]').dataset.start).total > before",
        arg=plain["total"],
    )
    slow = comparing.data(compare, "browser-start", "start")
    download = 1000 * (slow["runtime"] + slow["model"]) / SLOW_3G["download"]
    assert slow["requests"] >= 2, "the engine, then its WebAssembly; the model arrives beside them"
    assert slow["total"] - plain["total"] == pytest.approx(slow["requests"] * SLOW_3G["latency"] + download, abs=1)
    assert float(compare.get_by_test_id("server-start").get_attribute("data-first")) > SLOW_3G["latency"]


def test_the_plot_is_loaded_when_it_is_first_seen_and_grows_as_one_draws(compare: Page):
    comparing.draw(compare, "3")
    comparing.settle(compare)
    plot = compare.get_by_test_id("times-plot")
    assert not compare.evaluate(LOADED, "times_plot")
    comparing.unfold(compare, "times")
    compare.wait_for_selector("[data-testid=times-plot] canvas")
    assert compare.evaluate(LOADED, "times_plot")
    before = int(plot.get_attribute("data-answers"))
    comparing.draw(compare, "1")
    compare.wait_for_function(
        "before => document.querySelector('.plot[data-answers]').dataset.answers > before", arg=before
    )


def _sent(request: Request) -> int:
    """The bytes of a request's body, from the browser's `Content-Length`."""
    return int(request.all_headers()["content-length"])

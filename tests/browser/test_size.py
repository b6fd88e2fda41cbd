"""The size of a first visit: of the page up to the first answer, and of the app until one can draw."""

from playwright.sync_api import Browser

from tests.browser.compressing import compressing_host
from tools import first_visit, home

WITH_HEADERS = 200_000
"""The most bytes from this server, which compresses with Brotli, in both directions."""
ICON = 1_500
"""With headers: a browser may ask for it before the answer or after."""
IN_GZIP = 206_000
"""The most bytes of content from a host that compresses with gzip. TF.js as one file has 366,000."""
REQUESTS = 15
"""The most."""


def test_a_first_visit_transfers_little_until_the_first_answer(browser: Browser):
    sent: dict[str, int] = {}
    # the service worker starts after the first answer, and its downloads are for later visits
    with (
        compressing_host(sent) as host,
        browser.new_context(service_workers="block", reduced_motion="reduce") as context,
    ):
        page = context.new_page()
        page.goto(f"{host}/static/")
        page.wait_for_selector("html[data-ready=true]")
        until_then = dict(sent)

    total = sum(until_then.values())
    largest = sorted(until_then.items(), key=lambda item: -item[1])[:6]
    print(
        f"\n{total:,} bytes in {len(until_then)} files; the largest:", *(f"{path} {size:,}" for path, size in largest)
    )
    for part in (
        "vendor/tfjs-lean.js",
        "vendor/tfjs-lean.wasm",
        "models/default.json",
        "built/js/worker.js",
    ):
        assert f"/static/{part}" in until_then  # everything was counted
    assert total <= IN_GZIP
    assert len(until_then) <= REQUESTS
    waiting = ("catalog.json", "front_end", "engines.json", "/examples/")
    assert not [path for path in until_then if any(part in path for part in waiting)]


def test_this_server_sends_little_until_the_first_answer(browser: Browser, server: str):
    with browser.new_context(service_workers="block", reduced_motion="reduce") as context:
        sent = first_visit.sizes(context, f"{server}/offline/")
    print(f"\n{sum(sent.values()):,} bytes in {len(sent)} files: {sent}")
    assert {"index.html", "built/js/worker.js", "vendor/tfjs-lean.wasm", "models/default.json"} <= sent.keys()
    assert sent["built/js/worker.js"] > 5000  # its content was counted
    sent.setdefault("favicon.svg", ICON)
    assert sum(sent.values()) <= WITH_HEADERS
    assert len(sent) <= REQUESTS


def test_the_app_is_at_most_a_twentieth_larger_than_a_bare_one(browser: Browser, server: str):
    ours = home.sizes(browser, server, home.USABLE["home"])
    with home.bare_app() as address:
        least = home.sizes(browser, address, home.USABLE["bare"])

    shared = ours.keys() & least.keys()
    assert {"/offline/built/js/home.js", "/"} <= ours.keys() and len(shared) > 20  # everything was counted
    assert sum(ours.values()) <= 1.05 * sum(least.values())

"""The size of a first visit: of the page up to the first answer, and of the app until one can draw."""

from playwright.sync_api import Browser

from harness.hosts import compressing_host
from tests.browser.profiles import fresh_context
from tools import first_visit, home

MOST = 200_000
"""Bytes with headers, in both directions, from any host."""
ICON = 1_500
"""With headers: a browser may ask for it before the answer or after."""
REQUESTS = 15
"""The most."""
PARTS = {"index.html", "built/js/worker.js", "vendor/tfjs-lean.js", "vendor/tfjs-lean.wasm", "models/default.json"}


def test_a_host_that_compresses_with_gzip_sends_little_until_the_first_answer(browser: Browser):
    sent: dict[str, int] = {}
    with compressing_host(sent) as host:
        requested = sizes(browser, f"{host}/static/")
        for path in PARTS - {"index.html"}:
            assert requested[path] > sent[f"/static/{path}"]  # its content was counted, and its headers


def test_this_server_sends_little_until_the_first_answer(browser: Browser, server: str):
    assert sizes(browser, f"{server}/offline/")["built/js/worker.js"] > 5000  # its content was counted


def sizes(browser: Browser, address: str) -> dict[str, int]:
    """The bytes of each request of a first visit until its answer, once they are few enough."""
    # the service worker starts after the first answer, and its downloads are for later visits
    with fresh_context(browser) as context:
        sent = first_visit.sizes(context, address)
    sent.setdefault("favicon.svg", ICON)
    print(f"\n{sum(sent.values()):,} bytes in {len(sent)} files: {sent}")
    assert sent.keys() >= PARTS
    assert sum(sent.values()) <= MOST
    assert len(sent) <= REQUESTS
    waiting = ("catalog.json", "front_end", "engines.json", "/examples/")
    assert not [path for path in sent if any(part in path for part in waiting)]
    return sent


def test_the_app_is_at_most_a_twentieth_larger_than_a_bare_one(browser: Browser, server: str):
    ours = home.sizes(browser, server, home.USABLE["home"])
    with home.bare_app() as address:
        least = home.sizes(browser, address, home.USABLE["bare"])

    shared = ours.keys() & least.keys()
    assert {"/offline/built/js/home.js", "/"} <= ours.keys() and len(shared) > 20  # everything was counted
    assert sum(ours.values()) <= 1.05 * sum(least.values())

"""Measures what a first visit to the page transfers until its first answer, and how long it takes on a slow network, a
second one too: `make bench`.

The first answer is that to a digit that is drawn as soon as the page is ready.
"""

import json
import time
from typing import Any

import numpy as np
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Request

from export import chromium
from harness import drawing
from harness.hosts import compressing_host
from harness.server import PATIENCE, started_server

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
"""Lighthouse's network of a phone, in milliseconds and bytes per second, as the DevTools protocol has it."""
SLOWER = 4
"""Lighthouse's phone takes this many times as long for the page's scripts."""
VISITS = 5
"""Visitors on that network; each comes twice."""
POLL = 2
"""Milliseconds between two looks at what the page has told."""

WATCH = """() => {
  const label = document.querySelector("[data-testid=browser-label]");
  const record = () => (globalThis.answered ??= label.textContent && Date.now());
  new MutationObserver(record).observe(label, { childList: true });
}"""
"""Records when the first answer is shown, in milliseconds since 1970, before the page asks for anything else."""

NO_LONG_TIMERS = """{
  const start = setTimeout;
  globalThis.setTimeout = (then, after = 0, ...given) => (after < 1000 ? start(then, after, ...given) : 0);
}"""
"""Keeps the page from fetching the rest where nobody draws for seconds, as on a busy machine."""

TELL = """(() => {
  const observer = new MutationObserver(() => {
    if (document.documentElement?.dataset.ready !== "true") return;
    observer.disconnect();
    const label = document.querySelector("[data-testid=browser-label]");
    const answered = () => label.textContent && tell(JSON.stringify({ answered: performance.now() }));
    new MutationObserver(answered).observe(label, { childList: true });
    const { x, y, width, height } = document.getElementById("pad").getBoundingClientRect();
    tell(JSON.stringify({ x, y, width, height }));
  });
  observer.observe(document, { attributes: true, attributeFilter: ["data-ready"], subtree: true });
})()"""
"""Tells where the pad is when the page is ready, and then when the first answer is shown, in milliseconds since the
visit began. Playwright's own script, which it puts into a page to wait for something there, takes a slow phone half a
second, which is longer than a second visit's own scripts take."""


def sizes(context: BrowserContext, address: str) -> dict[str, int]:
    """Path -> bytes on the wire with headers, of all requests until the first answer."""
    requests: list[Request] = []
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.add_init_script(NO_LONG_TIMERS)
    page.on("request", lambda request: requests.append(request))
    page.goto(address)
    page.wait_for_selector("html[data-ready=true]")
    page.evaluate(WATCH)
    drawing.draw(page, page.get_by_test_id("pad"), "7")
    answered = page.wait_for_function("globalThis.answered").json_value()
    begun = [request for request in requests if request.response()]  # waits for each, as the icon's comes late
    before = [request for request in begun if request.timing["startTime"] <= answered]
    return {
        request.url.removeprefix(address).partition("?")[0] or "index.html": bytes_of(request) for request in before
    }


def bytes_of(request: Request) -> int:
    """On the wire, with headers, in both directions."""
    sizes = request.sizes()
    heads = sizes["requestHeadersSize"] + sizes["responseHeadersSize"]
    # Chromium gives no size of a worker's script
    response = request.response()
    length = response.header_value("content-length") if response else None
    return heads + (sizes["responseBodySize"] or int(length or 0))


def measure(browser: Browser) -> dict[str, dict[str, int]]:
    """Host -> the sizes of a first visit."""
    found = {}
    with started_server() as (server, _), compressing_host({}) as host:
        for title, address in {
            "this server, Brotli": f"{server}/offline/",
            "a host of static files, gzip": f"{host}/static/",
        }.items():
            # the service worker starts after the first answer, and its downloads are for later visits
            with browser.new_context(service_workers="block", reduced_motion="reduce") as context:
                found[title] = sizes(context, address)
    return found


def on_slow_4g(browser: Browser, address: str) -> tuple[float, float]:
    """Seconds from the beginning of a visit to the first answer: of the first visit, and of the second one."""
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        devtools = context.new_cdp_session(page)
        devtools.send("Network.emulateNetworkConditions", SLOW_4G)  # for the page's workers too
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        devtools.send("Runtime.enable")
        devtools.send("Runtime.addBinding", {"name": "tell"})
        devtools.send("Page.enable")
        devtools.send("Page.addScriptToEvaluateOnNewDocument", {"source": TELL})
        first = _seconds(page, devtools, address)
        page.wait_for_selector("html[data-offline=ready]")
        return first, _seconds(page, devtools, address)


def _seconds(page: Page, devtools: CDPSession, address: str) -> float:
    told: list[Any] = []

    def listen(call: dict[str, str]) -> None:
        told.append(json.loads(call["payload"]))

    def wait(count: int) -> None:
        end = time.monotonic() + PATIENCE
        while len(told) < count:
            assert time.monotonic() < end, f"The page told {told}."
            page.wait_for_timeout(POLL)

    devtools.on("Runtime.bindingCalled", listen)
    page.goto(address, wait_until="commit")
    wait(1)
    drawing.drag(page, drawing.placed(told[0], "7"))
    wait(2)
    devtools.remove_listener("Runtime.bindingCalled", listen)
    return told[1]["answered"] / 1000


def table() -> str:
    """For the documentation."""
    with chromium.browser() as browser:
        found = measure(browser)
        with started_server() as (server, _):
            visits = [on_slow_4g(browser, f"{server}/offline/") for _ in range(VISITS)]
    once, again = np.median(visits, axis=0)
    ours, theirs = found.values()
    parts = [(path, ours[path], theirs.get(path, 0)) for path in sorted(ours, key=lambda path: -ours[path])]
    lines = [
        "| a first visit, until the first answer | requests | bytes with headers |",
        "| --- | ---: | ---: |",
        *(f"| {host} | {len(files)} | {sum(files.values()):,} |" for host, files in found.items()),
        "",
        "| on slow 4G, until the first answer | |",
        "| --- | ---: |",
        f"| the first visit | {once:.2f} s |",
        f"| the second visit | {again:.2f} s, {again / once:.0%} of the first |",
        "",
        "| what each part weighs | this server | static host |",
        "| --- | ---: | ---: |",
        *(f"| `{path}` | {ours:,} | {theirs:,} |" for path, ours, theirs in parts),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())

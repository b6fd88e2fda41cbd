"""Measures what the Gradio app transfers until it can be used, beside a bare one: `make bench`.

The bare app is the least that draws and answers: a `gr.Sketchpad` and a `gr.Label`.
"""

import contextlib
from collections.abc import Iterator

import gradio as gr
from playwright.sync_api import Browser, Request

from export import chromium
from harness.server import PATIENCE, started_server
from tools.first_visit import bytes_of

USABLE = {
    "home": "performance.getEntriesByName('both-sides-usable')[0]?.startTime",
    "bare": "document.querySelector('canvas')?.offsetParent && performance.now()",
}
"""When one can draw, in milliseconds since the visit began; nothing until then."""


@contextlib.contextmanager
def bare_app() -> Iterator[str]:
    """Runs the bare app while the context lasts. Yields its address."""
    with gr.Blocks(analytics_enabled=False) as app:
        pad, answer = gr.Sketchpad(), gr.Label()
        pad.change(lambda _: {"7": 1.0}, pad, answer)
    _, address, _ = app.launch(prevent_thread_lock=True, quiet=True)
    yield address.rstrip("/")
    app.close()


def sizes(browser: Browser, address: str, usable: str) -> dict[str, int]:
    """Path -> bytes on the wire with headers, of all requests that began before the app could be used."""
    requests: list[Request] = []
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.on("requestfinished", lambda request: requests.append(request))
        page.goto(address)
        when = page.wait_for_function(f"(() => {{ const at = {usable}; return at && performance.timeOrigin + at; }})()")
        last = when.json_value()
        page.wait_for_load_state("networkidle")
        return {
            request.url.removeprefix(address).partition("?")[0]: bytes_of(request)
            for request in requests
            if request.timing["startTime"] <= last
        }


def measure(browser: Browser) -> tuple[int, int]:
    """Bytes of the app and of the bare one."""
    with started_server() as (home, _), bare_app() as bare:
        ours, least = (sizes(browser, *each) for each in ((home, USABLE["home"]), (bare, USABLE["bare"])))
    return sum(ours.values()), sum(least.values())


def table() -> str:
    """For the documentation."""
    with chromium.browser() as browser:
        ours, least = measure(browser)
    return "\n".join(
        [
            "| until one can draw | bytes with headers | |",
            "| --- | ---: | ---: |",
            f"| the app | {ours:,} | {ours / least - 1:+.1%} |",
            f"| a bare Gradio app with a sketchpad and a label | {least:,} | |",
        ]
    )


if __name__ == "__main__":
    print(table())

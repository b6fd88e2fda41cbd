"""Fresh profiles of the browser, and what one of them shows without a network."""

import contextlib
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext, Page

from harness.server import PATIENCE


@contextlib.contextmanager
def fresh_context(browser: Browser, is_stored: bool = False, **options) -> Iterator[BrowserContext]:
    """A fresh profile, in which nothing is stored yet.

    Args:
        is_stored: whether the page stores itself on the device.
        options: for Playwright's `new_context`, in place of those here.
    """
    workers = "allow" if is_stored else "block"
    ours = {
        "viewport": {"width": 1000, "height": 600},  # a larger one takes longer to paint
        "reduced_motion": "reduce",
        "service_workers": workers,
    }
    with browser.new_context(**ours | options) as fresh:
        fresh.set_default_timeout(PATIENCE * 1000)
        # pytest shows these for a test that fails
        fresh.on("console", lambda message: print(message.type, message.text))
        fresh.on("weberror", lambda error: print(error.error))
        fresh.on("requestfailed", lambda request: print(request.failure, request.url))
        yield fresh


def without_network(context: BrowserContext, page: Page) -> Page:
    """Closes a page, and opens its address again with what its profile has stored."""
    address = page.url
    page.close()
    context.set_offline(True)
    cold = context.new_page()
    cold.goto(address)
    return cold

"""Fixtures: a real headless Chromium, and the page on a host that only serves files."""

import contextlib
import functools
import http.server
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import tests.import_gradio  # noqa: F401
from demo.middleware.headers import ISOLATION
from export import chromium
from export.formats.browser import serving
from tests.browser import teaching
from tests.conftest import PATIENCE, ROOT

expect.set_options(timeout=PATIENCE * 1000)

CAMERA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
"""A camera that shows moving test pictures, with permission granted."""


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Closed after the last test of this folder: a thread has one Playwright, and the export tests need it too."""
    with chromium.browser(*CAMERA) as started:
        yield started


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A fresh profile. The page is stored on the device only in tests marked `stored`: it takes a third of a visit."""
    with fresh_context(browser, is_stored=request.node.get_closest_marker("stored") is not None) as context:
        yield context


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


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def with_webgpu(browser: Browser) -> Iterator[Page]:
    """A page of another Chromium, whose WebGPU runs on the CPU."""
    started = browser.browser_type.launch(**chromium.options(*chromium.WEBGPU))
    with fresh_context(started, is_stored=True) as context:
        yield context.new_page()
    started.close()


@pytest.fixture(scope="session")
def static_server() -> Iterator[str]:
    """The address of the page on a host that only serves files, without a slash at the end.

    The page is not at the host's root, so that paths that are not relative fail.
    """
    with serve(ROOT) as address:
        yield f"{address}/static"


@pytest.fixture(scope="session")
def isolated_server() -> Iterator[str]:
    """As `static_server`, with the headers that make the page cross-origin isolated."""
    with serve(ROOT, headers=ISOLATION) as address:
        yield f"{address}/static"


def serve(
    folder: Path, sent: list[str] | None = None, headers: Mapping[str, str] | None = None
) -> contextlib.AbstractContextManager[str]:
    """Serves a folder's files on loopback while the context lasts, and adds the path of each sent file to `sent`.

    A file that the browser only revalidates is not sent.
    """
    attributes = {"sent": [] if sent is None else sent, "headers_of_all": headers or {}}
    handler = functools.partial(type("Handler", (_Noting,), attributes), directory=folder)
    return serving(_Host(("127.0.0.1", 0), handler))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the page, which a test may change."""
    return Path(
        shutil.copytree(ROOT / "static", tmp_path / "static", ignore=shutil.ignore_patterns("t10k-*", "*.tflite"))
    )


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """The address of that copy."""
    with serve(site.parent) as host:
        yield f"{host}/static/"


class _Host(http.server.ThreadingHTTPServer):
    request_queue_size = 64  # a page opens more connections at once than the five that wait by default

    def handle_error(self, request, client_address) -> None:
        """Prints no trace for a browser that was closed while a file was sent."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Noting(http.server.SimpleHTTPRequestHandler):
    sent: list[str]
    headers_of_all: Mapping[str, str]

    def end_headers(self) -> None:
        for name, value in self.headers_of_all.items():
            self.send_header(name, value)
        super().end_headers()

    def log_request(self, code: int = 0, *_) -> None:
        if code == http.HTTPStatus.OK:
            self.sent.append(self.path)

    def log_message(self, *_) -> None:
        """Logs nothing, because a page makes dozens of requests."""


@pytest.fixture
def lesson(page: Page, static_server: str) -> Page:
    """The view Teach with nothing taught."""
    return teaching.opened(page, static_server)


@pytest.fixture(scope="package")
def drawn_lesson(browser: Browser, static_server: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved lesson: two drawings of each of two signs."""
    with fresh_context(browser) as context:
        page = teaching.opened(context.new_page(), static_server)
        teaching.teach(page, *teaching.PAIRS)
        return teaching.saved(page, "save-lesson", tmp_path_factory.mktemp("lesson") / "signs.json")


@pytest.fixture
def taught(lesson: Page, drawn_lesson: Path) -> Page:
    """The view Teach with that lesson."""
    return teaching.open_lesson(lesson, drawn_lesson)

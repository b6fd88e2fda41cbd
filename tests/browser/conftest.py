"""Fixtures: a real headless Chromium, and the page on a host that only serves files."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import tests.import_gradio  # noqa: F401
from demo.middleware.headers import ISOLATION
from export import chromium
from harness.hosts import serve
from harness.server import PATIENCE, ROOT
from tests.browser import teaching
from tests.browser.profiles import fresh_context

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

"""The page where it is cross-origin isolated: it works as elsewhere, and WebAssembly may use threads, once asked to."""

import subprocess

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from demo.middleware.headers import ISOLATION
from harness import drawing
from harness.hosts import serve
from harness.server import ROOT, started_server
from tests.browser import home, settings
from tests.browser.benchmarking import FORMATS, MODEL, THREADS, WEBGL, WEBGPU, expect_measured, open_benchmark, rows_of
from tests.browser.profiles import without_network

ISOLATED = "() => crossOriginIsolated"
THREADED = ("tfjs-threads.js", "tfjs-backend-wasm-threaded-simd.wasm", "litert-threads.js", "litert_wasm_threaded")


def requests_of(context: BrowserContext) -> list[str]:
    """The addresses of all requests from now on, those of workers too."""
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    return asked


def threaded(asked: list[str]) -> list[str]:
    return [address for address in asked if any(name in address for name in THREADED)]


def blocked_by(page: Page) -> list[str]:
    """What the browser says of files that isolation blocks, from now on."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: said.append(f"{request.url}: {request.failure}"))
    return said


def draw_three(page: Page) -> None:
    drawing.draw(page, page.get_by_test_id("pad"), "3")
    expect(page.get_by_test_id("browser-label")).to_have_text("3")


@pytest.mark.release
def test_threads_and_webgpu_are_measured_beside_plain_webassembly(with_webgpu: Page, isolated_server: str):
    """Both are there, and the page still starts with plain WebAssembly, and fetches nothing else.

    One file of each runtime, because WebGPU on the processor is slow.
    """
    asked = requests_of(with_webgpu.context)
    open_benchmark(with_webgpu, isolated_server)
    assert with_webgpu.evaluate(ISOLATED)
    assert with_webgpu.evaluate("async () => Boolean(await navigator.gpu.requestAdapter())")
    draw_three(with_webgpu)
    expect(with_webgpu.get_by_test_id("engine-picker")).to_have_value("auto")
    with_webgpu.wait_for_selector("html[data-offline=ready]")  # its service worker has fetched what it keeps
    assert any("tfjs-lean.wasm" in address for address in asked)
    assert not threaded(asked) and not [address for address in asked if "webgpu" in address or "litert" in address]

    measured = [file for file in MODEL.files if file.path in MODEL.defaults.values()]
    for file in MODEL.files:
        if file not in measured:
            with_webgpu.context.route(f"**/{file.path}*", lambda route: route.fulfill(status=404))
    with_webgpu.get_by_test_id("measure").click()
    rows = rows_of(with_webgpu)
    for engine, format in {**FORMATS, WEBGL: "tfjs", **THREADS, **WEBGPU}.items():
        expect_measured(rows, engine, format, [file.precision for file in measured if file.format == format])
    assert all(any(name in address for address in asked) for name in THREADED)
    expect(with_webgpu.get_by_test_id("engine-picker")).to_have_value("auto")


@pytest.mark.stored
def test_nothing_of_an_isolated_page_is_blocked(page: Page, isolated_server: str):
    said = blocked_by(page)
    page.goto(f"{isolated_server}/index.html")
    page.wait_for_selector("html[data-ready=true]")
    assert page.evaluate(ISOLATED)
    draw_three(page)
    page.get_by_test_id("examples").get_by_role("button").first.click()
    page.wait_for_selector("html[data-offline=ready]")
    views = page.locator("nav a")
    for index in range(views.count()):
        views.nth(index).click()
        page.wait_for_timeout(1_000)
    assert not [text for text in said if "ERR_BLOCKED" in text or "Cross-Origin" in text]


def test_a_server_on_another_host_answers_an_isolated_page(page: Page, isolated_server: str, server: str):
    page.goto(f"{isolated_server}/index.html?view=compare&lang=en&server={server}")
    page.wait_for_selector("html[data-ready=true]")
    assert page.evaluate(ISOLATED)
    draw_three(page)
    page.get_by_test_id("agree").click()
    expect(page.get_by_test_id("server-label")).to_have_text("3")


@pytest.mark.stored
@pytest.mark.parametrize("engine", ["wasm-threads", "litert-threads"])
def test_an_engine_with_threads_that_was_chosen_runs_without_network(context: BrowserContext, page: Page, engine: str):
    asked = requests_of(context)
    with serve(ROOT, headers=ISOLATION) as host:
        page.goto(f"{host}/static/")
        page.wait_for_selector("html[data-ready=true]")
        draw_three(page)
        page.wait_for_selector("html[data-offline=ready]")
        assert not threaded(asked)
        settings.select(page, "engine-picker", engine)
        page.wait_for_selector("html[data-offline=ready]")
    cold = without_network(context, page)  # and the server is gone
    cold.wait_for_selector("html[data-ready=true]")
    assert cold.evaluate(ISOLATED)
    draw_three(cold)
    expect(cold.get_by_test_id("engine-picker")).to_have_value(engine)
    expect(cold.get_by_test_id("notice")).to_be_hidden()


LACK = {
    "en": "TensorFlow.js, wasm threads does not run here: Threads need cross-origin isolation, ",
    "ko": "TensorFlow.js, wasm 스레드 엔진은 여기서 실행되지 않습니다: 스레드를 쓰려면 교차 출처 격리가 필요한데, ",
}


@pytest.mark.parametrize("language", LACK)
def test_where_the_page_is_not_isolated_plain_webassembly_answers_instead(
    page: Page, static_server: str, language: str
):
    asked = requests_of(page.context)
    page.goto(f"{static_server}/index.html?engine=wasm-threads&lang={language}")
    page.wait_for_selector("html[data-ready=true]")
    assert not page.evaluate(ISOLATED)
    expect(page.get_by_test_id("notice")).to_contain_text(LACK[language])
    draw_three(page)
    assert not threaded(asked)


def test_this_server_isolates_the_page_and_not_the_app_if_it_is_told_to(page: Page, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ISOLATED", "1")
    said = blocked_by(page)
    with started_server(stdout=subprocess.DEVNULL) as (server, _):
        page.goto(f"{server}/offline/?view=compare&engine=wasm-threads")
        page.wait_for_selector("html[data-ready=true]")
        assert page.evaluate(ISOLATED)
        draw_three(page)
        expect(page.get_by_test_id("server-label")).to_have_text("3")
        expect(page.get_by_test_id("engine-picker")).to_have_value("wasm-threads")
        home.opened(page, server)
        assert not page.evaluate(ISOLATED)
        home.draw(page, "7")
        home.expect_both(page, "7")
    assert not [text for text in said if "ERR_BLOCKED" in text or "Cross-Origin" in text]

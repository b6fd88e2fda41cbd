"""The page in a real Chromium: drawings get the right answer, and what cannot be loaded is said."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import catalog
from harness import drawing
from tests.browser import settings
from tests.browser.profiles import fresh_context

CATALOG = catalog.load()


@pytest.fixture
def ready(page: Page, static_server: str) -> Page:
    """The page, once its model answers."""
    page.goto(f"{static_server}/")
    wait(page)
    return page


def wait(page: Page) -> None:
    page.wait_for_selector("html[data-ready]")
    assert page.locator("html").get_attribute("data-ready") == "true", page.get_by_role("alert").inner_text()


@pytest.mark.parametrize("digit", drawing.STROKES)
def test_a_digit_drawn_with_the_mouse_gets_its_label(ready: Page, digit: str):
    drawing.draw(ready, ready.get_by_test_id("pad"), digit)

    label = ready.get_by_test_id("browser-label")
    expect(label).to_have_text(digit)
    probabilities = json.loads(label.get_attribute("data-probabilities"))
    assert list(probabilities) == list(CATALOG.model().labels)
    assert sum(probabilities.values()) == pytest.approx(1, abs=1e-5)
    assert max(probabilities, key=probabilities.get) == digit


def test_after_an_answer_that_failed_the_next_one_takes_the_failure_back(page: Page, static_server: str):
    page.add_init_script(
        """const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (...message) {
          if (window.isFull) throw new Error("Out of memory.");
          return postMessage.apply(this, message);
        };"""
    )
    page.goto(f"{static_server}/")
    wait(page)
    page.evaluate("() => (window.isFull = true)")
    drawing.draw(page, page.get_by_test_id("pad"), "3")
    expect(page.locator("#failure")).to_contain_text("Out of memory.")
    page.evaluate("() => (window.isFull = false)")
    page.get_by_test_id("clear").click()
    drawing.draw(page, page.get_by_test_id("pad"), "3")
    expect(page.get_by_test_id("browser-label")).to_have_text("3")
    expect(page.locator("#failure")).to_be_hidden()
    wait(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_finger_draws_and_the_page_does_not_scroll(browser: Browser, static_server: str, scheme: str):
    size = {"width": 360, "height": 480}  # lower than the page
    options = {"has_touch": True, "is_mobile": True, "color_scheme": scheme}
    with fresh_context(browser, viewport=size, **options) as context:
        page = context.new_page()
        page.goto(f"{static_server}/")
        wait(page)
        assert page.evaluate("document.documentElement.scrollHeight > innerHeight")

        drawing.touch(context.new_cdp_session(page), page.get_by_test_id("pad"), "7")

        expect(page.get_by_test_id("browser-label")).to_have_text("7")
        assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("view", ["try", "compare"])
def test_it_is_ready_without_the_rules_for_numbers_which_take_a_phone_long(page: Page, server: str, view: str):
    page.add_init_script(
        "Number.prototype.toLocaleString = Intl.NumberFormat = () => { throw Error('numbers as a language has them'); }"
    )
    problems = []
    page.on("pageerror", lambda problem: problems.append(problem))
    page.goto(f"{server}/offline/?view={view}")
    wait(page)
    drawing.draw(page, page.get_by_test_id("pad"), "7")
    expect(page.get_by_test_id("browser-label")).to_have_text("7")
    if view == "compare":
        expect(page.get_by_test_id("server-label")).to_have_text("7")
        page.wait_for_selector("[data-hybrid]", state="attached")
    assert not problems


def test_clear_makes_it_blank(ready: Page):
    label = ready.get_by_test_id("browser-label")
    expect(label).to_have_text("")
    drawing.draw(ready, ready.get_by_test_id("pad"), "3")
    expect(label).to_have_text("3")
    expect(ready.get_by_text("Draw a digit", exact=True)).to_be_hidden()

    ready.get_by_test_id("clear").click()

    expect(label).to_have_text("")
    expect(ready.get_by_text("Draw a digit", exact=True)).to_be_visible()
    probabilities = json.loads(label.get_attribute("data-probabilities"))
    assert list(probabilities.values()) == pytest.approx([1 / len(probabilities)] * len(probabilities))


def test_what_is_drawn_stays_when_size_and_theme_change(ready: Page):
    pad, label = ready.get_by_test_id("pad"), ready.get_by_test_id("browser-label")
    drawing.draw(ready, pad, "4")
    expect(label).to_have_text("4")
    drawn, beside = [place for stroke in drawing.STROKES["4"] for place in stroke], [(0.2, 0.2), (0.5, 0.3), (0.8, 0.8)]
    changes = (
        lambda: ready.set_viewport_size({"width": 400, "height": 700}),
        lambda: ready.emulate_media(color_scheme="dark"),
    )
    for change in changes:
        before = pad.evaluate("(pad) => [pad.width, pad.getContext('2d').getImageData(0, 0, 1, 1).data[0]]")
        change()
        ready.wait_for_function(
            """([width, paper]) => pad.width !== width
              || pad.getContext("2d").getImageData(0, 0, 1, 1).data[0] !== paper""",
            arg=before,
        )  # it has been drawn again
        assert drawing.ink(ready, drawn) == [True] * len(drawn)
        assert drawing.ink(ready, beside) == [False] * len(beside)
    expect(label).to_have_text("4")


@pytest.mark.stored
def test_no_request_goes_to_another_host_nor_to_any_after_loading(
    context: BrowserContext, page: Page, static_server: str
):
    requests = []
    context.on("request", lambda request: requests.append(request.url))
    page.goto(f"{static_server}/")
    page.wait_for_selector("html[data-offline=ready]")
    assert requests and all(url.startswith(f"{static_server}/") for url in requests), requests

    requests.clear()
    drawing.draw(page, page.get_by_test_id("pad"), "1")
    expect(page.get_by_test_id("browser-label")).to_have_text("1")
    page.get_by_test_id("clear").click()
    assert requests == []


def test_the_policy_refuses_other_hosts(ready: Page):
    refused = "(url) => fetch(url).then(() => 'answered', (error) => error.name)"
    with ready.expect_event("console", lambda message: "Content Security Policy" in message.text):
        assert ready.evaluate(refused, "http://127.0.0.2/") == "TypeError"


def test_without_the_wasm_file_another_engine_stands_in_and_says_so(page: Page, static_server: str):
    page.route("**/*.wasm", lambda route: route.abort())
    page.goto(f"{static_server}/")
    wait(page)
    expect(page.locator("#engine")).to_have_text(re.compile("TensorFlow.js, (webgl|cpu)"))
    expect(page.get_by_test_id("notice")).to_contain_text("TensorFlow.js, wasm")
    drawing.draw(page, page.get_by_test_id("pad"), "7")
    expect(page.get_by_test_id("browser-label")).to_have_text("7")


def test_another_engine_starts_once_and_fetches_its_files_once(browser: Browser, server: str):
    with fresh_context(browser, reduced_motion="no-preference") as context:
        page = context.new_page()
        page.goto(f"{server}/offline/?view=try")
        wait(page)
        fetched: list[str] = []
        page.on(
            "request",  # the picker asks by HEAD which files this host has
            lambda request: request.method == "GET" and fetched.append(Path(urlsplit(request.url).path).name),
        )
        settings.select(page, "engine-picker", "litert")
        wait(page)
        page.get_by_test_id("clear").click()  # the demonstration may have drawn
        drawing.draw(page, page.get_by_test_id("pad"), "7")
        expect(page.get_by_test_id("browser-label")).to_have_text("7")
        expect(page.locator("#seen canvas")).to_be_visible()
    once = [name for name in fetched if name.endswith((".tflite", "litert.js", "worker.js"))]
    assert sorted(once) == ["compact-float32.tflite", "front_end-float32.tflite", "litert.js"]


@pytest.mark.parametrize(
    "lost", ["**/models/{catalog,default}.json", "**/model.json?*", "**/*.bin?*", "**/worker.js?*"]
)
def test_what_cannot_be_loaded_is_said(page: Page, static_server: str, lost: str):
    page.route(lost, lambda route: route.fulfill(status=404, body="not here"))
    page.goto(f"{static_server}/")
    page.wait_for_selector("html[data-ready=failed]")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_text("Loading the model")).to_be_hidden()


def test_an_operation_that_the_bundle_lacks_is_named(page: Page, static_server: str):
    nodes = [{"name": "x", "op": "Placeholder"}, {"name": "y", "op": "Bessel", "input": ["x"]}]
    model = {"format": "graph-model", "modelTopology": {"node": nodes}, "weightsManifest": []}
    page.route("**/other.json", lambda route: route.fulfill(json=model))
    page.goto(f"{static_server}/favicon.svg")
    answer = page.evaluate(
        "async (folder) => (await import(`${folder}/js/engine.js`)).load('other.json').then(() => 'loaded', String)",
        static_server,
    )
    assert "bundled without Bessel" in answer


@pytest.mark.parametrize("view", ["try", "compare"])
def test_a_model_that_has_stopped_is_reported(page: Page, static_server: str, view: str):
    page.add_init_script(
        """const { Worker } = window;
        window.workers = [];
        window.Worker = class extends Worker {
          constructor(...about) {
            super(...about);
            window.workers.push(this);
          }
        };"""
    )
    page.goto(f"{static_server}/?view={view}")
    wait(page)
    page.evaluate("workers[0].dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))")

    if view == "try":
        drawing.draw(page, page.get_by_test_id("pad"), "1")  # each of its points is a question
    else:
        page.get_by_test_id("fold-size").locator("summary").first.click()
        page.get_by_test_id("size-switch").click()

    expect(page.get_by_role("alert")).to_contain_text("out of memory")
    stopped = "stopped answering" if view == "try" else "failed to load"
    expect(page.get_by_role("alert")).to_contain_text(stopped)
    expect(page.locator("html")).to_have_attribute("data-ready", "failed")


@pytest.mark.stored
def test_what_keeps_the_page_offline_is_asked_for_again_where_it_was_lost(page: Page, static_server: str):
    lost = []

    def lose_once(route):
        lost.append(route.request.url)
        route.abort() if len(lost) == 1 else route.continue_()

    page.route("**/built/js/manager-*.js", lose_once)
    page.goto(f"{static_server}/")
    wait(page)
    page.wait_for_function("() => !document.getElementById('measure').disabled")  # later requests have arrived too
    with page.expect_request("**/built/js/manager-*.js"):
        settings.select(page, "model", "cnn")
    page.wait_for_selector("html[data-offline=ready]")
    assert len(lost) == 2

"""The page without a network: what it has stored answers, and what is stored is whole."""

import functools
import json
import os
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from export import chromium
from harness.hosts import serve
from harness.server import ROOT
from tests.browser import settings
from tests.browser.offline_page import CATALOG, SMALL, assert_answers, kept, tfjs_file, visit
from tests.browser.profiles import without_network

pytestmark = pytest.mark.stored


def paths(name: str) -> set[str]:
    """The paths of all parts of a model's default file."""
    exact = [file for file in CATALOG.model(name).files if file.format == "tfjs" and file.max_difference <= 1e-5]
    file = min(exact, key=lambda file: file.bytes)
    return {f"/static/models/{part.path}" for part in (file, *file.parts)}


def test_it_answers_without_network_and_server(context: BrowserContext, page: Page):
    with serve(ROOT) as host:
        visit(page, f"{host}/static/")
        expect(page.get_by_text("This page now works offline.")).to_be_visible()
        context.set_offline(True)
        page.reload()
        assert_answers(page)
    context.set_offline(False)  # now the server is stopped
    page.reload()
    assert_answers(page)


def test_it_answers_when_the_browser_is_started_again_without_network(browser: Browser, tmp_path: Path):
    start = functools.partial(browser.browser_type.launch_persistent_context, tmp_path, **chromium.options())
    with serve(ROOT) as host, start() as first:
        visit(first.new_page(), f"{host}/static/")
    with start(offline=True) as second:  # and the server is gone
        cold = second.new_page()
        cold.goto(f"{host}/static/")
        assert_answers(cold)


def test_a_second_visit_answers_before_it_reads_the_whole_catalog(page: Page, static_server: str):
    visit(page, f"{static_server}/index.html")
    page.reload()
    page.wait_for_selector("html[data-ready=true]")
    read = page.evaluate("() => performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert not [url for url in read if url.endswith(("/catalog.json", "/default.json"))]
    expect(page.get_by_test_id("model").locator("option")).to_have_count(1)
    page.wait_for_selector("html[data-offline=ready]")
    assert page.get_by_test_id("model").locator("option").count() > 1


def test_nothing_that_the_page_has_loaded_is_sent_again_to_be_kept(page: Page):
    sent = []
    with serve(ROOT, sent) as host:
        visit(page, f"{host}/static/")
    assert {"/static/built/js/main.js", "/static/vendor/engines.json"} <= set(sent)
    assert [path for path, times in Counter(sent).items() if times > 1] == []


def test_another_model_that_was_used_answers_without_network(
    site: Path, address: str, context: BrowserContext, page: Page
):
    visit(page, address)
    other = next(name for name in SMALL if name != CATALOG.default)
    settings.select(page, "model", other)
    page.wait_for_selector("html[data-offline=ready]")
    assert {*paths(other), *paths(CATALOG.default)} <= {unquote(urlsplit(url).path) for url in kept(page)}

    context.set_offline(True)
    page.reload()  # the address names the other model
    assert_answers(page)
    expect(page.get_by_test_id("model")).to_have_value(other)
    page.get_by_test_id("example").first.click()
    expect(page.get_by_test_id("browser-label")).to_have_text("2")

    settings.select(page, "model", CATALOG.default)
    assert_answers(page)
    expect(page.get_by_test_id("model")).to_have_value(CATALOG.default)


def test_a_model_that_was_never_used_gets_a_sentence_without_network(address: str, context: BrowserContext, page: Page):
    visit(page, address)
    context.set_offline(True)
    never = next(name for name in SMALL if name != CATALOG.default)
    settings.select(page, "model", never)
    expect(page.get_by_test_id("notice")).to_contain_text("is not stored on this device")
    expect(page.get_by_test_id("model")).to_have_value(CATALOG.default)
    assert_answers(page)


@pytest.mark.parametrize("engine", ["litert", "cpu", pytest.param("webgl", marks=pytest.mark.release)])
def test_an_engine_that_was_used_runs_without_network(context: BrowserContext, page: Page, engine: str):
    with serve(ROOT) as host:
        visit(page, f"{host}/static/")
        assert not [url for url in kept(page) if "/vendor/" in url]
        settings.select(page, "engine-picker", engine)
        page.wait_for_selector("html[data-offline=ready]")
    cold = without_network(context, page)  # and the server is gone
    assert_answers(cold)
    expect(cold.get_by_test_id("engine-picker")).to_have_value(engine)
    expect(cold.get_by_test_id("notice")).to_be_hidden()


def test_an_engine_whose_download_breaks_is_not_kept(site: Path, address: str, page: Page):
    visit(page, address)
    broken = site / "vendor" / "tfjs-cpu.js"
    broken.write_bytes(broken.read_bytes() + b"\n")
    with page.expect_console_message(lambda message: message.type == "warning" and "Failed to fetch" in message.text):
        settings.select(page, "engine-picker", "cpu")
    assert not [url for url in kept(page) if "tfjs-cpu.js" in url]


def test_a_model_is_kept_by_its_button(address: str, context: BrowserContext, page: Page):
    other = next(name for name in SMALL if name != CATALOG.default)
    visit(page, address)
    page.get_by_test_id("keeping").click()
    expect(page.get_by_test_id(f"keep-{CATALOG.default}")).to_contain_text("Saved")
    row = page.get_by_test_id(f"keep-{other}")
    expect(row).to_contain_text(re.compile(r"\d KB"))
    row.get_by_role("button", name="Save for offline use").press("Enter")
    expect(row.get_by_text("Saved", exact=True)).to_be_focused()
    assert paths(other) <= {unquote(urlsplit(url).path) for url in kept(page)}

    context.set_offline(True)
    settings.select(page, "model", other)
    assert_answers(page)
    expect(page.get_by_test_id("model")).to_have_value(other)


def test_a_broken_download_is_neither_used_nor_kept(site: Path, address: str, page: Page):
    _, file = tfjs_file(site)
    weights = site / "models" / file["parts"][0]["path"]
    whole = weights.read_bytes()
    weights.write_bytes(whole[: len(whole) // 2] + bytes(len(whole) - len(whole) // 2))

    page.goto(address)
    page.wait_for_selector("html[data-ready=failed]")
    expect(page.get_by_role("alert")).to_be_visible()
    assert not kept(page)

    broken = weights.stat().st_mtime
    weights.write_bytes(whole)
    os.utime(weights, (broken, broken))  # within a second, so that the server answers 'not modified'
    visit(page, address)
    assert_answers(page)


def test_it_can_be_installed(page: Page, static_server: str):
    visit(page, f"{static_server}/")
    session = page.context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert not manifest["errors"] and json.loads(manifest["data"])["display"] == "standalone"
    for icon in json.loads(manifest["data"])["icons"]:
        assert page.request.get(f"{static_server}/{icon['src']}").ok
    errors = {error["errorId"] for error in session.send("Page.getInstallabilityErrors")["installabilityErrors"]}
    assert errors <= {"in-incognito"}  # as the profile of every test

"""What happens to the stored files when there are newer ones."""

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import settings
from tests.browser.offline_page import CATALOG, SMALL, assert_answers, cached, kept, tfjs_file, visit
from tests.browser.waiting import until

pytestmark = pytest.mark.stored


def publish(site: Path, name: str) -> str:
    """Publishes a newer version of a model with reversed labels, and returns the hash of its changed file."""
    catalog, file = tfjs_file(site, name)
    path = site / "models" / file["path"]
    path.write_bytes(path.read_bytes() + b"\n")
    file["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    model = next(model for model in catalog["models"] if model["name"] == name)
    model["labels"].reverse()
    (site / "models" / "catalog.json").write_text(json.dumps(catalog))
    return file["sha256"]


def test_a_newer_model_is_offered_not_forced(site: Path, address: str, page: Page):
    visit(page, address)
    before = kept(page)
    newer = publish(site, CATALOG.default)

    page.reload()
    expect(page.get_by_role("button", name="A newer model is available: update")).to_be_visible()
    page.wait_for_selector("html[data-offline=ready]")
    assert_answers(page)
    assert kept(page) == before

    with page.expect_event("load"):
        page.get_by_test_id("update-model").click()
    assert_answers(page, "2")
    page.wait_for_selector("html[data-offline=ready]")
    expect(page.get_by_test_id("update-model")).to_be_hidden()
    (new,), (gone,) = kept(page) - before, before - kept(page)
    assert newer in new and urlsplit(new).path == urlsplit(gone).path


def test_all_that_is_kept_is_updated_with_it(site: Path, address: str, context: BrowserContext, page: Page):
    other = next(name for name in SMALL if name != CATALOG.default)
    visit(page, f"{address}?model={other}")
    newer = publish(site, other)

    visit(page, address)
    with page.expect_event("load"):
        page.get_by_test_id("update-model").click()
    page.wait_for_selector("html[data-offline=ready]")
    assert [url for url in kept(page) if newer in url]
    context.set_offline(True)
    settings.select(page, "model", other)
    assert_answers(page, "2")


def test_a_newer_model_that_is_broken_is_refused_and_the_kept_one_goes_on(site: Path, address: str, page: Page):
    visit(page, address)
    before = kept(page)
    publish(site, CATALOG.default)
    catalog, file = tfjs_file(site)
    wrong = file["parts"][0]["sha256"] = hashlib.sha256(b"other weights").hexdigest()
    (site / "models" / "catalog.json").write_text(json.dumps(catalog))

    page.reload()
    page.get_by_test_id("update-model").click()
    expect(page.get_by_test_id("notice")).to_contain_text("The download of the newer model failed")
    assert_answers(page)
    page.reload()
    assert_answers(page)
    assert before <= kept(page) and not [url for url in kept(page) if wrong in url]


HELD = """
  const put = Cache.prototype.put;
  let held;
  window.hold = () => void (held = new Promise((resolve) => (window.release = resolve)));
  Cache.prototype.put = async function (address, response) {
    const isCatalog = held && String(address).endsWith("default.json");
    if (isCatalog) window.isHolding = true;
    if (isCatalog) await held;
    return put.call(this, address, response);
  };
"""
"""A catalog, of which the beginning is stored first, waits to be stored between `hold()` and `release()`."""
SAVED_OR_WAITING = """async (row) => document.querySelector(row).querySelector(".kept")
  || (await navigator.locks.query()).pending.length"""


def test_an_update_is_not_undone_by_a_tab_that_stores_a_model_at_the_same_time(
    site: Path, address: str, context: BrowserContext, page: Page
):
    updated, saved = [name for name in SMALL if name != CATALOG.default][:2]
    page.add_init_script(HELD)
    visit(page, f"{address}?model={updated}")
    other = context.new_page()
    visit(other, address)
    newer = publish(site, updated)
    visit(page, address)

    page.evaluate("hold()")
    page.get_by_test_id("update-model").click()
    page.wait_for_function("() => window.isHolding")  # its files are stored by now
    row = other.get_by_test_id(f"keep-{saved}")
    other.get_by_test_id("keeping").click()
    row.get_by_role("button", name="Save for offline use").click()
    until(other, SAVED_OR_WAITING, f"[data-testid=keep-{saved}]")
    with page.expect_event("load"):
        page.evaluate("release()")
    expect(row).to_contain_text("Saved")

    assert [url for url in kept(page) if newer in url]
    context.set_offline(True)
    page.reload()
    settings.select(page, "model", updated)
    assert_answers(page, "2")
    settings.select(page, "model", saved)
    assert_answers(page)


HELD_FILES = """
  const add = Cache.prototype.add;
  let held;
  window.hold = () => void (held = new Promise((resolve) => (window.release = resolve)));
  Cache.prototype.add = async function (request) {
    window.isHolding = !!held;
    await held;
    return add.call(this, request);
  };
"""
"""Files wait to be stored between `hold()` and `release()`."""


def test_a_file_that_is_stored_during_an_update_is_updated_too(
    site: Path, address: str, context: BrowserContext, page: Page
):
    updated, used = [name for name in SMALL if name != CATALOG.default][:2]
    _, old = tfjs_file(site, used)
    page.add_init_script(HELD_FILES)
    visit(page, f"{address}?model={updated}")
    other = context.new_page()
    visit(other, address)
    publish(site, updated)
    newer = publish(site, used)
    visit(page, address)

    page.evaluate("hold()")
    page.get_by_test_id("update-model").click()
    page.wait_for_function("() => window.isHolding")  # which files are stored has been read
    for file in (old, *old["parts"]):
        path = f"models/{file['path']}?sha256={file['sha256']}"
        other.evaluate("(path) => fetch(path)", path)
        until(other, "(path) => caches.match(path)", path)  # the service worker stores it
    with page.expect_event("load"):
        page.evaluate("release()")
    assert [url for url in kept(page) if newer in url]


def test_other_figures_of_the_same_models_are_taken_without_a_question(site: Path, address: str, page: Page):
    visit(page, address)
    catalog, file = tfjs_file(site)
    file["accuracy"] = 0.5
    (site / "models" / "catalog.json").write_text(json.dumps(catalog))
    visit(page, address)
    expect(page.get_by_test_id("update-model")).to_be_hidden()
    visit(page, address)
    expect(page.locator("#accuracy")).to_have_text("50.00 %")


NEWER = "meta[name=newer]"
"""It is in the newer version of the page only."""


def publish_page(site: Path) -> None:
    """Publishes a newer version of the page."""
    (site / "index.html").write_text((site / "index.html").read_text().replace("<title>", '<meta name="newer"><title>'))
    shell = site / "vendor" / "shell.js"
    shell.write_text(re.sub(r'("url": "index.html",\s*"revision": ")\w+', r"\g<1>0123456789abcdef", shell.read_text()))


def test_a_new_version_of_the_page_is_offered_not_forced(site: Path, address: str, page: Page):
    visit(page, address)
    publish_page(site)

    page.reload()
    newer = page.locator(NEWER)
    update = page.get_by_role("button", name="A newer version")
    expect(update).to_be_visible()
    assert newer.count() == 0

    page.evaluate("caches.open('both-sides 0 ' + new URL('.', location.href).href)")
    before = kept(page)
    update.click()
    expect(newer).to_have_count(1)
    assert_answers(page)
    ((name, urls),) = cached(page).items()
    assert name.startswith("both-sides 2 ")
    assert [urlsplit(url).query for url in urls if "/index.html" in url] == ["__WB_REVISION__=0123456789abcdef"]
    assert before and before <= kept(page)


def test_each_tab_takes_the_new_version_when_it_is_told_to(
    site: Path, address: str, context: BrowserContext, page: Page
):
    other = context.new_page()
    for each in (page, other):
        visit(each, address)
    publish_page(site)

    page.reload()
    page.get_by_role("button", name="A newer version").click()
    expect(page.locator(NEWER)).to_have_count(1)
    update = other.get_by_role("button", name="A newer version")
    expect(update).to_be_visible()
    assert other.locator(NEWER).count() == 0
    update.click()
    expect(other.locator(NEWER)).to_have_count(1)
    assert_answers(other)

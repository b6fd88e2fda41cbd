"""Whatever the page's address contains, the page is shown, and names what it does not know."""

import json

import pytest
from playwright.sync_api import Page, expect

import catalog
from tests.browser import settings

NAMES = ("constructor", "toString", "__proto__", "hasOwnProperty", "%00", "<b>", "a" * 3000)
"""The first names are properties of every JavaScript object, and must not be found in a table."""
PARAMETERS = ("view", "model", "precision", "engine", "lang", "server", "other")


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:20])
def test_any_name_shows_the_page(page: Page, static_server: str, name: str):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{static_server}/?{'&'.join(f'{parameter}={name}' for parameter in PARAMETERS)}")
    page.wait_for_selector("html[data-ready=true][data-view=try]")
    expect(page.get_by_test_id("pad")).to_be_visible()
    expect(page.locator("#failure")).to_be_hidden()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    said = page.get_by_test_id("notice").inner_text()
    assert said.count("The default") == 3, said  # of the model, the precision and the engine
    assert errors == []


def test_an_earlier_address_names_the_model_that_is_chosen_now(page: Page, static_server: str):
    page.goto(f"{static_server}/")
    page.wait_for_selector("html[data-ready=true]")
    page.locator("nav a[data-view=measure]").click()
    page.wait_for_selector("html[data-view=measure]")
    settings.select(page, "model", "cnn")
    page.wait_for_url("**/?view=measure&model=cnn**")
    page.go_back()
    page.wait_for_selector("html[data-view=try]")
    page.wait_for_url("**/?model=cnn**")


@pytest.mark.parametrize("name", ["constructor", "toString", "__proto__", "tfjs"])
def test_an_engine_that_is_none_is_named(page: Page, static_server: str, name: str):
    page.goto(f"{static_server}/favicon.svg")
    said = page.evaluate(
        """async ([folder, backend]) => {
          const { load } = await import(`${folder}/js/engine.js`);
          return load("model.json", { backend }).then(() => "loaded", (error) => error.message);
        }""",
        [static_server, name],
    )
    names = "wasm, wasm-threads, webgl, webgpu, cpu, litert, litert-threads, litert-webgpu"
    assert said == f"There is no backend '{name}'. There are: {names}."


def test_a_task_that_is_none_of_the_page_s_own_is_asked_for_a_picture(page: Page, static_server: str):
    published = json.loads(catalog.PATH.read_text(encoding="utf-8"))
    for model in published["models"]:
        model["task"] = "constructor"
    page.route("**/models/{catalog,default}.json", lambda route: route.fulfill(json=published))
    page.goto(f"{static_server}/")
    page.wait_for_selector("html[data-ready=true]")
    expect(page.locator("#hint")).to_have_text("Draw or choose a picture")
    expect(page.get_by_test_id("example")).to_have_count(0)

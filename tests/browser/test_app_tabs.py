"""The Gradio app's tabs in a real Chromium: examples, catalog, links to the page, in both languages."""

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import catalog
from demo.ui.about import HERE
from demo.ui.words import ENGLISH, KOREAN
from harness.server import ROOT
from tests.browser.profiles import fresh_context
from tests.server.app_config import snippets

MODELS = ROOT / "static" / "models"
CATALOG = catalog.load()


def open_tab(page: Page, server: str, name: str) -> None:
    page.goto(server)
    page.get_by_role("tab", name=name, exact=True).click()


def label(page: Page, side: str = "server") -> Locator:
    return page.get_by_test_id(f"{side}-label")


def test_one_click_on_an_example_answers_with_a_model_that_knows_it(page, server):
    open_tab(page, server, "Upload")
    pictures = page.locator("#examples button img")
    expect(pictures).to_have_count(len(list((ROOT / "static/data/examples").glob("*.[pj][np]g"))))

    for name, answer in (("cat.jpg", "cat"), ("digit-2.png", "2"), ("espresso.jpg", "espresso"), ("digit-6.png", "6")):
        page.locator(f"#examples button:has(img[src*='{name}'])").click()
        for side in ("browser", "server"):
            expect(label(page, side)).to_contain_text(answer)


def test_the_models_are_sorted_by_a_click_on_a_header(page, server):
    open_tab(page, server, "Models")
    table = page.locator("#models-table")
    parameters = [model.parameters for model in CATALOG.models]

    for order in (sorted(parameters), sorted(parameters, reverse=True)):
        table.get_by_role("button", name="Parameters").click()
        shown = table.locator("tbody tr td:nth-child(3)").all_inner_texts()
        assert [int(text.replace(",", "")) for text in shown] == order

    measured = [model.accuracy for model in CATALOG.models if model.accuracy is not None]
    for order in (sorted(measured), sorted(measured, reverse=True)):
        table.get_by_role("button", name="Accuracy").click()
        shown = table.locator("tbody tr td:nth-child(2)").all_inner_texts()
        assert shown[: len(order)] == [f"{accuracy:.2%}" for accuracy in order]
        assert not any(text.strip() for text in shown[len(order) :])


def test_a_click_downloads_the_file_that_has_the_hash_beside_it(page, server):
    open_tab(page, server, "Models")
    row = page.locator("#files-table tr:has(a[href$='compact-int8.tflite'])")

    with page.expect_download() as download:
        row.get_by_role("link").click()

    content = Path(download.value.path()).read_bytes()
    assert content == (MODELS / "compact/compact-int8.tflite").read_bytes()
    assert row.locator("code").inner_text() == hashlib.sha256(content).hexdigest()


def test_a_tfjs_model_comes_with_its_weights(page, server):
    file = CATALOG.model("compact").file("tfjs")
    open_tab(page, server, "Models")
    names = []
    expected = sorted(path.rpartition("/")[2] for path in (file.path, *(part.path for part in file.parts)))

    def is_last(download) -> bool:
        names.append(download.suggested_filename)
        return len(names) == len(expected)

    with page.expect_download(is_last):
        page.locator(f"#models-table a[href$='{file.path}']").click()
    assert sorted(names) == expected


def test_the_hash_is_copied(page, server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    open_tab(page, server, "Models")

    page.locator("#files-table tr:has(a[href$='compact-float32.tflite']) button[data-copy]").click()
    page.locator("[data-copy].copied").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == CATALOG.model("compact").file("tflite").sha256


def test_without_a_clipboard_the_text_is_selected_and_the_button_says_so(page, server):
    page.add_init_script("delete Navigator.prototype.clipboard")  # as on plain HTTP
    open_tab(page, server, "Models")

    page.locator("#files-table tr:has(a[href$='compact-float32.tflite']) button[data-copy]").click()
    page.locator("[data-copy].selected").wait_for()

    assert page.evaluate("getSelection().toString()") == CATALOG.model("compact").file("tflite").sha256


def test_a_file_that_is_not_here_says_why(page, server):
    open_tab(page, server, "Models")
    row = page.locator("#models-table tr", has_text="resnet50v2")

    row.locator("summary").first.press("Enter")

    expect(row.locator("details").first).to_contain_text("Too large to be committed; build it with")
    expect(row.locator("details code").first).to_contain_text("python -m export resnet50v2")


def test_every_published_file_is_linked_and_there(page, server):
    open_tab(page, server, "Models")
    page.locator("#files-table").wait_for()
    links = page.locator("#files-table a").evaluate_all("links => links.map((link) => link.href)")
    files = [file for model in CATALOG.models for file in model.files if not file.withheld]
    paths = [path for file in files for path in (file.path, *(part.path for part in file.parts))]

    assert links == [f"{server}/offline/models/{path}" for path in paths if (MODELS / path).exists()]
    assert links
    assert all(page.request.head(link).ok for link in links)


def test_the_comparison_is_one_click_away_and_in_no_frame(page, server):
    open_tab(page, server, "Draw")
    link = page.locator(".ways").locator("visible=true").get_by_role("link", name="The full comparison")

    with page.context.expect_page() as opened:
        link.click()

    assert opened.value.url == f"{server}/offline/?view=compare"
    expect(opened.value.locator("h1")).to_be_visible()
    assert page.locator("iframe").count() == 0


def test_the_snippets_name_the_address_at_which_the_page_is(page, server):
    open_tab(page, server, "About")

    expect(page.locator("#snippet-curl")).to_contain_text(f"{server}/api/predict")
    page.get_by_role("tab", name="JavaScript").click()
    expect(page.locator("#snippet-javascript")).to_contain_text(f'"{server}"')


def test_the_javascript_runs_on_a_page_of_another_host(page, server, static_server):
    code = snippets(server)["javascript"].replace(HERE, server)
    printed = []
    page.on("console", lambda message: printed.append(message.text))
    page.goto(f"{static_server}/favicon.svg")

    page.evaluate(f"async () => {{ {code} }}")

    assert any(text.startswith("2 ") for text in printed)


@pytest.mark.parametrize(("locale", "words"), [("en-US", ENGLISH), ("ko-KR", KOREAN)])
def test_the_browsers_language_is_spoken(browser: Browser, server, locale, words):
    with fresh_context(browser, locale=locale) as context:
        page = context.new_page()
        page.goto(server)
        tabs = page.locator("button[role=tab]").locator("visible=true")
        names = [words[key] for key in ("draw", "upload", "models", "about")]

        expect(tabs).to_have_text(names)
        expect(page.locator(".ways").locator("visible=true")).to_contain_text(
            {"en": "The full comparison", "ko": "전체 비교"}[locale[:2]]
        )
        page.get_by_role("tab", name=words["models"], exact=True).click()
        expect(page.locator("#models-table th").first.locator("span:visible")).to_have_text(words["model"])
        page.get_by_role("tab", name=words["about"], exact=True).click()
        expect(page.locator("#about h2").first).to_be_visible()
        assert page.locator("#about h2").first.inner_text() in words["about_text"]

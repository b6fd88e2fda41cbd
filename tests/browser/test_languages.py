"""English and Korean: chosen by the browser's language or the switch, for every text of the page."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

import catalog
from harness import drawing
from tests.browser.languages import HANGUL, SHOWN
from tests.browser.profiles import fresh_context

VIEWS = ("try", "compare", "teach", "measure", "downloads", "own")


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector("html[data-ready=true]")
    return page


def languages_of(browser: Browser, address: str, locale: str) -> tuple[str, str]:
    with fresh_context(browser, locale=locale) as context:
        page = opened(context.new_page(), address)
        return page.locator("html").get_attribute("lang"), page.locator("nav a").first.inner_text()


@pytest.mark.parametrize(
    ("locale", "language", "first"),
    [("en-GB", "en", "Try"), ("ko-KR", "ko", "해 보기"), ("fr-FR", "en", "Try")],
)
def test_the_browsers_language_is_spoken(browser: Browser, static_server: str, locale: str, language: str, first: str):
    assert languages_of(browser, f"{static_server}/", locale) == (language, first)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("model=nope", "'nope' 모델은 없습니다. 쓸 수 있는 모델: "),
        ("precision=nope", "정밀도가 'nope'인 tfjs 파일이 없습니다. 쓸 수 있는 정밀도: "),
    ],
)
def test_an_unknown_name_is_said_in_korean(page: Page, static_server: str, query: str, sentence: str):
    opened(page, f"{static_server}/?lang=ko&{query}")
    expect(page.get_by_test_id("notice")).to_contain_text(sentence)
    expect(page.get_by_test_id("notice")).not_to_contain_text("There")


def test_a_worker_that_does_not_start_is_said_in_korean(page: Page, static_server: str):
    page.route("**/worker.js*", lambda route: route.abort())
    page.goto(f"{static_server}/?lang=ko")
    expect(page.locator("#failure-message")).to_have_text("워커를 시작하지 못했습니다.")


def test_missing_test_digits_are_said_in_korean(page: Page, static_server: str):
    page.route("**/data/t10k-*", lambda route: route.fulfill(status=404))
    opened(page, f"{static_server}/?view=measure&lang=ko")
    page.get_by_test_id("evaluate-1000").click()
    expect(page.get_by_test_id("evaluated")).to_contain_text("이 호스트에 없습니다(응답 코드 404).")


def test_a_drawing_survives_the_switch(page: Page, static_server: str):
    opened(page, f"{static_server}/")
    drawing.draw(page, page.get_by_test_id("pad"), "7")
    expect(page.get_by_test_id("browser-label")).to_have_text("7")
    page.get_by_test_id("language").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page.get_by_test_id("browser-label")).to_have_text("7")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-ready", "true")
    expect(page.locator("html")).to_have_attribute("data-pad", "empty")


def test_the_switch_changes_it_and_it_is_kept(page: Page, static_server: str):
    opened(page, f"{static_server}/?view=measure")
    switch = page.get_by_test_id("language")
    expect(switch).to_have_text("한국어")
    expect(switch).to_have_attribute("lang", "ko")
    switch.click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page).to_have_title("Both Sides, 브라우저에서")
    expect(page.locator("nav a[aria-current]")).to_have_text("측정")  # the view stays
    expect(switch).to_have_text("English")
    expect(switch).to_have_attribute("lang", "en")

    opened(page, f"{static_server}/")  # the address does not contain the language
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    page.get_by_test_id("language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("nav a").first).to_have_text("Try")


def names() -> set[str]:
    """Texts that are the same in every language: names of models, files, formats, engines and measures, commands."""
    published = catalog.load()
    files = [file for model in published.models for file in model.files]
    named = {f"{model.title} ({model.name})" for model in published.models} | {
        model.title for model in published.models
    }
    named |= {part.path for file in files for part in (file, *file.parts)}
    hashes = {part.sha256 for file in files for part in (file, *file.parts)}
    named |= hashes | {each[:12] for each in hashes}
    named |= {f"{model.name} {file.precision}" for model in published.models for file in model.files}
    named |= {"Android", "iOS", "Python", "JavaScript", "3G", "4G", "make android"}
    return named | {"Both Sides", "English", "한국어", "SHA-256", "p50", "p95", "LiteRT.js"}


UNWORDED = [
    r"TensorFlow\.js, \w+",
    r"[\w-]+, [\d.]+ [KM]B",  # a precision in the picker
    r"[–\d.,e+%×-]+( ?(%|ms|[KM]?B))?",  # numbers
]


@pytest.mark.parametrize("view", VIEWS)
def test_every_text_changes(page: Page, static_server: str, view: str):
    texts = {}
    for language in ("en", "ko"):
        opened(page, f"{static_server}/?view={view}&lang={language}")
        if view != "try":
            expect(page.locator(f"#view-{view} > :visible").first).to_be_visible()
        page.wait_for_function("() => !document.querySelector('[aria-busy=true]')")
        texts[language] = set(page.evaluate(SHOWN))
    same = {text for text in texts["en"] & texts["ko"] if not any(re.fullmatch(each, text) for each in UNWORDED)}
    assert same - names() == set()
    assert not [text for text in texts["en"] - {"한국어"} if HANGUL.search(text)]

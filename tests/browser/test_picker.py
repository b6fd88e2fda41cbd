"""The picker of model and precision: its options, the choice in the address, and files that cannot be loaded."""

import dataclasses
import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import catalog
from catalog import Catalog, File, Model
from harness import drawing
from tests.browser import settings
from tests.browser.profiles import fresh_context

CATALOG = catalog.load()
FOLDER = catalog.PATH.parent
DEFAULT = CATALOG.model()
OTHER = next(model for model in CATALOG.models if model.task == "digit" and model.name != DEFAULT.name)


def offered(model: Model) -> list[File]:
    return [file for file in model.files if file.format == "tfjs" and not file.withheld]


EXACT = [file for file in offered(DEFAULT) if file.max_difference <= 1e-5]
SMALLEST = min(EXACT, key=lambda file: file.bytes).precision
"""The default file: the smallest one that gives the same answers as the trained model."""
COMMITTED = [(model, file) for model in CATALOG.models for file in offered(model) if not file.command]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Without a service worker, because Playwright cannot intercept its requests."""
    with fresh_context(browser) as context:
        yield context.new_page()


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)


def settle(page: Page) -> None:
    """Waits until a model answers."""
    page.wait_for_selector("html[data-ready]")
    assert page.locator("html").get_attribute("data-ready") == "true", page.get_by_role("alert").inner_text()


def choose(page: Page, model: str, precision: str | None = None) -> None:
    settings.select(page, "model", model)
    settle(page)
    if precision:
        settings.select(page, "precision", precision)
        settle(page)


def chosen(page: Page) -> tuple[str, str]:
    return page.get_by_test_id("model").input_value(), page.get_by_test_id("precision").input_value()


def texts(page: Page, select: str) -> list[str]:
    return page.get_by_test_id(select).locator("option").all_text_contents()


def with_file(model: Model, precision: str, **changes) -> Catalog:
    """The catalog with another entry for one TF.js file."""
    files = [
        dataclasses.replace(file, **changes) if (file.format, file.precision) == ("tfjs", precision) else file
        for file in model.files
    ]
    return CATALOG.with_model(dataclasses.replace(model, files=tuple(files)))


def serve_catalog(page: Page, served: Catalog) -> None:
    page.route("**/models/{catalog,default}.json", lambda route: route.fulfill(body=served.to_json()))


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_it_offers_what_this_host_has(page: Page, static_server: str):
    open_page(page, f"{static_server}/")
    here = [model for model in CATALOG.models if any(not file.command for file in offered(model))]
    settings.show(page)
    models = page.get_by_test_id("model").locator("option")
    expect(models).to_have_text([f"{model.title} ({model.name})" for model in here])
    page.keyboard.press("Escape")
    assert chosen(page) == (DEFAULT.name, SMALLEST)
    for model, size in ((DEFAULT, len(offered(DEFAULT))), (OTHER, len(offered(OTHER)))):
        choose(page, model.name)
        shown = [text.split(", ") for text in texts(page, "precision")]
        assert [precision for precision, _ in shown] == [file.precision for file in offered(model)]
        assert len({size for _, size in shown}) == size
    assert not parameters(page).keys() - {"model", "precision"}


@pytest.mark.parametrize(("model", "file"), COMMITTED, ids=[file.path for _, file in COMMITTED])
def test_every_committed_file_answers(page: Page, static_server: str, model: Model, file: File):
    open_page(page, f"{static_server}/?model={model.name}&precision={file.precision}")
    assert chosen(page) == (model.name, file.precision)
    label = page.get_by_test_id("browser-label")
    expect(label).to_have_text("")  # there is no answer yet

    page.get_by_test_id("example").first.click()

    expect(label).not_to_have_text("")
    probabilities = json.loads(label.get_attribute("data-probabilities"))
    if len(model.labels) == 10:
        assert list(probabilities) == list(model.labels)
        assert sum(probabilities.values()) == pytest.approx(1, abs=1e-3)
    else:  # the five that are shown, not all thousand
        assert len(probabilities) == 5 and set(probabilities) < set(model.labels)
        assert list(probabilities.values()) == sorted(probabilities.values(), reverse=True)
    assert label.inner_text() == max(probabilities, key=probabilities.get)
    assert page.locator("#bars li").count() == (10 if len(model.labels) == 10 else 5)


def test_the_address_selects_and_nothing_else_is_fetched(page: Page, static_server: str):
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{static_server}/?model={OTHER.name}&precision=float16&other=1#part")
    settle(page)
    weights = [url for url in requests if ".bin" in url and "/front_end/" not in url]
    assert weights and all(f"/{OTHER.name}/tfjs-float16/" in url for url in weights)
    assert chosen(page) == (OTHER.name, "float16")

    choose(page, DEFAULT.name)
    assert parameters(page) == {"model": [DEFAULT.name], "precision": [SMALLEST], "other": ["1"]}
    assert page.url.endswith("#part")
    page.reload()
    settle(page)
    assert chosen(page) == (DEFAULT.name, SMALLEST)


def test_an_unknown_name_gets_a_sentence_and_the_default_answers(page: Page, static_server: str):
    open_page(page, f"{static_server}/?model={OTHER.name}&precision=int3")
    notice = page.get_by_test_id("notice")
    expect(notice).to_contain_text(f"Model '{OTHER.name}' has no tfjs file of precision 'int3'. There are: float32, ")
    assert chosen(page) == (OTHER.name, "float32")
    assert parameters(page) == {"model": [OTHER.name], "precision": ["float32"]}
    drawing.draw(page, page.get_by_test_id("pad"), "7")
    expect(page.get_by_test_id("browser-label")).to_have_text("7")
    expect(notice).to_be_hidden()


def test_a_change_says_what_it_loads_and_answers_what_is_drawn_anew(page: Page, static_server: str):
    held: list[Route] = []
    page.route(f"**/{OTHER.name}/**/*.bin?*", lambda route: held.append(route))
    open_page(page, f"{static_server}/")
    label = page.get_by_test_id("browser-label")
    drawing.draw(page, page.get_by_test_id("pad"), "4")
    expect(label).to_have_text("4")
    before = label.get_attribute("data-probabilities")

    settings.select(page, "model", OTHER.name)
    kilobytes = round(OTHER.file("tfjs").bytes / 1000)
    expect(page.get_by_text(f"Loading {OTHER.title}, {kilobytes} KB")).to_be_visible()
    expect(label).to_have_text("")
    while not held:
        page.wait_for_timeout(50)  # Playwright handles a request between its calls
    held[0].continue_()

    settle(page)
    expect(label).to_have_text("4")
    assert label.get_attribute("data-probabilities") != before
    assert page.locator("#accuracy").inner_text() == f"{OTHER.file('tfjs').accuracy * 100:.2f} %"


def test_the_last_of_several_quick_changes_wins(page: Page, static_server: str):
    open_page(page, f"{static_server}/")
    for name in (OTHER.name, DEFAULT.name, OTHER.name):
        settings.select(page, "model", name)
    settings.select(page, "precision", "float16")
    page.wait_for_url(re.compile("precision=float16"))
    settle(page)
    assert chosen(page) == (OTHER.name, "float16")


def test_a_file_that_must_be_built_gets_its_command_and_another_precision_stands_in(page: Page, static_server: str):
    command = f"python -m export {OTHER.name}"
    serve_catalog(page, with_file(OTHER, "float32", command=command))
    page.route(f"**/{OTHER.name}/tfjs-float32/**", lambda route: route.fulfill(status=404))
    open_page(page, f"{static_server}/?model={OTHER.name}&precision=float32")

    notice = page.get_by_test_id("notice")
    expect(notice).to_contain_text("must be built first")
    expect(notice).to_contain_text(command)
    assert chosen(page) == (OTHER.name, "float16")
    assert parameters(page)["precision"] == ["float16"]
    drawing.draw(page, page.get_by_test_id("pad"), "1")
    expect(page.get_by_test_id("browser-label")).to_have_text("1")


def test_what_cannot_be_loaded_leaves_the_model_before(page: Page, static_server: str):
    page.route(f"**/{OTHER.name}/**", lambda route: route.fulfill(status=404))
    open_page(page, f"{static_server}/")
    drawing.draw(page, page.get_by_test_id("pad"), "0")
    choose(page, OTHER.name)

    expect(page.get_by_test_id("notice")).to_contain_text("is not on this host: it answers 404")
    assert chosen(page) == (DEFAULT.name, SMALLEST)
    expect(page.get_by_test_id("browser-label")).to_have_text("0")


def test_a_download_that_ends_too_early_is_not_shown_as_running(page: Page, static_server: str):
    page.context.route("**/vendor/litert/*.wasm*", lambda route: route.fulfill(body=bytes(100_000)))
    open_page(page, f"{static_server}/")
    settings.select(page, "engine-picker", "litert")
    expect(page.get_by_test_id("notice")).to_contain_text("LiteRT")
    expect(page.locator("#progress")).to_be_hidden()


def test_where_the_default_cannot_be_loaded_another_can_be_chosen(page: Page, static_server: str):
    page.route(f"**/{DEFAULT.name}/**", lambda route: route.fulfill(status=404))
    page.goto(f"{static_server}/")
    page.wait_for_selector("html[data-ready=failed]")
    settings.select(page, "model", OTHER.name)
    page.wait_for_selector("html[data-ready=true]")
    expect(page.get_by_text("The model failed to load.")).to_be_hidden()
    drawing.draw(page, page.get_by_test_id("pad"), "3")
    expect(page.get_by_test_id("browser-label")).to_have_text("3")


def test_a_model_of_photographs_asks_for_one_and_offers_some(page: Page, static_server: str):
    photo = next((model for model in CATALOG.models if model.task == "photo"), None)
    assert photo, "the catalog has no model for photographs"
    small = min(offered(photo), key=lambda file: file.bytes)
    open_page(page, f"{static_server}/")
    digits = page.get_by_test_id("example").count()
    page.goto(f"{static_server}/?model={photo.name}&precision={small.precision}")
    settle(page)
    hint = page.locator("#hint", has_text="Choose a photograph")
    expect(hint).to_be_visible()
    page.get_by_role("button", name="espresso").click()
    expect(page.get_by_test_id("browser-label")).to_have_text("espresso")
    expect(hint).to_be_hidden()
    assert digits and page.get_by_test_id("example").count() not in (0, digits)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_on_a_narrow_screen_the_choice_can_be_read(page: Page, static_server: str, language: str):
    page.set_viewport_size({"width": 360, "height": 640})
    open_page(page, f"{static_server}/?lang={language}")
    settings.show(page)
    for name in ("model", "precision", "engine-picker"):
        room, text = page.get_by_test_id(name).evaluate(
            """(select) => {
              const measure = document.createElement("canvas").getContext("2d");
              measure.font = getComputedStyle(select).font;
              return [select.clientWidth - 30, measure.measureText(select.selectedOptions[0].text).width];
            }"""
        )
        assert text <= room, f"{name} has {room} px for {text:.0f}"
    page.keyboard.press("Escape")
    answer = page.locator("#answer .side-answer").bounding_box()
    assert answer["y"] + answer["height"] <= 640  # pad and answer are visible together
    page.locator("#benchmark summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

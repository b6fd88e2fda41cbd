"""The view Teach: signs of the reader's own, learned on the device, and taken along as a model."""

import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from harness import drawing
from tests.browser.accessibility import DESKTOP, SMALL, faults
from tests.browser.profiles import fresh_context
from tests.browser.teaching import answers, draw, examples, loaded, open_lesson, opened, saved, settled, teach

ANSWER = """async ([folder, root]) => {
  const { load } = await import(`${root}/js/engine.js`);
  const { pixelsOf } = await import(`${root}/js/input/picture.js`);
  const engine = await load(`${folder}/model.json`);
  return [...(await engine.predict(pixelsOf(document.getElementById("pad"), engine.input)))];
}"""


@pytest.mark.parametrize("size", [(390, 844), (1280, 800)], ids=["phone", "desktop"])
def test_a_few_examples_teach_it_and_nothing_leaves_the_device(
    browser: Browser, static_server: str, size: tuple[int, int]
):
    viewport = {"width": size[0], "height": size[1]}
    with fresh_context(browser, is_stored=True, viewport=viewport) as context:
        requests: list[str] = []
        page = opened(context.new_page(), static_server)
        message = page.get_by_test_id("taught-message")
        expect(message).to_have_text("Draw a sign, then press the button of its class.")
        page.get_by_test_id("class-name").first.fill("Ring")
        drawing.draw(page, page.get_by_test_id("pad"), "0")
        page.wait_for_selector("html[data-offline=ready]")  # so that only what the view itself asks for is counted
        context.on("request", lambda request: requests.append(request.url))

        teach(page, ("0", 0))
        expect(message).to_have_text("Now draw another sign, and press the button of another class.")
        teach(page, ("4", 1))
        expect(message).to_have_text("Draw one of your signs: it answers.")  # the pad is empty again
        expect(page.get_by_test_id("leave-one-out")).to_have_text("after two of each")
        teach(page, ("0", 0), ("4", 1))

        answers(page, "0", "Ring")
        answers(page, "4", "Sign 2")
        expect(page.get_by_test_id("class").nth(1)).to_have_class("teach-class best")
        expect(page.get_by_test_id("count")).to_have_text("4")
        expect(page.get_by_test_id("leave-one-out")).to_have_text("4 of 4 right")
        for testid in ("learned", "step"):
            expect(page.get_by_test_id(testid)).to_contain_text("ms")
        assert [url for url in requests if not url.startswith(("blob:", "data:"))] == []
        expect(page.get_by_test_id("sent")).to_have_text("Bytes sent: 0.")
        expect(page.get_by_text("does not leave this device")).to_be_visible()


def test_nothing_of_it_is_loaded_before_it_is_shown(page: Page, static_server: str):
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url.partition("?")[0]))
    page.context.on("request", lambda request: requests.append(request.url.partition("?")[0]))
    page.goto(f"{static_server}/index.html")
    page.wait_for_selector("html[data-ready=true]")
    parts = ("teach", "features.json")
    assert [url for url in requests if any(part in url for part in parts)] == []
    page.locator("nav a[data-view=teach]").click()
    expect(page.get_by_test_id("class").first).to_be_visible()
    loaded(page)
    assert {part for part in parts if any(part in url for url in requests)} == set(parts)


def test_features_that_could_not_be_loaded_are_loaded_with_the_next_picture(page: Page, static_server: str):
    is_lost = True
    page.context.route("**/features.json*", lambda route: route.abort() if is_lost else route.continue_())
    opened(page, static_server)
    expect(page.locator("#view-teach .side-card")).to_have_attribute("data-state", "problem")
    is_lost = False
    draw(page, "0")
    expect(page.get_by_test_id("taught-message")).to_have_text("Draw a sign, then press the button of its class.")
    teach(page, ("0", 0))


def test_an_empty_pad_is_no_example(lesson: Page):
    lesson.get_by_test_id("add").first.click()
    expect(lesson.get_by_test_id("taught-message")).to_have_text(
        "Draw or photograph a sign first, then press the button."
    )
    expect(examples(lesson, 0)).to_have_count(0)


def test_photographs_are_seen_by_the_other_model(taught: Page):
    taught.get_by_test_id("features-photo").check()
    loaded(taught)
    expect(taught.get_by_test_id("leave-one-out")).to_contain_text("of 4 right")
    draw(taught, "0")
    label = taught.get_by_test_id("taught-label")
    expect(label).to_have_text("Sign 1")
    of_photo = label.get_attribute("data-probabilities")
    taught.get_by_test_id("features-compact").check()
    loaded(taught)
    expect(label).not_to_have_attribute("data-probabilities", of_photo)
    expect(label).to_have_text("Sign 1")


def test_the_camera_goes_on_while_its_pictures_are_added(lesson: Page):
    lesson.get_by_test_id("camera").click()
    lesson.wait_for_selector("html[data-pad=used]")
    for count in (1, 2):
        lesson.get_by_test_id("add").first.click()
        expect(examples(lesson, 0)).to_have_count(count)
    expect(lesson.get_by_test_id("camera")).to_have_attribute("aria-pressed", "true")
    lesson.get_by_test_id("camera").click()


def test_the_downloaded_model_answers_as_the_page_does(taught: Page, static_server: str, tmp_path: Path):
    taught.get_by_test_id("add-class").click()
    teach(taught, ("7", 2), ("7", 2))
    with zipfile.ZipFile(saved(taught, "taught-model", tmp_path / "model.zip")) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    assert files.keys() == {"model.json", "weights.bin", "labels.txt"}
    assert files["labels.txt"].decode() == "Sign 1\nSign 2\nSign 3\n"
    taught.route(
        f"{static_server}/taught/*", lambda route: route.fulfill(body=files[route.request.url.rpartition("/")[2]])
    )
    for digit, place in (("0", 0), ("4", 1), ("7", 2), ("3", None)):
        label = taught.get_by_test_id("taught-label")
        before = label.get_attribute("data-probabilities")
        draw(taught, digit)
        expect(label).not_to_have_text("")
        settled(taught)
        assert label.get_attribute("data-probabilities") != before
        expected = json.loads(label.get_attribute("data-probabilities"))
        given = taught.evaluate(ANSWER, [f"{static_server}/taught", static_server])
        assert given == pytest.approx(expected, abs=1e-5)
        assert place is None or given.index(max(given)) == place


@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_serious_for_axe_when_it_is_taught(
    page: Page, static_server: str, drawn_lesson: Path, language: str
):
    open_lesson(opened(page, static_server, language), drawn_lesson)
    page.get_by_test_id("class-name").first.fill("")  # it gets the page's own name again
    answers(page, "0", {"en": "Sign 1", "ko": "기호 1"}[language])
    assert faults(page, SMALL, DESKTOP) == []

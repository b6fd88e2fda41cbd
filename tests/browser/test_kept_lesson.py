"""What was taught is kept on the device, also without a network, and taken to another one as a file."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import catalog
from harness.hosts import serve
from harness.server import ROOT
from tests.browser.profiles import fresh_context
from tests.browser.teaching import (
    PAIRS,
    answers,
    draw,
    examples,
    kept,
    loaded,
    open_lesson,
    opened,
    saved,
    settled,
    teach,
    wait_until_kept,
)
from tests.browser.waiting import until

FEATURES = catalog.load().model("compact").features.file


def test_it_is_kept_and_can_be_removed_one_by_one_and_altogether(taught: Page, static_server: str):
    wait_until_kept(taught, [2, 2])
    opened(taught, static_server)
    answers(taught, "4", "Sign 2")

    examples(taught, 0).first.click()
    expect(examples(taught, 0)).to_have_count(1)
    expect(taught.get_by_test_id("leave-one-out")).to_have_text("after two of each")
    taught.on("dialog", lambda dialog: dialog.accept())
    taught.get_by_test_id("clear-lesson").click()
    expect(taught.get_by_test_id("count")).to_have_text("0")
    wait_until_kept(taught, None)
    opened(taught, static_server)
    expect(taught.get_by_test_id("count")).to_have_text("0")


def test_a_newer_model_sees_the_kept_pictures_again(taught: Page, static_server: str):
    draw(taught, "0")
    expect(taught.get_by_test_id("taught-label")).to_have_text("Sign 1")
    before = settled(taught)
    wait_until_kept(taught, [2, 2])
    assert taught.evaluate(kept(change=True)) == [2, 2]
    opened(taught, static_server)
    draw(taught, "0")
    expect(taught.get_by_test_id("taught-label")).to_have_attribute("data-probabilities", before)


def test_a_saved_lesson_is_opened_on_another_device(taught: Page, browser: Browser, static_server: str, tmp_path: Path):
    taught.get_by_test_id("class-name").first.fill("고리")
    draw(taught, "4")
    expect(taught.get_by_test_id("taught-label")).to_have_text("Sign 2")
    file = saved(taught, "save-lesson", tmp_path / "signs.json")
    with fresh_context(browser) as another:
        page = opened(another.new_page(), static_server)
        open_lesson(page, file)
        draw(page, "4")
        # the same drawing on a pad of the same size, so the same probabilities
        expected = taught.get_by_test_id("taught-label").get_attribute("data-probabilities")
        expect(page.get_by_test_id("taught-label")).to_have_attribute("data-probabilities", expected)
        answers(page, "0", "고리")


@pytest.mark.parametrize("damage", ["json", "pixels"])
def test_a_file_that_is_not_a_lesson_is_refused_with_a_sentence(
    taught: Page, drawn_lesson: Path, tmp_path: Path, damage: str
):
    content = json.loads(drawn_lesson.read_text(encoding="utf-8"))
    file = tmp_path / "signs.json"
    if damage == "pixels":  # the head of the PNG is right, the rest is not
        picture = content["classes"][0]["examples"][1]
        content["classes"][0]["examples"][1] = picture[:60] + "A" * (len(picture) - 60)
        file.write_text(json.dumps(content), encoding="utf-8")
        taught.on("dialog", lambda dialog: dialog.accept())
    else:
        file.write_text("<svg onload=alert(1)>", encoding="utf-8")
    taught.get_by_test_id("lesson-file").set_input_files(file)
    if damage == "json":
        expect(taught.get_by_test_id("notice")).to_contain_text("it is not JSON")
    else:
        expect(taught.get_by_test_id("notice")).to_contain_text("Example 2 of 'Sign 1' is damaged.")
    expect(taught.get_by_test_id("count")).to_have_text("4")  # what was there is still there
    answers(taught, "4", "Sign 2")


@pytest.mark.stored
def test_it_works_without_a_network(context: BrowserContext, page: Page):
    with serve(ROOT) as host:
        opened(page, f"{host}/static")
        teach(page, *PAIRS)
        page.wait_for_selector("html[data-offline=ready]")
        stored = """async (path) => {
          for (const name of await caches.keys())
            for (const { url } of await (await caches.open(name)).keys()) if (url.includes(path)) return true;
          return false;
        }"""
        for part in (FEATURES, *FEATURES.parts):
            until(page, stored, part.path)
        wait_until_kept(page, [2, 2])
    page.reload()  # there is no host any more
    page.wait_for_selector("html[data-ready=true]")
    loaded(page)
    answers(page, "0", "Sign 1")
    teach(page, ("7", 1))
    expect(page.get_by_test_id("count")).to_have_text("5")

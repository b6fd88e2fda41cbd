"""The view Teach: signs of the reader's own, learned on the device, kept there, and taken along as files."""

import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import catalog
from tests.browser import drawing
from tests.browser.accessibility import DESKTOP, SMALL, faults
from tests.browser.conftest import fresh_context, serve
from tests.browser.waiting import until
from tests.conftest import ROOT

FEATURES = {model.name: model.features.file for model in catalog.load().models if model.features}
KEPT = """async () => {
  const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.includes("teach"));
  const database = await new Promise((resolve) => {
    indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result);
  });
  const lessons = database.transaction("lessons", "readwrite").objectStore("lessons");
  const record = await new Promise((resolve) => {
    lessons.get("current").onsuccess = ({ target }) => resolve(target.result);
  });
  if (record && CHANGE) {
    record.version = "an older one";
    for (const { examples } of record.lesson.classes) for (const example of examples) example.features.fill(1);
    lessons.put(record, "current");
  }
  await new Promise((resolve) => (lessons.transaction.oncomplete = resolve));
  database.close();
  return record?.lesson.classes.map(({ examples }) => examples.length) ?? null;
}"""
"""The number of kept examples of each class; with `CHANGE`, their features are spoilt, as if of an older model."""
ANSWER = """async ([folder, root]) => {
  const { load } = await import(`${root}/js/engine.js`);
  const { pixelsOf } = await import(`${root}/js/input/picture.js`);
  const engine = await load(`${folder}/model.json`);
  return [...(await engine.predict(pixelsOf(document.getElementById("pad"), engine.input)))];
}"""


def opened(page: Page, address: str, language: str = "en") -> Page:
    page.goto(f"{address}/index.html?view=teach&lang={language}")
    page.wait_for_selector("html[data-ready=true]")
    expect(page.get_by_test_id("class").first).to_be_visible()
    loaded(page)
    return page


def loaded(page: Page) -> None:
    """Waits for the features."""
    expect(page.locator("#view-teach .side-card")).not_to_have_attribute("data-state", "loading")


@pytest.fixture
def lesson(page: Page, static_server: str) -> Page:
    return opened(page, static_server)


@pytest.fixture(scope="module")
def drawn(browser: Browser, static_server: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved lesson: two drawings of each of two signs."""
    with fresh_context(browser) as context:
        page = opened(context.new_page(), static_server)
        teach(page, *PAIRS)
        return saved(page, "save-lesson", tmp_path_factory.mktemp("lesson") / "signs.json")


@pytest.fixture
def taught(lesson: Page, drawn: Path) -> Page:
    return open_lesson(lesson, drawn)


def open_lesson(page: Page, file: Path) -> Page:
    page.get_by_test_id("lesson-file").set_input_files(file)
    expect(page.get_by_test_id("count")).to_have_text("4")
    loaded(page)
    return page


def draw(page: Page, digit: str) -> None:
    page.get_by_test_id("clear").click()
    drawing.draw(page, page.get_by_test_id("pad"), digit)


def examples(page: Page, place: int):
    return page.get_by_test_id("class-examples").nth(place).get_by_role("button")


def teach(page: Page, *signs: tuple[str, int]) -> None:
    """Draws each digit and adds it to the class at that place."""
    for digit, place in signs:
        before = examples(page, place).count()
        draw(page, digit)
        page.get_by_test_id("add").nth(place).click()
        expect(examples(page, place)).to_have_count(before + 1)


PAIRS = (("0", 0), ("4", 1), ("0", 0), ("4", 1))


def answers(page: Page, digit: str, name: str) -> None:
    draw(page, digit)
    expect(page.get_by_test_id("taught-label")).to_have_text(name)


def settled(page: Page) -> str | None:
    """The probabilities of the whole drawing: a part of it is answered too."""
    label, before = page.get_by_test_id("taught-label"), ""
    while (now := label.get_attribute("data-probabilities")) != before:
        before = now
        page.wait_for_timeout(500)
    return before


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


def test_an_empty_pad_is_no_example(lesson: Page):
    lesson.get_by_test_id("add").first.click()
    expect(lesson.get_by_test_id("taught-message")).to_have_text(
        "Draw or photograph a sign first, then press the button."
    )
    expect(examples(lesson, 0)).to_have_count(0)


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


def kept(change: bool = False) -> str:
    return KEPT.replace("CHANGE", str(change).lower())


def wait_until_kept(page: Page, counts: list[int] | None) -> None:
    until(page, f"async (counts) => JSON.stringify(await ({kept()})()) === JSON.stringify(counts)", counts)


def test_a_newer_model_sees_the_kept_pictures_again(taught: Page, static_server: str):
    draw(taught, "0")
    expect(taught.get_by_test_id("taught-label")).to_have_text("Sign 1")
    before = settled(taught)
    wait_until_kept(taught, [2, 2])
    assert taught.evaluate(kept(change=True)) == [2, 2]
    opened(taught, static_server)
    draw(taught, "0")
    expect(taught.get_by_test_id("taught-label")).to_have_attribute("data-probabilities", before)


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


def saved(page: Page, testid: str, place: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_test_id(testid).click()
    download.value.save_as(place)
    return place


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
def test_a_file_that_is_not_a_lesson_is_refused_with_a_sentence(taught: Page, drawn: Path, tmp_path: Path, damage: str):
    content = json.loads(drawn.read_text(encoding="utf-8"))
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
        for part in (FEATURES["compact"], *FEATURES["compact"].parts):
            until(page, stored, part.path)
        wait_until_kept(page, [2, 2])
    page.reload()  # there is no host any more
    page.wait_for_selector("html[data-ready=true]")
    loaded(page)
    answers(page, "0", "Sign 1")
    teach(page, ("7", 1))
    expect(page.get_by_test_id("count")).to_have_text("5")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_serious_for_axe_when_it_is_taught(page: Page, static_server: str, drawn: Path, language: str):
    open_lesson(opened(page, static_server, language), drawn)
    page.get_by_test_id("class-name").first.fill("")  # it gets the page's own name again
    answers(page, "0", {"en": "Sign 1", "ko": "기호 1"}[language])
    assert faults(page, SMALL, DESKTOP) == []

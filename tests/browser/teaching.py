"""The view Teach, as tests use it."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from harness import drawing
from tests.browser.waiting import until

PAIRS = (("0", 0), ("4", 1), ("0", 0), ("4", 1))
"""Digits, each with the place of its class: two drawings of each of two signs."""

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


def opened(page: Page, address: str, language: str = "en") -> Page:
    page.goto(f"{address}/index.html?view=teach&lang={language}")
    page.wait_for_selector("html[data-ready=true]")
    expect(page.get_by_test_id("class").first).to_be_visible()
    loaded(page)
    return page


def loaded(page: Page) -> None:
    """Waits for the features."""
    expect(page.locator("#view-teach .side-card")).not_to_have_attribute("data-state", "loading")


def open_lesson(page: Page, file: Path) -> Page:
    page.get_by_test_id("lesson-file").set_input_files(file)
    expect(page.get_by_test_id("count")).to_have_text("4")
    loaded(page)
    return page


def draw(page: Page, digit: str) -> None:
    page.get_by_test_id("clear").click()
    drawing.draw(page, page.get_by_test_id("pad"), digit)


def examples(page: Page, place: int) -> Locator:
    return page.get_by_test_id("class-examples").nth(place).get_by_role("button")


def teach(page: Page, *signs: tuple[str, int]) -> None:
    """Draws each digit and adds it to the class at that place."""
    for digit, place in signs:
        before = examples(page, place).count()
        draw(page, digit)
        page.get_by_test_id("add").nth(place).click()
        expect(examples(page, place)).to_have_count(before + 1)


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


def kept(change: bool = False) -> str:
    return KEPT.replace("CHANGE", str(change).lower())


def wait_until_kept(page: Page, counts: list[int] | None) -> None:
    until(page, f"async (counts) => JSON.stringify(await ({kept()})()) === JSON.stringify(counts)", counts)


def saved(page: Page, testid: str, place: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_test_id(testid).click()
    download.value.save_as(place)
    return place

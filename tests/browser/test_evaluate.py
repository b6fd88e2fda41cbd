"""The MNIST test set, run in the page: accuracy, the confusion matrix, and the stop button."""

import json
import re

import pytest
from playwright.sync_api import Page, Route, expect

import catalog
from harness.server import PATIENCE


@pytest.fixture
def opened(page: Page, static_server: str) -> Page:
    page.goto(f"{static_server}/index.html?view=measure")
    page.wait_for_selector("html[data-ready=true]")
    return page


def test_a_thousand_images_give_accuracy_and_a_confusion_matrix(opened: Page):
    opened.get_by_test_id("evaluate-1000").click()
    table = opened.get_by_test_id("confusion")
    expect(table).to_be_visible(timeout=5 * PATIENCE * 1000)
    said = opened.get_by_test_id("evaluated").inner_text()
    rows = [[int(text) for text in row.locator("td").all_inner_texts()] for row in table.locator("tr").all()[1:]]
    assert sum(map(sum, rows)) == 1000
    right = sum(row[digit] for digit, row in enumerate(rows))
    assert f"Accuracy {right / 10:.2f} % on 1,000 images" in said
    file = catalog.load().model().file("tfjs")
    assert f"{file.accuracy:.2%}".replace("%", " %") in said and right >= 980


def test_it_can_be_stopped(opened: Page):
    opened.get_by_test_id("evaluate-10000").click()
    expect(opened.get_by_test_id("evaluated-count")).to_contain_text(re.compile(r"^[\d,]+ of 10,000 images$"))
    expect(opened.get_by_test_id("evaluated")).to_be_empty()
    opened.get_by_test_id("evaluate-stop").click()
    expect(opened.get_by_test_id("evaluate-10000")).to_be_enabled()
    done = re.search(r"on ([\d,]+) images", opened.get_by_test_id("evaluated").inner_text())
    assert 0 < int(done[1].replace(",", "")) < 10_000


def test_the_keyboard_keeps_its_place(opened: Page):
    start, stop = opened.get_by_test_id("evaluate-10000"), opened.get_by_test_id("evaluate-stop")
    start.press("Enter")
    expect(opened.get_by_test_id("evaluated-count")).to_contain_text("of 10,000 images")
    expect(start).to_be_focused()
    stop.press("Enter")
    expect(stop).to_be_hidden()
    expect(start).to_be_focused()


def test_it_says_so_if_it_is_stopped_before_the_first_answer(opened: Page):
    held: list[Route] = []
    opened.route("**/data/t10k-images*", lambda route: held.append(route))
    with opened.expect_request("**/data/t10k-images*"):
        opened.get_by_test_id("evaluate-1000").click()
    opened.get_by_test_id("evaluate-stop").click()
    for route in held:
        route.continue_()
    expect(opened.get_by_test_id("evaluated")).to_have_text("Stopped before the first answer.")


def test_a_worker_that_ends_is_not_waited_for(page: Page, static_server: str):
    page.add_init_script(
        """globalThis.workers = [];
        globalThis.Worker = class extends Worker {
          constructor(...given) {
            super(...given);
            workers.push(this);
          }
        };"""
    )
    page.goto(f"{static_server}/index.html?view=measure")
    page.wait_for_selector("html[data-ready=true]")
    page.get_by_test_id("evaluate-10000").click()
    expect(page.get_by_test_id("evaluated-count")).to_contain_text("of 10,000 images")
    page.evaluate(
        """() => {
          workers.at(-1).terminate();
          workers.at(-1).dispatchEvent(new ErrorEvent("error", { message: "It has ended." }));
        }"""
    )
    expect(page.get_by_test_id("evaluated")).to_have_text("It has ended.")


def test_a_figure_that_the_catalog_lacks_is_not_shown_as_0(page: Page, static_server: str):
    published = json.loads(catalog.PATH.read_text(encoding="utf-8"))
    for model in published["models"]:
        for file in model["files"]:
            file["accuracy"] = None
    page.route("**/models/catalog.json", lambda route: route.fulfill(json=published))
    page.goto(f"{static_server}/index.html?view=measure")
    page.wait_for_selector("html[data-ready=true]")
    page.get_by_test_id("evaluate-10000").click()
    expect(page.locator("#view-measure progress")).not_to_have_js_property("value", 0)
    page.get_by_test_id("evaluate-stop").click()
    expect(page.get_by_test_id("evaluated")).to_contain_text("images per second")
    expect(page.get_by_test_id("evaluated")).not_to_contain_text("catalog")
    expect(page.locator("#measured")).to_be_hidden()

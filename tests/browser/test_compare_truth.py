"""No answer, bar or verdict is shown with another picture than its own. The page is checked at every change.

The picture is recognized by the pad's pixels, independently of what the page claims.
"""

import pytest
from playwright.sync_api import Page, Route, expect

from harness import comparing, drawing
from tests.browser import settings

PREDICT = "**/api/predict**"
EXAMPLES = "235689"
"""The digits of the page's examples, in their order."""

WATCH = """known => {
  const $ = (testid) => document.querySelector(`[data-testid=${testid}]`);
  const picture = () => $("pad").toDataURL();
  const claims = {
    "the server's label": () => $("server-label").textContent,
    "the server's bars": () => $("server-probabilities").dataset.probabilities ?? "",
    "the server's times": () => $("server-times").dataset.total ?? "",
    "the verdict": () => $("verdict").dataset.same ?? "",
    "the difference": () => $("max-difference").textContent,
    "the browser's label": () => globalThis.strokes ? "" : $("browser-label").textContent,
  };
  globalThis.seen = { wrong: [], samples: 0, claims: new Set() };
  const first = {};
  function look() {
    const now = picture();
    seen.samples++;
    for (const [name, read] of Object.entries(claims)) {
      const said = read();
      if (!said) { delete first[name]; continue; }
      seen.claims.add(name);
      if (first[name]?.said !== said) first[name] = { said, picture: now };
      if (first[name].picture !== now) seen.wrong.push(`${name}, ${said.slice(0, 40)}, is of the picture before`);
      const digit = known[now];
      if (name.endsWith("label") && digit !== undefined && said !== digit)
        seen.wrong.push(`${name} is ${said} of a ${digit}`);
    }
  }
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(look).observe(document, all);
  const each = () => { look(); requestAnimationFrame(each); };
  each();
}"""


@pytest.fixture
def compare(page: Page, server: str) -> Page:
    return comparing.opened(page, server)


def answered(page: Page, digit: str) -> None:
    for side in ("browser", "server"):
        expect(page.get_by_test_id(f"{side}-label")).to_have_text(digit)


@pytest.fixture
def watched(compare: Page) -> Page:
    """The comparison after both sides have answered each example on a fast network; now it is slow and recorded."""
    known = {}
    for index, digit in enumerate(EXAMPLES):
        compare.get_by_test_id("example").nth(index).click()
        answered(compare, digit)
        known[compare.get_by_test_id("pad").evaluate("pad => pad.toDataURL()")] = digit
    compare.get_by_test_id("clear").click()
    expect(compare.get_by_test_id("server-message")).to_have_text("Draw or choose a picture")
    comparing.choose_network(compare, "satellite")
    compare.evaluate(WATCH, known)
    return compare


def nothing_was_wrong(page: Page) -> None:
    wrong, samples, claims = page.evaluate("() => [seen.wrong, seen.samples, [...seen.claims]]")
    assert not wrong
    assert samples > 20 and "the verdict" in claims and "the server's bars" in claims


def test_one_example_after_another(watched: Page):
    for index in (0, 1, 2):
        watched.get_by_test_id("example").nth(index).click()
        answered(watched, EXAMPLES[index])
    for index in (3, 4, 5):  # the request for the previous picture is still pending
        watched.get_by_test_id("example").nth(index).click()
        expect(watched.get_by_test_id("browser-label")).to_have_text(EXAMPLES[index])
        expect(watched.get_by_test_id("server-message")).to_have_text("Waiting for the server…")
    answered(watched, EXAMPLES[5])
    nothing_was_wrong(watched)


def test_undo_and_redo(watched: Page):
    for index in (0, 1):
        watched.get_by_test_id("example").nth(index).click()
        answered(watched, EXAMPLES[index])
    for tool, index in (("undo", 0), ("redo", 1)):
        watched.get_by_test_id(tool).click()
        expect(watched.get_by_test_id("server-message")).to_have_text("Waiting for the server…")
        answered(watched, EXAMPLES[index])
    nothing_was_wrong(watched)


def test_clear_leaves_nothing(watched: Page):
    watched.get_by_test_id("example").nth(0).click()
    answered(watched, EXAMPLES[0])
    watched.get_by_test_id("example").nth(1).click()
    expect(watched.get_by_test_id("browser-label")).to_have_text(EXAMPLES[1])
    watched.get_by_test_id("clear").click()
    expect(watched.get_by_test_id("server-message")).to_have_text("Draw or choose a picture")
    for side in ("browser", "server"):
        expect(watched.get_by_test_id(f"{side}-label")).to_have_text("")
        assert not watched.get_by_test_id(f"{side}-times").locator("span").count()
    widths = watched.get_by_test_id("server-probabilities").evaluate(
        "bars => [...bars.querySelectorAll('.bar')].map((bar) => bar.style.getPropertyValue('--share'))"
    )
    assert set(widths) == {"0"}
    watched.wait_for_timeout(1_500)  # the answer to the previous picture arrives in this time, and is not shown
    nothing_was_wrong(watched)


def test_a_stroke_after_a_picture(watched: Page):
    watched.get_by_test_id("example").nth(2).click()
    answered(watched, EXAMPLES[2])
    watched.evaluate("() => { globalThis.strokes = true }")  # the browser's label follows these
    drawing.draw(watched, watched.get_by_test_id("pad"), "1")
    answered(watched, "1")
    nothing_was_wrong(watched)


def test_the_camera(compare: Page):
    compare.get_by_test_id("camera").click()
    comparing.agree(compare)
    compare.wait_for_selector("#view-compare[data-phase=answered]")
    compare.evaluate(WATCH, {})
    compare.wait_for_function("() => seen.claims.has('the verdict') && seen.samples > 200")
    comparing.choose_network(compare, "satellite")
    before = compare.evaluate("() => seen.samples")
    compare.wait_for_function("before => seen.samples > before + 200", arg=before)
    compare.get_by_test_id("camera").click()
    compare.wait_for_selector("#view-compare[data-phase=answered]")
    nothing_was_wrong(compare)


@pytest.mark.parametrize(("picker", "value"), [("model", "cnn"), ("precision", "float16")])
def test_another_model_or_precision_begins_anew(compare: Page, picker: str, value: str):
    comparing.draw(compare, "3")
    held: list[Route] = []
    is_slow = True
    compare.route(PREDICT, lambda route: held.append(route) if is_slow else route.continue_())
    compare.evaluate(
        """() => {
          globalThis.claimed = [];
          document.addEventListener("change", () => requestAnimationFrame(() => {
            for (const id of ["server-label", "max-difference", "server-version"])
              claimed.push(document.querySelector(`[data-testid=${id}]`).textContent);
            claimed.push(document.querySelector("[data-testid=verdict]").dataset.same ?? "");
          }));
        }"""
    )
    settings.select(compare, picker, value)
    compare.wait_for_function("() => claimed.length")
    assert compare.evaluate("() => claimed") == [""] * 4, "before anything is drawn after the choice"
    expect(compare.get_by_test_id("browser-label")).to_have_text("3")
    expect(compare.get_by_test_id("server-message")).to_have_text("Waiting for the server…")
    compare.wait_for_selector("html[data-ready=true]")
    is_slow = False
    for route in held:
        route.continue_()
    expect(compare.get_by_test_id("server-label")).to_have_text("3")


def test_a_view_that_comes_back_shows_the_picture_of_now(compare: Page):
    comparing.draw(compare, "3")
    compare.locator("a[data-view=try]").click()
    compare.get_by_test_id("example").nth(1).click()
    expect(compare.get_by_test_id("browser-label")).to_have_text("3")
    compare.get_by_test_id("example").nth(0).click()
    expect(compare.get_by_test_id("browser-label")).to_have_text("2")
    compare.locator("a[data-view=compare]").click()
    answered(compare, "2")


def test_offline_nothing_of_the_network_before_stays_and_what_is_missing_is_counted(compare: Page):
    for index in (0, 1):
        compare.get_by_test_id("example").nth(index).click()
        answered(compare, EXAMPLES[index])
    comparing.figures(compare)
    comparing.choose_network(compare, "offline")
    expect(compare.get_by_test_id("server-message")).to_contain_text("cannot answer")
    for index in (2, 3):
        compare.get_by_test_id("example").nth(index).click()
        expect(compare.get_by_test_id("browser-label")).to_have_text(EXAMPLES[index])
        expect(compare.get_by_test_id("decision-offline")).to_have_attribute("data-value", str(index))
    expect(compare.get_by_test_id("server-label")).to_have_text("")
    assert not compare.get_by_test_id("server-times").locator("span").count()
    expect(compare.get_by_test_id("decision-offline")).to_contain_text("without the server's answer so far: 3.")
    expect(compare.get_by_test_id("decision-table")).to_be_hidden()

    comparing.choose_network(compare, "none")
    answered(compare, EXAMPLES[3])
    expect(compare.get_by_test_id("decision-offline")).to_have_attribute("data-value", "2")

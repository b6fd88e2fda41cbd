"""A model file of the reader's own: it answers on the device, and stays there."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

import catalog
from harness import drawing
from harness.server import ROOT
from tests.browser import own_models
from tests.browser.accessibility import DESKTOP, PHONE, SMALL, faults, looks
from tests.browser.languages import HANGUL, SHOWN
from tests.browser.litert import run_litert
from tests.browser.own_page import GOOD, LABELS, SLOW, STORES, choose, opened, show_colour, use
from tests.browser.waiting import until

DROP = """(files) => {
  const data = new DataTransfer();
  for (const [name, bytes] of files) data.items.add(new File([Uint8Array.from(bytes)], name));
  const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
  document.querySelector("#pad").dispatchEvent(event);
  return event.defaultPrevented;
}"""


@pytest.fixture
def own(page: Page, static_server: str) -> Page:
    return opened(page, static_server)


def test_a_tflite_answers_with_what_its_metadata_say(own: Page, tmp_path: Path):
    use(own, tmp_path, {"colours.tflite": own_models.colours(labels=LABELS)})
    for colour in ("lime", "blue", "red"):
        show_colour(own, tmp_path, colour)
        expect(own.get_by_test_id("own-label")).to_have_text({"lime": "green"}.get(colour, colour))
        expect(own.get_by_test_id("own-spoken")).to_have_text({"lime": "green"}.get(colour, colour))
    expect(own.get_by_test_id("own-range")).to_have_value("file")
    facts = own.get_by_test_id("own-facts")
    for fact in ("Colours, colours.tflite", "6 x 8, RGB, float32", "3, from the file", "A reader"):
        expect(facts).to_contain_text(fact)
    expect(facts).to_contain_text(re.compile(r"Memory\s*[\d.]+ MB"))
    expect(own.get_by_test_id("own-note")).to_be_empty()


def test_a_published_file_answers_as_the_servers_runtime_does(own: Page):
    model = catalog.load().model()
    path = catalog.PATH.parent / model.file("tflite", "float32").path
    own.get_by_test_id("own-file").set_input_files(path)
    example = own.get_by_test_id("example").nth(3)
    expect(example.locator("img")).to_have_attribute("src", re.compile(r"\.png$"))  # it waits for the first answer
    picture = Image.open(ROOT / urlsplit(example.locator("img").evaluate("(img) => img.src")).path[1:]).convert("RGB")
    assert picture.size == (224, 224)  # so that nothing is resized
    (answer,) = run_litert(path, np.asarray(picture)[np.newaxis])
    expect(own.get_by_test_id("own-facts")).to_contain_text(path.name)
    example.click()
    expect(own.get_by_test_id("own-label")).to_have_text(model.labels[int(answer.argmax())])
    shown = json.loads(own.locator("#view-own .side-card").get_attribute("data-probabilities"))
    assert np.allclose(shown, np.sort(answer)[::-1][: len(shown)], rtol=0, atol=1e-5)


def test_its_speed_and_memory_are_measured_on_every_engine_of_its_format(own: Page, tmp_path: Path):
    use(own, tmp_path, {"colours.tflite": own_models.colours(labels=LABELS)})
    rows = own.get_by_test_id("own-speed").locator("tbody tr")
    expect(rows).to_have_count(3, timeout=SLOW)
    load, first, typical, memory = rows.first.locator("td").all_inner_texts()[1:]
    assert all(float(each.removesuffix(" ms")) >= 0 for each in (load, first, typical)) and memory.endswith(" MB")
    use(own, tmp_path, own_models.graph_model())
    own.get_by_test_id("own-range").select_option("0,1")
    expect(rows).to_have_count(5, timeout=SLOW)
    engines = [row.get_attribute("data-engine") for row in rows.all()]
    assert engines == ["wasm", "wasm-threads", "webgl", "webgpu", "cpu"]
    for row in (rows.first, rows.last):  # the others need a graphics card
        assert len(row.locator("td").all()) == 5


def test_what_the_file_does_not_say_is_asked(own: Page, tmp_path: Path):
    use(own, tmp_path, {"plain.tflite": own_models.colours()})
    show_colour(own, tmp_path, "blue")
    expect(own.get_by_test_id("own-message")).to_have_text("First choose which numbers the model was trained with.")
    expect(own.get_by_test_id("own-label")).to_be_empty()
    own.get_by_test_id("own-range").select_option("0,1")
    expect(own.get_by_test_id("own-label")).to_have_text("class 2")
    (tmp_path / "names.txt").write_text("rot\ngrün\nblau\n", encoding="utf-8")
    own.get_by_test_id("own-labels").set_input_files(tmp_path / "names.txt")
    expect(own.get_by_test_id("own-label")).to_have_text("blau")
    expect(own.get_by_test_id("own-facts")).to_contain_text("3, from names.txt")
    (tmp_path / "names.txt").write_text("rot\n", encoding="utf-8")
    own.get_by_test_id("own-labels").set_input_files(tmp_path / "names.txt")
    expect(own.get_by_test_id("own-note")).to_contain_text("There are 1 labels, but the model has 3 classes.")


@pytest.mark.parametrize(
    ("options", "range", "note"),
    [
        ({"open_batch": True}, "0,1", ""),
        ({"planar": True}, "0,1", ""),
        ({"probabilities": False}, "0,1", "softmax was applied"),
        ({"dtype": own_models.UINT8, "quantization": (1 / 255, 0)}, None, ""),
    ],
    ids=["open batch", "planes", "logits", "quantized"],
)
def test_other_inputs_and_outputs_are_adapted(own: Page, tmp_path: Path, options: dict, range: str | None, note: str):
    use(own, tmp_path, {"model.tflite": own_models.colours(**options)})
    show_colour(own, tmp_path, "#00ff80")  # the means are 0, 1 and 0.5
    if range:
        own.get_by_test_id("own-range").select_option(range)
    expect(own.get_by_test_id("own-label")).to_have_text("class 1")
    expect(own.get_by_test_id("own-top").locator("li").first).to_contain_text("50.6 %")  # their softmax
    expect(own.get_by_test_id("own-note")).to_have_text(re.compile(note or "^$"))


def test_a_model_of_light_strokes_sees_a_drawing_inverted(own: Page, tmp_path: Path):
    """Its one number is the mean of the pixels: light paper is near 1, and inverted near 0."""
    use(own, tmp_path, {"grey.tflite": own_models.colours(channels=1, probabilities=False)})
    own.get_by_test_id("own-range").select_option("0,1")
    drawing.draw(own, own.get_by_test_id("pad"), "1")
    expect(own.get_by_test_id("own-background")).to_have_value("dark")
    expect(own.get_by_test_id("own-label")).to_have_text("class 0")
    own.get_by_test_id("own-background").select_option("light")
    expect(own.get_by_test_id("own-label")).to_have_text("class 1")


def test_a_graph_model_of_any_size_answers_at_the_size_that_is_asked_for(own: Page, tmp_path: Path):
    use(own, tmp_path, own_models.graph_model() | {"labels.txt": "\n".join(LABELS).encode()})
    own.get_by_test_id("own-range").select_option("0,1")
    own.get_by_test_id("own-side").fill("32")
    own.get_by_test_id("own-side").blur()
    show_colour(own, tmp_path, "blue")
    expect(own.get_by_test_id("own-label")).to_have_text("blue")
    expect(own.get_by_test_id("own-facts")).to_contain_text("any size")


@pytest.mark.stored
def test_it_is_stored_works_offline_and_can_be_removed(
    context: BrowserContext, own: Page, static_server: str, tmp_path: Path
):
    own.wait_for_selector("html[data-offline=ready]")
    use(own, tmp_path, {"mine.tflite": own_models.colours()})
    own.get_by_test_id("own-range").select_option("0,1")
    expect(own.get_by_test_id("own-kept")).to_contain_text("works offline")
    for part in own.request.get(f"{static_server}/vendor/engines.json").json()["litert"]:
        until(own, "(url) => caches.match(new URL(url, location.href), { ignoreSearch: true })", part["url"])
    expect(own.get_by_test_id("own-speed").locator("tbody tr")).to_have_count(3, timeout=SLOW)

    context.set_offline(True)
    own.reload()
    expect(own.get_by_test_id("own-range")).to_have_value("0,1")  # what was chosen is stored too
    show_colour(own, tmp_path, "blue")
    expect(own.get_by_test_id("own-label")).to_have_text("class 2")

    own.get_by_test_id("own-remove").click()
    expect(own.get_by_test_id("own-label")).to_be_hidden()
    expect(own.get_by_test_id("own-remove")).to_be_hidden()  # once the files are deleted
    assert own.evaluate(STORES) == []
    own.reload()
    expect(own.get_by_test_id("own-file-button")).to_have_text("Choose files")
    expect(own.get_by_test_id("own-remove")).to_be_hidden()


HELD = """
  const put = Cache.prototype.put;
  let held;
  window.hold = () => void (held = new Promise((resolve) => (window.release = resolve)));
  Cache.prototype.put = async function (address, response) {
    const isFile = held && !address.endsWith("about.json"); // not the settings of the model before it
    if (isFile) window.writing = 0;
    if (isFile) await held;
    await put.call(this, address, response);
    window.writing++;
  };
"""
"""A file that a page writes to its store waits between `hold()` and `release()`; `writing` counts from there on."""
WAIT_FOR_LOCKS = """async () => {
  const { held } = await navigator.locks.query();
  for (const { name } of held) await navigator.locks.request(name, () => {});
}"""
"""Ends when everything is done that holds a lock, or was waiting for one before."""


def test_a_stored_model_that_no_longer_opens_can_be_removed(own: Page, tmp_path: Path):
    use(own, tmp_path, {"good.tflite": GOOD})
    expect(own.get_by_test_id("own-kept")).to_contain_text("works offline")
    own.context.route("**/own_worker.js*", lambda route: route.abort())
    own.reload()
    expect(own.get_by_test_id("own-problem")).to_be_visible()
    own.get_by_test_id("own-remove").click()
    expect(own.get_by_test_id("own-kept")).to_be_empty()
    assert own.evaluate(STORES) == []


def test_what_is_removed_while_it_is_stored_stays_removed(page: Page, static_server: str, tmp_path: Path):
    page.add_init_script(HELD)
    opened(page, static_server)
    use(page, tmp_path, {"first.tflite": own_models.colours()})
    expect(page.get_by_test_id("own-kept")).to_contain_text("works offline")
    page.evaluate("hold()")
    choose(page, tmp_path, {"second.tflite": GOOD})
    page.wait_for_function("() => window.writing === 0")
    page.get_by_test_id("own-remove").click()
    page.evaluate("release()")
    page.wait_for_function("() => window.writing >= 2")  # the file, and what is said of it
    page.evaluate(WAIT_FOR_LOCKS)
    assert page.evaluate(STORES) == []
    expect(page.get_by_test_id("own-state")).to_be_empty()
    expect(page.get_by_test_id("own-kept")).to_be_empty()


def test_a_model_answers_while_it_is_stored_even_if_the_next_one_is_refused(
    page: Page, static_server: str, tmp_path: Path
):
    page.add_init_script(HELD)
    opened(page, static_server)
    page.evaluate("hold()")
    choose(page, tmp_path, {"good.tflite": GOOD})
    page.wait_for_function("() => window.writing === 0")
    choose(page, tmp_path, {"bad.tflite": b"bad"})
    expect(page.get_by_test_id("own-problem")).to_contain_text("'bad.tflite'")
    expect(page.get_by_test_id("own-facts")).to_contain_text("good.tflite")
    show_colour(page, tmp_path, "blue")
    expect(page.get_by_test_id("own-label")).to_have_text("blue")
    expect(page.get_by_test_id("own-kept")).to_be_empty()
    expect(page.get_by_test_id("own-remove")).to_be_visible()
    page.evaluate("release()")
    expect(page.get_by_test_id("own-kept")).to_contain_text("works offline")


@pytest.mark.stored
def test_a_model_dropped_on_the_pad_opens_the_view(page: Page, static_server: str, tmp_path: Path):
    page.goto(f"{static_server}/index.html")
    page.wait_for_selector("html[data-offline=ready]")  # after the first answer
    assert page.evaluate(DROP, [["colours.tflite", list(GOOD)]])
    expect(page.locator("html")).to_have_attribute("data-view", "own")
    expect(page.get_by_test_id("own-state")).to_have_text("Colours is ready.")
    expect(page.get_by_test_id("notice")).to_be_hidden()
    page.evaluate(DROP, [["names.txt", list(b"rot\ngruen\nblau")]])
    expect(page.get_by_test_id("own-facts")).to_contain_text("3, from names.txt")


def test_nothing_of_it_is_loaded_before_the_view_is_shown(page: Page, static_server: str):
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(f"{static_server}/index.html")
    page.wait_for_selector("html[data-ready=true]")
    assert asked and not [url for url in asked if re.search(r"own|drop-|litert", urlsplit(url).path)]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_it_is_accessible_translated_and_fits(page: Page, static_server: str, tmp_path: Path, language: str):
    opened(page, static_server, language)
    assert faults(page, PHONE, SMALL, DESKTOP) == []
    use(page, tmp_path, own_models.graph_model())
    page.get_by_test_id("own-range").select_option("0,1")
    expect(page.get_by_test_id("own-speed").locator("tbody tr")).to_have_count(5, timeout=SLOW)
    show_colour(page, tmp_path, "red")
    expect(page.get_by_test_id("own-label")).not_to_be_empty()
    choose(page, tmp_path, {"bad.tflite": b"bad"})
    expect(page.get_by_test_id("own-problem")).to_be_visible()
    assert faults(page, PHONE, SMALL, DESKTOP) == []
    for look in looks(page, PHONE, SMALL, DESKTOP):
        cut = page.locator("nav.views").evaluate("(tabs) => tabs.scrollWidth - tabs.clientWidth")
        assert cut <= 0, f"a tab is cut off: {look}"
    assert bool(HANGUL.search(page.locator("#view-own").inner_text())) == (language == "ko")
    if language == "ko":
        named = r"class|softmax|TensorFlow\.js|LiteRT|WebGPU|WebGL|WebAssembly|ImageNet|torchvision|MNIST|RGB"
        plain = [text for text in page.evaluate(SHOWN) if not HANGUL.search(text) and re.search("[a-z]{4}", text)]
        assert [text for text in plain if not re.search(rf"{named}|model\.json|compact|English|Both", text)] == []

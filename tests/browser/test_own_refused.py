"""A file that cannot be used, or that means harm: the page says so and goes on."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import own_models
from tests.browser.own_page import GOOD, STORES, choose, expect_problem, opened, show_colour, use

BAD = {
    "two outputs": ({"x.tflite": own_models.colours(outputs=2)}, ("2 outputs (probabilities, mean)",)),
    "a batch": ({"x.tflite": own_models.colours(batch=4)}, ("takes 4 pictures at a time ([4, 8, 6, 3])",)),
    "an open size": ({"x.tflite": own_models.colours(open_size=True)}, ("[1, ?, ?, 3]", "fixed")),
    "int8": ({"x.tflite": own_models.colours(dtype=own_models.INT8, quantization=(1, 0))}, ("takes int8",)),
    "a foreign operator": ({"x.tflite": own_models.colours(custom="FlexErf")}, ("LiteRT.js", "FlexErf")),
    "another operator": (own_models.graph_model("Erfinv"), ("TensorFlow.js", "Erfinv")),
    "a layers model": ({"model.json": b'{"format": "layers-model"}'}, ("layers model", "tfjs_graph_model")),
    "missing weights": ({"model.json": own_models.graph_model()["model.json"]}, ("needs weights.bin",)),
    "no model": ({"notes.doc": b"hello"}, ("None of these files is a model.",)),
}


@pytest.fixture
def own(page: Page, static_server: str) -> Page:
    return opened(page, static_server)


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_run_here_is_refused_with_a_sentence(own: Page, tmp_path: Path, case: str):
    files, words = BAD[case]
    choose(own, tmp_path, files)
    expect_problem(own, *words)
    assert own.evaluate(STORES) == []


HOSTILE = {
    "no tflite": {"x.tflite": b"hello" * 100},
    "cut off": {"x.tflite": GOOD[:700]},
    "empty": {"x.tflite": b""},
    "a zip bomb": {"x.tflite": own_models.zip_bomb(GOOD, 50_000_000)},
    "no json": {"model.json": b"{", "weights.bin": b""},
    "json of another kind": {"model.json": b"[1, 2]"},
    "no node": own_models.graph_model(modelTopology={"node": [None]}, signature={}),
    "no weight": own_models.graph_model(weightsManifest=[{"paths": ["weights.bin"], "weights": [None]}]),
    "too few weights": own_models.graph_model() | {"weights.bin": b"\0"},
    "a weight without end": own_models.graph_model(
        weightsManifest=[{"paths": ["weights.bin"], "weights": [{"name": "a", "shape": [1e9, 1e9], "dtype": "int32"}]}]
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_and_the_page_goes_on(own: Page, tmp_path: Path, case: str):
    choose(own, tmp_path, HOSTILE[case])
    expect_problem(own, "is damaged, or is not a model.")
    use(own, tmp_path / "good", {"good.tflite": GOOD})
    show_colour(own, tmp_path, "red")
    expect(own.get_by_test_id("own-label")).to_have_text("red")
    expect(own.get_by_test_id("own-problem")).to_be_hidden()


def test_an_endless_model_is_stopped_while_the_page_goes_on(page: Page, static_server: str, tmp_path: Path):
    page.clock.install()
    own = opened(page, static_server)
    choose(own, tmp_path, {"endless.tflite": own_models.colours(endless=True)})
    expect(own.get_by_test_id("own-state")).to_have_text("Trying the model…")
    own.locator("a[data-view=try]").click()
    own.get_by_test_id("example").first.click()
    expect(own.get_by_test_id("browser-label")).to_have_text("2")
    own.locator("a[data-view=own]").click()
    page.clock.fast_forward(20_000)
    expect_problem(own, "took longer than 20 seconds")
    assert own.evaluate(STORES) == []


def test_it_asks_no_other_host_and_sends_nothing(
    context: BrowserContext, own: Page, static_server: str, tmp_path: Path
):
    host = urlsplit(static_server).netloc
    sent: list[str] = []
    context.on("request", lambda request: sent.append(f"{request.method} {request.url.removeprefix('blob:')}"))
    evil = own_models.graph_model(weights="https://evil.invalid/weights.bin")
    use(own, tmp_path, evil)  # only the name counts, and that file is there
    own.get_by_test_id("own-range").select_option("0,1")
    show_colour(own, tmp_path, "blue")
    expect(own.get_by_test_id("own-label")).to_have_text("class 2")
    assert sent and [each for each in sent if not each.startswith("GET ") or urlsplit(each[4:]).netloc != host] == []
    assert not [each for each in sent if "weights.bin" in each]
    expect(own.get_by_test_id("sent")).to_have_text("Bytes sent: 0.")


def test_a_failed_file_leaves_the_earlier_one_in_use(own: Page, tmp_path: Path):
    use(own, tmp_path, {"colours.tflite": GOOD})
    show_colour(own, tmp_path, "red")
    expect(own.get_by_test_id("own-label")).to_have_text("red")
    choose(own, tmp_path, {"bad.tflite": b"bad"})
    expect_problem(own, "'bad.tflite'")
    show_colour(own, tmp_path, "blue")
    expect(own.get_by_test_id("own-label")).to_have_text("blue")

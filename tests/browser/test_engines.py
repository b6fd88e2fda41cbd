"""Every engine, in the page's own worker, gives the same answers as LiteRT on the server."""

import contextlib
import dataclasses
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Error, Page

import catalog
from demo.middleware.headers import ISOLATION
from export.formats.browser import STATIC, served
from models.data import mnist
from tests.browser.litert import run_litert

CATALOG = catalog.load()
FOLDER = catalog.PATH.parent
MODEL = CATALOG.model()
FORMATS = {
    **dict.fromkeys(("wasm", "wasm-threads", "cpu", "webgl", "webgpu"), "tfjs"),
    **dict.fromkeys(("litert", "litert-threads", "litert-webgpu"), "tflite"),
}
TOLERANCE = 1e-5
EMULATED = 10
"""Number of pictures for an engine whose graphics processor is emulated, one of each digit: each takes more than half a
second."""

PREDICT = """async ({ file, backend, count }) => {
  const { startInference } = await import("/js/engines/inference.js");
  const { inference, failed, stop } = startInference();
  await Promise.race([inference.load(file, backend), failed]);
  const pictures = new Uint8Array(await (await fetch("/pictures")).arrayBuffer());
  const size = 224 * 224 * 3;
  const answers = [];
  const times = [];
  for (let from = 0; from < count * size; from += size) {
    const { probabilities, milliseconds } = await inference.predict(pictures.slice(from, from + size));
    answers.push([...probabilities]);
    times.push(milliseconds);
  }
  stop();
  return [answers, times.sort((a, b) => a - b)[times.length >> 1]];
}"""


@pytest.fixture(scope="module")
def side(digits: mnist.Digits) -> Iterator[tuple[str, np.ndarray]]:
    """The origin of the page, which also serves 500 digits, and those digits. The first ten are 0 to 9.

    They are sent over HTTP, because Playwright's own channel takes ten times as long.
    """
    images, labels = digits[0][:500], digits[1][:500]
    first = np.unique(labels, return_index=True)[1]
    with served_side(mnist.on_canvas(np.concatenate([images[first], np.delete(images, first, axis=0)]))) as side:
        yield side


@pytest.fixture(scope="module")
def isolated_side(digits: mnist.Digits) -> Iterator[tuple[str, np.ndarray]]:
    """As `side`, with 100 digits and cross-origin isolated."""
    with served_side(mnist.on_canvas(digits[0][:100]), ISOLATION) as side:
        yield side


@contextlib.contextmanager
def served_side(pictures: np.ndarray, headers: Mapping[str, str] | None = None) -> Iterator[tuple[str, np.ndarray]]:
    def content(address: str) -> Path | bytes:
        path = address.partition("?")[0]
        return pictures.tobytes() if path == "/pictures" else STATIC / path.removeprefix("/")

    with served(content, headers) as origin:
        yield origin, pictures


def answers(page: Page, origin: str, backend: str, precision: str, count: int) -> np.ndarray:
    """Probabilities [count, labels] for the first digits, from the default model in a worker of the page."""
    page.goto(f"{origin}/favicon.svg")  # any document of that origin
    file = dataclasses.asdict(MODEL.file(FORMATS[backend], precision))
    answered, median = page.evaluate(PREDICT, {"file": file, "backend": backend, "count": count})
    print(f"{backend}, {precision}: p50 {median:.2f} ms")
    return np.array(answered)


def agree(page: Page, side: tuple[str, np.ndarray], backend: str, count: int) -> None:
    origin, pictures = side
    browser_side = answers(page, origin, backend, "float32", count)
    server_side = run_litert(FOLDER / MODEL.file("tflite").path, pictures[:count])
    assert np.abs(browser_side - server_side).max() <= TOLERANCE
    assert (browser_side.argmax(1) == server_side.argmax(1)).all()


@pytest.mark.parametrize(("backend", "count"), [("wasm", 500), ("litert", 500), ("cpu", 100), ("webgl", EMULATED)])
def test_it_answers_as_the_server_does(page: Page, side, backend: str, count: int):
    agree(page, side, backend, count)


@pytest.mark.parametrize("backend", ["wasm-threads", "litert-threads"])
def test_with_threads_it_answers_as_the_server_does(page: Page, isolated_side, backend: str):
    agree(page, isolated_side, backend, 100)


@pytest.mark.release
@pytest.mark.parametrize("backend", ["webgpu", "litert-webgpu"])
def test_webgpu_answers_as_the_server_does(with_webgpu: Page, side, backend: str):
    agree(with_webgpu, side, backend, EMULATED)


LACKS = {
    **dict.fromkeys(("webgpu", "litert-webgpu"), "WebGPU is not available in this browser."),
    **dict.fromkeys(("wasm-threads", "litert-threads"), "Threads need cross-origin isolation."),
}


@pytest.mark.parametrize("backend", LACKS)
def test_an_engine_says_what_it_lacks_before_it_loads_anything(page: Page, side, backend: str):
    page.goto(f"{side[0]}/favicon.svg")
    fetched = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    path = f"/models/{MODEL.file(FORMATS[backend]).path}"
    said = page.evaluate(REFUSED, {"path": path, "backend": backend})
    assert said == LACKS[backend]
    assert not [name for name in fetched if name.endswith((".wasm", ".tflite", ".json"))]


@pytest.mark.parametrize("precision", [file.precision for file in MODEL.files if file.format == "tflite"][1:])
def test_litert_runs_every_precision_as_the_server_does(page: Page, side, precision: str):
    origin, pictures = side
    browser_side = answers(page, origin, "litert", precision, 20)
    server_side = run_litert(FOLDER / MODEL.file("tflite", precision).path, pictures[:20])
    assert (browser_side.argmax(1) == server_side.argmax(1)).all()


REFUSED = """async ({ path, backend }) => {
  const { load } = await import("/js/engine.js");
  return load(path, { backend }).catch(({ message }) => message);
}"""

IN_DOCUMENT = """async (path) => {
  if (navigator.gpu || globalThis.GPUBuffer) throw new Error("This document has WebGPU.");
  const { load } = await import("/js/engine.js");
  const engine = await load(path, { backend: "litert" });
  const pictures = new Uint8Array(await (await fetch("/pictures")).arrayBuffer());
  return [...(await engine.predict(pictures.subarray(0, 224 * 224 * 3)))];
}"""


def test_litert_needs_no_webgpu(page: Page, side):
    """Runs in the document itself, because features that are disabled here stay enabled in a worker."""
    page.add_init_script("delete globalThis.GPUBuffer; delete Navigator.prototype.gpu")
    origin, pictures = side
    page.goto(f"{origin}/favicon.svg")
    file = MODEL.file("tflite")
    answered = page.evaluate(IN_DOCUMENT, f"/models/{file.path}")
    np.testing.assert_allclose(answered, run_litert(FOLDER / file.path, pictures[:1])[0], atol=TOLERANCE)


REPLAYED = """async (path) => {
  const [{ load }, { io, loadGraphModel, tensor }] = await Promise.all([
    import("/js/engine.js"), import("/vendor/tfjs-lean.js"),
  ]);
  const [engine, other] = [await load(path, { backend: "wasm" }), await load(path, { backend: "wasm" })];
  const fetchFunc = (...about) => fetch(...about);
  const model = await loadGraphModel(io.http(path, { fetchFunc }));
  const executor = Object.getPrototypeOf(model);
  const { predict } = executor;
  let executed = 0;
  executor.predict = function (...about) {
    executed++;
    return predict.apply(this, about);
  };
  const pictures = new Uint8Array(await (await fetch("/pictures")).arrayBuffer());
  const size = 224 * 224 * 3;
  const differ = [];
  for (let n = 0; n < 12; n++) {
    const picture = pictures.subarray(n * size, (n + 1) * size);
    const answer = await engine.predict(picture);
    await other.predict(picture);
    const output = predict.call(model, tensor(Float32Array.from(picture), engine.input));
    if ((await output.data()).some((value, index) => !Object.is(value, answer[index]))) differ.push(n);
  }
  other.dispose();
  const last = await engine.predict(pictures.subarray(0, size));
  return { executed, differ, last: [...last], first: [...(await engine.predict(pictures.subarray(0, size)))] };
}"""


def test_webassembly_replays_what_tfjs_executes(page: Page, side):
    """Two engines in turns, with the same kernels: each executes two pictures, and gives TF.js's answers to the bit."""
    origin, _ = side
    page.goto(f"{origin}/favicon.svg")
    seen = page.evaluate(REPLAYED, f"/models/{MODEL.file('tfjs').path}")
    assert (seen["executed"], seen["differ"]) == (4, [])
    assert seen["first"] == seen["last"]


LOADED = """async (path) => {
  const { load } = await import("/js/engine.js");
  const engine = await load(path, { backend: "wasm" });
  const pictures = new Uint8Array(await (await fetch("/pictures")).arrayBuffer());
  const answer = [...(await engine.predict(pictures.subarray(0, 224 * 224 * 3)))];
  engine.dispose();
  const fetched = performance.getEntriesByType("resource").map(({ name }) => name.split("/").pop());
  return [answer, fetched.filter((name) => name.endsWith(".wasm"))];
}"""

STARTED = """(change) => {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const { module, instance } = await start(...given);
      return { module, instance: { exports: change({ ...instance.exports }) } };
    };
  }
}"""
"""Changes the exports of each WebAssembly that is started."""

TRAPPED = """(exports) => ({
  ...exports,
  ...(exports.Tile ? {} : { Softmax: () => { throw new WebAssembly.RuntimeError("unreachable"); } }),
})"""
"""The lean one, which has no Tile, lacks one more kernel."""

OTHER_FAMILY = """(exports) => {
  new DataView(exports.memory.buffer).setUint32(7204, 0, true);
  return exports;
}"""
"""XNNPACK takes the processor for another than x86, as in `bundle/lean_wasm.js`."""

COMMITTED = [model.name for model in CATALOG.models if model.task == "digit" and not model.file("tfjs").command]
LEAN, WHOLE = "tfjs-lean.wasm", "tfjs-backend-wasm-simd.wasm"
FRONT_END = next(file for file in CATALOG.front_end.files if file.format == "tfjs")


def loaded(page: Page, side, path: str, change: str = "(exports) => exports") -> tuple[list[float], list[str]]:
    """The answer to the first digit, and the WebAssembly that was fetched for it."""
    page.goto(f"{side[0]}/favicon.svg")
    page.evaluate(f"({STARTED})({change})")
    answer, fetched = page.evaluate(LOADED, f"/models/{path}")
    return answer, fetched


def served_answer(side, name: str) -> np.ndarray:
    return run_litert(FOLDER / CATALOG.model(name).file("tflite").path, side[1][:1])[0]


@pytest.mark.parametrize("change", ["(exports) => exports", OTHER_FAMILY], ids=["here", "not x86"])
@pytest.mark.parametrize("path", [MODEL.defaults["tfjs"], FRONT_END.path])
def test_the_default_model_and_its_front_end_need_only_the_lean_engine(page: Page, side, path: str, change: str):
    answered, fetched = loaded(page, side, path, change)
    assert fetched == [LEAN]
    assert path == FRONT_END.path or np.argmax(answered) == served_answer(side, MODEL.name).argmax()


@pytest.mark.parametrize("name", COMMITTED)
def test_a_model_gets_the_engine_that_it_needs_and_the_right_answer(page: Page, side, name: str):
    answered, fetched = loaded(page, side, CATALOG.model(name).file("tfjs").path)
    np.testing.assert_allclose(answered, served_answer(side, name), atol=TOLERANCE)
    assert fetched == ([LEAN] if name in (MODEL.name, "tiny") else [LEAN, WHOLE])


def test_what_the_lean_script_lacks_is_done_by_the_whole_one(page: Page, side):
    """TF.js makes its messages in functions, which the lean one lacks: the error is that of the whole one."""
    path = MODEL.file("tfjs").path
    graph = json.loads((FOLDER / path).read_text())
    convolution = next(node for node in graph["modelTopology"]["node"] if node["op"] == "_FusedConv2D")
    for name in ("strides", "dilations"):
        convolution["attr"][name] = {"list": {"i": ["1", "2", "2", "1"]}}
    page.route(f"**/models/{path}", lambda route: route.fulfill(json=graph))
    with pytest.raises(Error, match="Either strides or dilations must be 1"):
        loaded(page, side, path)


def test_a_trap_in_the_lean_engine_is_answered_by_the_whole_one(page: Page, side):
    answered, fetched = loaded(page, side, MODEL.file("tfjs").path, TRAPPED)
    assert fetched == [LEAN, WHOLE]
    np.testing.assert_allclose(answered, served_answer(side, MODEL.name), atol=TOLERANCE)

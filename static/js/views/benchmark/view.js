import { messageOf } from "../../core/message.js";
import { measure } from "./benchmark.js";
import { copyOnClick } from "../copying.js";
import { loadStyle } from "../style.js";
import { make } from "../../elements/make.js";
import { deviceOf } from "../device.js";
import { cellsOf, jsonOf, markdownOf } from "./report.js";
import { translate } from "../../chrome/chrome.js";
import { translator } from "../../core/i18n.js";

/** @typedef {import("./report.js").Report} Report */

const t = translator({
  en: {
    start: "Measure",
    idle: "Runs the current picture 30 times on each engine and precision, or for up to 1.5 seconds. LiteRT.js (2 MB compressed) is downloaded for this.",
    isolated:
      "Runs the current picture 30 times on each engine and precision, or for up to 1.5 seconds. LiteRT.js is downloaded for this, with threads and without (4 MB compressed).",
    measuring: "Measuring {model}: {runtime}, {precision}…",
    done: "{model}, on this device: {device}",
    engine: "Engine",
    precision: "Precision",
    size: "Size",
    load: "Load",
    first: "First",
    typical: "Typical",
    slowest: "Slowest 5 %",
    plain: "Times plain wasm",
    difference: "Difference",
    beside:
      "The engines of one file take turns. Plain wasm is the same file on one thread: less than 1.00 is faster. The difference is the largest one of a probability. Automatic takes plain wasm wherever it runs; if something else is faster here, choose it in the settings at the top.",
    copy: "Copy as Markdown",
    save: "Save as JSON",
    plot: "Typical time and the slowest 5 % of each, in milliseconds; the table has the same numbers",
  },
  ko: {
    start: "측정",
    idle: "지금 그림을 엔진과 정밀도마다 30번, 또는 최대 1.5초 동안 실행합니다. LiteRT.js(압축하여 2 MB)를 다운로드합니다.",
    isolated:
      "지금 그림을 엔진과 정밀도마다 30번, 또는 최대 1.5초 동안 실행합니다. LiteRT.js를 스레드가 있는 것과 없는 것 모두 다운로드합니다(압축하여 4 MB).",
    measuring: "{model} 측정 중: {runtime}, {precision}…",
    done: "{model}, 이 기기에서: {device}",
    engine: "엔진",
    precision: "정밀도",
    size: "크기",
    load: "불러오기",
    first: "첫 답",
    typical: "보통",
    slowest: "가장 느린 5 %",
    plain: "기본 wasm 대비",
    difference: "차이",
    beside:
      "같은 파일을 쓰는 엔진들은 번갈아 실행됩니다. 기본 wasm은 같은 파일을 스레드 하나로 실행한 것이며, 1.00보다 작으면 더 빠릅니다. 차이는 확률의 차이 중 가장 큰 값입니다. 자동은 기본 wasm이 실행되는 곳이면 언제나 기본 wasm을 씁니다. 여기서 더 빠른 엔진이 있으면 맨 위의 설정에서 고르세요.",
    copy: "Markdown으로 복사",
    save: "JSON으로 저장",
    plot: "각각의 보통 시간과 가장 느린 5 %(밀리초). 표에 같은 값이 있습니다",
  },
});

const COLUMNS = /** @type {const} */ ([
  "engine",
  "precision",
  "size",
  "typical",
  "plain",
  "slowest",
  "load",
  "first",
  "difference",
]);

const RUNTIMES = { tfjs: "TensorFlow.js", tflite: "LiteRT.js" };

/**
 * The view of the benchmark: a button, a table and a plot of the results, and their export.
 *
 * @param {HTMLElement} root contains the elements of the view
 * @param {() => {model: import("../../core/catalog.js").Model, pixels: Uint8ClampedArray}} now gives the current model
 *   and picture
 */
export function benchmarkView(root, now) {
  const button = /** @type {HTMLButtonElement} */ (root.querySelector("#measure"));
  const state = /** @type {HTMLElement} */ (root.querySelector("#measuring"));
  const { wide, table, results, graph, copy, save } = resultElements();
  root.querySelector("summary")?.after(wide, results);
  if (globalThis.crossOriginIsolated) state.dataset.i18n = "isolated";
  for (const part of root.querySelectorAll(":scope > :not(summary)")) translate(part, t);

  /** @type {Report | undefined} */
  let report;

  button.addEventListener("click", async () => {
    const { model, pixels } = now();
    const measured = { model: model.name, device: deviceOf(), date: new Date().toISOString(), rows: [] };
    report = measured;
    button.disabled = true;
    results.hidden = true;
    await loadStyle("built/css/latencies.css");
    table.hidden = false;
    table.tBodies[0].replaceChildren();
    try {
      await fill(measured, model, pixels);
      state.textContent = t("done", { model: model.title, device: measured.device });
      URL.revokeObjectURL(save.href);
      save.href = URL.createObjectURL(new Blob([jsonOf(measured)], { type: "application/json" }));
      save.download = `${model.name}-benchmark.json`;
      results.hidden = false;
      const { plot } = await import("./plot.js");
      plot(graph, measured.rows, { typical: t("typical"), slowest: t("slowest") });
    } catch (error) {
      state.textContent = messageOf(error);
    } finally {
      button.disabled = false;
    }
  });

  copyOnClick(copy, () => (report ? markdownOf(report) : ""));

  /** @param {Report} measured @param {import("../../core/catalog.js").Model} model @param {Uint8ClampedArray} pixels */
  async function fill(measured, model, pixels) {
    const onFile = (/** @type {import("../../core/catalog.js").File} */ { format, precision }) => {
      const runtime = RUNTIMES[/** @type {keyof typeof RUNTIMES} */ (format)];
      state.textContent = t("measuring", { model: model.title, runtime, precision });
    };
    for await (const rows of measure(model, pixels, onFile)) {
      measured.rows.push(...rows);
      for (const row of rows) addRow(table.tBodies[0], row);
    }
  }
}

/** What appears after a measurement. It is not in `index.html`, because the first answer does not need it. */
function resultElements() {
  const table = make("table", { testid: "latencies", id: "latencies" });
  const head = table.createTHead().insertRow();
  for (const column of COLUMNS) head.append(make("th", { textContent: t(column) }));
  table.createTBody();
  const wide = make("div", { className: "wide" }, table);
  const copy = make("button", { textContent: t("copy"), testid: "copy" });
  const save = make("a", { textContent: t("save"), testid: "save" });
  const line = make("p", {}, copy, " ", save);
  const graph = make("div", { className: "plot", testid: "plot" });
  graph.setAttribute("role", "img");
  graph.setAttribute("aria-label", t("plot"));
  const results = make("div", {}, make("p", { textContent: t("beside") }), line, graph);
  table.hidden = results.hidden = true;
  return { wide, table, results, graph, copy, save };
}

/**
 * @param {HTMLTableSectionElement} body
 * @param {import("./benchmark.js").Row} row
 */
function addRow(body, row) {
  const added = body.insertRow();
  for (const text of cellsOf(row)) added.insertCell().textContent = text;
  const last = added.cells[added.cells.length - 1];
  if (row.problem) last.colSpan = COLUMNS.length - last.cellIndex;
}

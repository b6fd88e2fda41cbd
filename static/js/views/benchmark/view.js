import { measure } from "./benchmark.js";
import { copyOnClick } from "../copying.js";
import { element } from "../../sides/element.js";
import { deviceOf } from "../device.js";
import { cellsOf, jsonOf, markdownOf } from "./report.js";
import { titleOf } from "../../core/engine_names.js";
import { translate } from "../../chrome/chrome.js";
import { translator } from "../../core/i18n.js";

/** @typedef {import("./report.js").Report} Report */

const t = translator({
  en: {
    start: "Measure",
    idle: "Runs the current picture 30 times on each engine and precision, or for up to 1.5 seconds. LiteRT.js (9 MB) is downloaded for this.",
    measuring: "Measuring {model}: {engine}…",
    done: "{model}, on this device: {device}",
    engine: "Engine",
    precision: "Precision",
    size: "Size",
    load: "Load",
    first: "First",
    typical: "Typical",
    slowest: "Slowest 5 %",
    copy: "Copy as Markdown",
    save: "Save as JSON",
    plot: "Typical time and the slowest 5 % of each, in milliseconds; the table has the same numbers",
  },
  ko: {
    start: "측정",
    idle: "지금 그림을 엔진과 정밀도마다 30번, 또는 최대 1.5초 동안 실행합니다. LiteRT.js(9 MB)를 다운로드합니다.",
    measuring: "{model} 측정 중: {engine}…",
    done: "{model}, 이 기기에서: {device}",
    engine: "엔진",
    precision: "정밀도",
    size: "크기",
    load: "불러오기",
    first: "첫 답",
    typical: "보통",
    slowest: "가장 느린 5 %",
    copy: "Markdown으로 복사",
    save: "JSON으로 저장",
    plot: "각각의 보통 시간과 가장 느린 5 %(밀리초). 표에 같은 값이 있습니다",
  },
});

const COLUMNS = /** @type {const} */ (["engine", "precision", "size", "load", "first", "typical", "slowest"]);

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
  for (const part of root.querySelectorAll(":scope > :not(summary)")) translate(part, t);

  /** @type {Report | undefined} */
  let report;

  button.addEventListener("click", async () => {
    const { model, pixels } = now();
    const measured = { model: model.name, device: deviceOf(), date: new Date().toISOString(), rows: [] };
    report = measured;
    button.disabled = true;
    results.hidden = true;
    table.hidden = false;
    table.tBodies[0].replaceChildren();
    try {
      await fill(measured, model, pixels);
      state.textContent = t("done", { model: model.title, device: measured.device });
      URL.revokeObjectURL(save.href);
      save.href = URL.createObjectURL(new Blob([jsonOf(measured)], { type: "application/json" }));
      save.download = `${model.name}-benchmark.json`;
      results.hidden = false;
      await draw(graph, measured.rows);
    } catch (error) {
      state.textContent = error instanceof Error ? error.message : String(error);
    } finally {
      button.disabled = false;
    }
  });

  copyOnClick(copy, () => (report ? markdownOf(report) : ""));

  /** @param {Report} measured @param {import("../../core/catalog.js").Model} model @param {Uint8ClampedArray} pixels */
  async function fill(measured, model, pixels) {
    const onEngine = (/** @type {import("./benchmark.js").Backend} */ backend) => {
      state.textContent = t("measuring", { model: model.title, engine: titleOf(backend) });
    };
    for await (const rows of measure(model, pixels, onEngine)) {
      measured.rows.push(...rows);
      for (const row of rows) addRow(table.tBodies[0], row);
    }
  }
}

/** What appears after a measurement. It is not in `index.html`, because the first answer does not need it. */
function resultElements() {
  const table = element("table", "", { testid: "latencies" });
  table.id = "latencies";
  const head = table.createTHead().insertRow();
  for (const column of COLUMNS) head.append(element("th", "", { text: t(column) }));
  table.createTBody();
  const wide = element("div", "wide");
  wide.append(table);
  const copy = element("button", "", { text: t("copy"), testid: "copy" });
  copy.type = "button";
  const save = element("a", "", { text: t("save"), testid: "save" });
  const line = element("p");
  line.append(copy, " ", save);
  const graph = element("div", "plot", { testid: "plot" });
  graph.setAttribute("role", "img");
  graph.setAttribute("aria-label", t("plot"));
  const results = element("div");
  results.append(line, graph);
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
  if (row.problem) added.cells[added.cells.length - 1].colSpan = 4;
}

/**
 * @param {HTMLElement} root
 * @param {import("./benchmark.js").Row[]} rows
 */
async function draw(root, rows) {
  const { plot } = await import("./plot.js");
  plot(root, rows);
}

/** The table of the engines' speeds. */

import { titleOf } from "../../core/engine_names.js";
import { sizeOf } from "../../core/size.js";
import { make } from "../../elements/make.js";
import { backendsOf, measure } from "./speed.js";
import { t } from "./words.js";

/**
 * @param {HTMLElement} root
 * @returns {{measure(files: File[], format: "tflite" | "tfjs", pixels: Uint8ClampedArray,
 *   adapting: import("../../own/adapter.js").Adapting): Promise<void>, clear(): void}} after a later call nothing
 *   of the earlier one is shown
 */
export function speedView(root) {
  const table = make("table", { testid: "own-speed" });
  const head = table.createTHead().insertRow();
  for (const key of /** @type {const} */ (["engine", "load", "first", "typical", "memory"]))
    head.append(make("th", { textContent: t(key) }));
  const body = table.createTBody();
  const said = make("p", { className: "quiet", testid: "own-measuring" });
  said.setAttribute("role", "status");
  const wide = make("div", { className: "wide" }, table);
  root.append(make("h3", { textContent: t("speed") }), wide, said);
  root.hidden = true;
  let run = 0;

  return {
    async measure(files, format, pixels, adapting) {
      const mine = ++run;
      root.hidden = false;
      body.replaceChildren();
      for (const backend of backendsOf(format)) {
        said.textContent = t("measuring", { engine: titleOf(backend) });
        const speed = await measure(files, backend, pixels, adapting);
        if (mine !== run) return;
        addRow(body, speed);
      }
      said.textContent = `${t("measured")} ${t("memoryIs")}`;
    },
    clear() {
      run++;
      root.hidden = true;
    },
  };
}

/** @param {HTMLTableSectionElement} body @param {import("./speed.js").Speed} speed */
function addRow(body, speed) {
  const row = body.insertRow();
  row.dataset.engine = speed.backend;
  row.insertCell().textContent = titleOf(speed.backend);
  if ("problem" in speed) {
    const cell = row.insertCell();
    cell.colSpan = 4;
    cell.textContent = speed.problem;
    return;
  }
  for (const milliseconds of [speed.load, speed.first, speed.typical])
    row.insertCell().textContent = `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
  row.insertCell().textContent = speed.memory === undefined ? "\u2013" : sizeOf(speed.memory);
}

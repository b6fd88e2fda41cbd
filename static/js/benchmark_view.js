import { measure } from "./benchmark.js";
import { filesOf } from "./choice.js";
import { sizeOf } from "./size.js";

/**
 * The view of the benchmark: a button, and a table of what was measured.
 *
 * @param {{button: HTMLButtonElement, table: HTMLTableElement, state: HTMLElement}} elements
 * @param {() => {model: import("./catalog.js").Model, pixels: Uint8ClampedArray}} now the model and picture of now
 */
export function benchmarkView({ button, table, state }, now) {
  button.addEventListener("click", async () => {
    const { model, pixels } = now();
    button.disabled = true;
    table.hidden = true;
    state.textContent = `Measuring ${model.title}: ${sizeOf(bytesOf(model))} are loaded, unless they are kept\u2026`;
    try {
      const rows = await measure(model, pixels);
      const body = table.tBodies[0];
      body.replaceChildren();
      for (const { file, p50, ratio, problem } of rows) {
        const cells =
          p50 === undefined || ratio === undefined
            ? [file.precision, sizeOf(file.bytes), problem ?? ""]
            : [file.precision, sizeOf(file.bytes), `${p50.toFixed(2)} ms`, ratio.toFixed(2)];
        const row = body.insertRow();
        for (const text of cells) row.insertCell().textContent = text;
        if (problem) row.cells[2].colSpan = 2;
      }
      table.hidden = false;
      state.textContent = `${model.title}, on this device, the precisions in turns.`;
    } catch (error) {
      state.textContent = error instanceof Error ? error.message : String(error);
    } finally {
      button.disabled = false;
    }
  });
}

/** @param {import("./catalog.js").Model} model */
function bytesOf(model) {
  return filesOf(model).reduce((sum, file) => sum + file.bytes, 0);
}

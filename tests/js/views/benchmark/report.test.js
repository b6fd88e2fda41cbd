import assert from "node:assert/strict";
import { test } from "node:test";

import { percentilesOf } from "../../../../static/js/views/benchmark/benchmark.js";
import { cellsOf, jsonOf, markdownOf } from "../../../../static/js/views/benchmark/report.js";
import { file } from "../../catalog.js";

const times = { load: 120.4, first: 40.6, p50: 4.567, p95: 123.4, answers: 30 };
const measured = { backend: /** @type {const} */ ("wasm"), file: file("a.json"), times };
const failed = { backend: /** @type {const} */ ("litert"), file: file("b.tflite"), problem: "No | WebAssembly\nhere" };
const report = { model: "compact", device: "A browser.", date: "2026-01-02T03:04:05Z", rows: [measured, failed] };

test("the cells of a row: whole milliseconds for one-time costs, more digits for small medians", () => {
  const cells = ["TensorFlow.js, wasm", "float32", "400 KB", "120 ms", "41 ms", "4.57 ms", "123 ms"];
  assert.deepEqual(cellsOf(measured), cells);
  assert.deepEqual(cellsOf(failed), ["LiteRT.js", "float32", "400 KB", "No | WebAssembly\nhere"]);
});

test("fewer than twenty answers have no 95th percentile", () => {
  const took = Array.from({ length: 20 }, (_, index) => index);
  assert.deepEqual(percentilesOf(took), { p50: 9, p95: 18 });
  const few = { ...times, ...percentilesOf(took.slice(1)), answers: 19 };
  assert.equal(few.p95, null);
  assert.equal(cellsOf({ ...measured, times: few }).at(-1), "\u2013");
});

test("as Markdown each row has all columns, and a problem does not break the table", () => {
  const [about, , head, rule, ...rows] = markdownOf(report).split("\n");
  assert.equal(about, "`compact`, 2026-01-02. A browser.");
  for (const line of [rule, ...rows.slice(0, 2)])
    assert.equal(line.replaceAll("\\|", "").split("|").length, head.split("|").length, line);
  assert.ok(rows[1].includes("No \\| WebAssembly here"));
});

test("as JSON each row names its file by hash, with its times or its problem", () => {
  const saved = JSON.parse(jsonOf(report));
  assert.deepEqual(saved.rows[0].milliseconds, times);
  assert.equal(saved.rows[0].sha256, measured.file.sha256);
  assert.equal(saved.rows[1].problem, failed.problem);
  assert.equal(saved.rows[1].milliseconds, undefined);
});

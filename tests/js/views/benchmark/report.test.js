import assert from "node:assert/strict";
import { test } from "node:test";

import { besideOf, percentilesOf } from "../../../../static/js/views/benchmark/benchmark.js";
import { cellsOf, jsonOf, markdownOf } from "../../../../static/js/views/benchmark/report.js";
import { file } from "../../catalog.js";

const times = { load: 120.4, first: 40.6, p50: 4.567, p95: 123.4, answers: 30 };
const beside = { times: 1, difference: 0, same: true };
const measured = { backend: /** @type {const} */ ("wasm"), file: file("a.json"), times, beside };
const unable = { backend: /** @type {const} */ ("wasm-threads"), problem: "Not isolated." };
const failed = { backend: /** @type {const} */ ("litert"), file: file("b.tflite"), problem: "No | WebAssembly\nhere" };
const report = {
  model: "compact",
  device: "A browser.",
  date: "2026-01-02T03:04:05Z",
  rows: [measured, failed, unable],
};

test("the cells of a row: whole milliseconds for one-time costs, more digits for small medians", () => {
  const cells = ["TensorFlow.js, wasm", "float32", "400 KB", "4.57 ms", "1.00", "123 ms", "120 ms", "41 ms", "0"];
  assert.deepEqual(cellsOf(measured), cells);
  assert.deepEqual(cellsOf(failed), ["LiteRT.js", "float32", "400 KB", "No | WebAssembly\nhere"]);
  assert.deepEqual(cellsOf(unable), ["TensorFlow.js, wasm threads", "Not isolated."]);
});

test("fewer than twenty answers have no 95th percentile", () => {
  const took = Array.from({ length: 20 }, (_, index) => index);
  assert.deepEqual(percentilesOf(took), { p50: 9, p95: 18 });
  const few = { ...times, ...percentilesOf(took.slice(1)), answers: 19 };
  assert.equal(few.p95, null);
  assert.equal(cellsOf({ ...measured, times: few }).at(5), "\u2013");
});

test("as Markdown each row has all columns, and a problem does not break the table", () => {
  const [about, , head, rule, ...rows] = markdownOf(report).split("\n");
  assert.equal(about, "`compact`, 2026-01-02. A browser.");
  for (const line of [rule, ...rows.slice(0, 3)])
    assert.equal(line.replaceAll("\\|", "").split("|").length, head.split("|").length, line);
  assert.ok(rows[1].includes("No \\| WebAssembly here"));
});

test("as JSON each row names its file by hash, with its times or its problem", () => {
  const saved = JSON.parse(jsonOf(report));
  assert.deepEqual(saved.rows[0].milliseconds, times);
  assert.equal(saved.rows[0].sha256, measured.file.sha256);
  assert.equal(saved.rows[1].problem, failed.problem);
  assert.equal(saved.rows[1].milliseconds, undefined);
  assert.deepEqual(saved.rows[0].plain, beside);
  assert.deepEqual(saved.rows[2], { engine: "wasm-threads", problem: "Not isolated." });
});

test("an engine stands beside plain WebAssembly: how many times as long it took, and whether it answers the same", () => {
  const plain = { took: [2, 4, 6], answer: [0.1, 0.9] };
  assert.deepEqual(besideOf(plain, plain), beside);
  const { times, difference, same } = besideOf({ took: [8, 2, 3], answer: [0.6, 0.4] }, plain);
  assert.deepEqual([times, same], [0.75, false]);
  assert.ok(Math.abs(difference - 0.5) < 1e-9);
});

test("another label than that of plain WebAssembly is said", () => {
  const other = { times: 0.5, difference: 0.5, same: false };
  assert.deepEqual(
    [4, 8].map((place) => cellsOf({ ...measured, beside: other })[place]),
    ["0.50", "5.0e-1, another label"],
  );
  assert.deepEqual(
    [4, 8].map((place) => cellsOf({ ...measured, beside: undefined })[place]),
    ["\u2013", "\u2013"],
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { START, after, verdictOf } from "../../../static/js/views/compare/comparison.js";
import { Measurements, addBrowser, addServer } from "../../../static/js/views/compare/measurements.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const LABELS = Array.from({ length: 1000 }, (_, index) => String(index));

/** Twice, because the memory of a buffer is freed in a later turn than the buffer. */
async function bytesInUse() {
  for (let turn = 0; turn < 2; turn++) {
    collect();
    await setTimeout(10);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test("a long session takes no more memory than a short one", async () => {
  const measurements = new Measurements();
  let state = START;
  /** @param {number} question */
  const answer = (question) => {
    const probabilities = new Float32Array(1000).fill(1 / 1000);
    const loaded = /** @type {any} */ ({ model: { name: "photo", labels: LABELS }, file: {}, backend: "wasm" });
    /** @type {any} */
    const answered = { question, loaded, probabilities, pixels: new Uint8ClampedArray(224 * 224 * 4), isEmpty: false };
    const reply = /** @type {any} */ ({ label: "0", probabilities: new Float64Array(1000).fill(1 / 1000) });
    const measured = measurements.of(loaded, "none");
    state = after(state, { type: "question", question, isEmpty: false });
    const pair = addBrowser(measured, 10);
    state = after(state, { type: "browser", answered });
    addServer(measured, { ...reply, total: 20, up: 1, down: 1, cpu: 1 }, verdictOf(answered, reply), pair);
    state = after(state, { type: "server", question, answer: reply });
  };
  for (let question = 1; question <= 2000; question++) answer(question);
  const before = await bytesInUse();
  for (let question = 2001; question <= 8000; question++) answer(question); // ten minutes of ten answers per second
  const grown = (await bytesInUse()) - before;
  assert.ok(grown < 5_000_000, `It has grown by ${grown} bytes.`);
  assert.equal(measurements.complete[0].browser.n, 8000);
});

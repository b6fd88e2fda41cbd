import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";

import { ALONE, AT_A_TIME, askAll, sideOf } from "../../../static/js/views/compare/batch.js";

const COUNT = ALONE + 30;
const PICTURES = Array.from({ length: COUNT }, (_, index) => new Uint8ClampedArray([index]));
const NEVER = new AbortController().signal;
const LABELS = new Uint8Array(COUNT);

/** @param {number} index */
const answer = (index) => ({ label: 0, probabilities: [1], milliseconds: index === 0 ? 1000 : index });

test("the first pictures are sent one at a time, and the others concurrently", async () => {
  let now = 0;
  /** @type {number[]} */
  const atOnce = [];
  const { answers } = await askAll(
    PICTURES,
    NEVER,
    async ([index]) => {
      atOnce[index] = ++now;
      await setImmediate();
      now--;
      return answer(index);
    },
    () => {},
  );
  assert.deepEqual(new Set(atOnce.slice(0, ALONE)), new Set([1]));
  assert.equal(Math.max(...atOnce), AT_A_TIME);
  assert.deepEqual(
    answers,
    PICTURES.map(([index]) => answer(index)),
  );
});

test("the first answer and concurrent ones do not count for the latency", () => {
  const side = sideOf({ answers: PICTURES.map(([index]) => answer(index)), seconds: 10 }, LABELS);
  assert.deepEqual([side?.p50, side?.n, side?.throughput], [ALONE / 2, COUNT, (COUNT - ALONE) / 10]);
});

test("too few answers have no summary, and fewer than twenty no 95th percentile", () => {
  const of = (/** @type {number} */ count) =>
    sideOf({ answers: Array.from({ length: count }, (_, index) => answer(index)), seconds: NaN }, LABELS);
  assert.equal(of(0), undefined);
  assert.equal(of(10), undefined);
  assert.deepEqual([of(11)?.n, of(11)?.throughput, of(11)?.p95], [11, null, null]);
  assert.equal(of(21)?.p95, 19);
});

test("a failure stops the others, and a stopped batch keeps its answers", async () => {
  const failing = askAll(
    PICTURES,
    NEVER,
    async ([index]) => {
      if (index === 3) throw new Error("gone");
      return answer(index);
    },
    () => {},
  );
  await assert.rejects(failing, /gone/);

  const stop = new AbortController();
  const done = (/** @type {number} */ count) => count === 5 && stop.abort();
  const { answers } = await askAll(PICTURES, stop.signal, async ([index]) => answer(index), done);
  assert.equal(answers.length, 5);
});

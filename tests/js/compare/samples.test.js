import assert from "node:assert/strict";
import { test } from "node:test";

import { Samples, summaryOf } from "../../../static/js/views/compare/samples.js";

const upTo = (/** @type {number} */ n) => Array.from({ length: n }, (_, index) => index + 1);

test("the first is stored separately", () => {
  const samples = new Samples();
  for (const value of [100, 1, 2, 3]) samples.add(value);
  assert.deepEqual(
    [samples.n, samples.first, samples.sum, samples.summary?.n, samples.summary?.p50],
    [4, 100, 106, 3, 2],
  );
  assert.deepEqual(samples.all, [100, 1, 2, 3]);
});

test("there is no summary without numbers, or of the first alone", () => {
  const samples = new Samples();
  assert.equal(samples.summary, undefined);
  samples.add(1);
  assert.equal(samples.summary, undefined);
});

test("fewer than twenty numbers have no 95th percentile", () => {
  assert.equal(summaryOf(upTo(19))?.p95, null);
  assert.equal(summaryOf(upTo(20))?.p95, 19);
});

test("all are counted, and the newest thousand are stored", () => {
  const samples = new Samples();
  for (const value of upTo(5001)) samples.add(value);
  assert.deepEqual([samples.n, samples.first, samples.later.length], [5001, 1, 1000]);
  assert.equal(Math.min(...samples.later), 4002);
  assert.equal(samples.summary?.p50, 4501);
});

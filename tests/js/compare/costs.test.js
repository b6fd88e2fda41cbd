import assert from "node:assert/strict";
import { test } from "node:test";

import { breakEvenInBytes, breakEvenInTime, isEnough, startOfBrowser } from "../../../static/js/views/compare/costs.js";
import { PROFILES } from "../../../static/js/views/compare/network.js";

/** @type {any} */
const FIGURES = {
  network: "none",
  browser: {
    ...{ n: 41, first: 30, p25: 5, p50: 10, p75: 15, runtime: 200_000, model: 100_000 },
    ...{ requests: 7, fetch: 300, compile: 100, inference: 110 },
  },
  server: { n: 40, first: 150, p25: 40, p50: 50, p75: 60, up: 200_000, down: 40_000, least: 5000, most: 10_000 },
};

test("the range of the break-even comes from the quartiles of both sides", () => {
  const { answers, low, high } = breakEvenInTime(FIGURES);
  const once = 510 - 10 - (150 - 50);
  assert.deepEqual([answers, low, high], [once / 40, Math.ceil(once / (60 - 5)), once / (40 - 15)]);
});

test("the range is unbounded if the interquartile ranges overlap", () => {
  const { answers, high } = breakEvenInTime({ ...FIGURES, server: { ...FIGURES.server, p25: 12 } });
  assert.ok(Number.isFinite(answers));
  assert.equal(high, Infinity);
});

test("the range in bytes comes from the quartiles of the answers", () => {
  const { answers, low, high } = breakEvenInBytes(FIGURES);
  assert.deepEqual([answers, low, high], [300_000 / 6000, 300_000 / 10_000, 300_000 / 5000]);
});

test("a simulated network slows down the download, and adds its latency to each sequential request", () => {
  const { latency, download } = PROFILES.slow3g;
  assert.equal(startOfBrowser(FIGURES), 510);
  assert.equal(startOfBrowser({ ...FIGURES, network: "slow3g" }), 510 + 7 * latency + (300_000 / download) * 1000);
});

test("ten answers of each side after the first are enough, and fewer are not", () => {
  const of = (/** @type {number} */ n) => ({ ...FIGURES, server: { ...FIGURES.server, n } });
  assert.deepEqual([isEnough(of(10)), isEnough(of(11))], [false, true]);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { START, after, laneOf, likeliest, serverTimes, verdictOf } from "../../../static/js/home/race.js";

const LABELS = ["0", "1", "2"];

/** @param {number[]} probabilities @param {Partial<import("../../../static/js/home/race.js").Answer>} [others] */
const answered = (probabilities, others = {}) => ({
  ...{ state: /** @type {const} */ ("answered"), labels: LABELS, probabilities, isBlank: false },
  ...{ precision: "float32", version: "v", parts: { inference: 3 }, total: 5, ...others },
});

test("news about an earlier picture change nothing", () => {
  const race = { ...START, question: 2 };

  assert.equal(after(race, 1, { server: answered([1, 0, 0]) }), race);
  assert.equal(after(race, 2, { server: answered([1, 0, 0]) }).server.state, "answered");
});

test("there is a verdict once both have answered, and found something", () => {
  const [one, two] = [answered([0.1, 0.7, 0.2]), answered([0.1, 0.2, 0.7])];
  const both = { ...START, browser: one, server: answered([0.1, 0.6, 0.3]) };

  assert.equal(verdictOf(START), undefined);
  assert.equal(verdictOf({ ...START, browser: one }), undefined);
  assert.equal(verdictOf({ ...START, browser: one, server: { state: "later" } }), undefined);
  assert.equal(verdictOf({ ...both, server: answered([0, 1, 0], { isBlank: true }) }), undefined);
  assert.equal(verdictOf(both)?.same, true);
  assert.ok(Math.abs((verdictOf(both)?.difference ?? 0) - 0.1) < 1e-9);
  assert.equal(verdictOf({ ...both, server: two })?.same, false);
});

test("the most likely labels come first", () => {
  assert.deepEqual(likeliest(answered([0.1, 0.7, 0.2]), 2), [
    { label: "1", probability: 0.7 },
    { label: "2", probability: 0.2 },
  ]);
});

test("a lane runs, ends, is cut, or is empty", () => {
  assert.deepEqual(laneOf({ state: "waiting", since: 4 }), { state: "running", since: 4 });
  assert.deepEqual(laneOf(answered([1, 0, 0])), { state: "done", parts: { inference: 3 }, total: 5 });
  assert.deepEqual(laneOf({ state: "failed", message: "", isGone: true }), { state: "cut" });
  assert.deepEqual(laneOf({ state: "failed", message: "", isGone: false }), { state: "empty" });
  assert.deepEqual(laneOf({ state: "loading", what: "" }), { state: "empty" });
  assert.deepEqual(laneOf({ state: "later" }), { state: "empty" });
});

test("the server's parts add up to the time on the page's clock", () => {
  const said = { queue: 1, decode: 2, inference: 3, total: 8 };
  const { parts, total } = serverTimes(said, { resize: 1, encode: 2, waited: 10, took: 100 });

  assert.equal(total, 113);
  assert.equal(
    Object.values(parts).reduce((sum, each) => sum + each),
    total,
  );
  assert.deepEqual([parts.network, parts.queue, parts.other], [92, 11, 2]);
});

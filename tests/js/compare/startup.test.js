import assert from "node:assert/strict";
import { test } from "node:test";

import { firstVisit, startupTimes } from "../../../static/js/views/compare/startup.js";

/** @param {number} from @param {number} to */
const fetched = (from, to, transferred = 1) => ({ url: "", from, to, bytes: 1, transferred });

/** @param {Partial<import("../../../static/js/engines/start_record.js").Startup>} startup */
const taken = (startup) => startupTimes({ from: 0, to: 100, first: 1, isFirst: true, fetched: [], ...startup });

/** @returns {Pick<Storage, "getItem" | "setItem">} */
function notes() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

test("fetching is the union of the requests, and compiling is the rest", () => {
  const all = [fetched(0, 30), fetched(20, 40), fetched(60, 70)];
  assert.deepEqual(taken({ from: 10, to: 110, first: 7, fetched: all }), {
    ...{ fetch: 30 + 10, compile: 60, first: 7, requests: 2, cached: false },
  });
});

test("concurrent requests pay the network's latency once", () => {
  const level = [fetched(0, 10), fetched(0, 30), fetched(0, 5)];
  assert.equal(taken({ fetched: [...level, fetched(30, 50), fetched(50, 60)] }).requests, 3);
});

test("files that the page had already fetched do not count as requests", () => {
  const all = [fetched(0, 10), fetched(10, 11, 0), fetched(20, 30)];
  assert.deepEqual([taken({ from: 15, fetched: all }).requests, taken({ from: 15, fetched: all }).cached], [2, false]);
});

test("it is not a first visit if a cache had the engine or the model, or if the engine was already running", () => {
  assert.equal(taken({ fetched: [fetched(0, 10), fetched(20, 30)] }).cached, false);
  assert.equal(taken({ fetched: [fetched(0, 10), fetched(20, 30, 0)] }).cached, true);
  assert.equal(taken({ isFirst: false, fetched: [fetched(20, 30)] }).cached, true);
});

test("a later visit shows the first one", () => {
  const storage = notes();
  const first = { fetch: 300, compile: 20, first: 9, requests: 7, cached: false };
  const later = { ...first, fetch: 2, cached: true };
  assert.deepEqual(
    firstVisit("model", later, () => storage),
    later,
    "none was measured",
  );
  assert.deepEqual(
    firstVisit("model", first, () => storage),
    first,
  );
  assert.deepEqual(
    firstVisit("model", later, () => storage),
    first,
  );
  assert.deepEqual(
    firstVisit("other", later, () => storage),
    later,
  );
});

test("this visit is shown if storage is blocked, or contains something else", () => {
  const taken = { fetch: 2, compile: 20, first: 9, requests: 7, cached: true };
  const refused = () => {
    throw new Error("SecurityError");
  };
  assert.deepEqual(firstVisit("model", taken, refused), taken);
  for (const text of ["{", "null", "[]", '{"fetch": "1"}', '{"fetch": -1, "compile": 1, "first": 1, "requests": 1}']) {
    const storage = { ...notes(), getItem: () => text };
    assert.deepEqual(
      firstVisit("model", taken, () => storage),
      taken,
    );
  }
});

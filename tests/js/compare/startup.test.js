import assert from "node:assert/strict";
import { test } from "node:test";

import { firstVisit, takenBy } from "../../../static/js/views/compare/startup.js";

/** @param {number} from @param {number} to */
const fetched = (from, to, transferred = 1) => ({ url: "", from, to, bytes: 1, transferred });

/** @returns {Pick<Storage, "getItem" | "setItem">} */
function notes() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

test("fetching is what the requests cover together, and compiling what is left", () => {
  const taken = takenBy({ from: 10, to: 110, first: 7, fetched: [fetched(0, 30), fetched(20, 40), fetched(60, 70)] });
  assert.deepEqual(taken, { fetch: 30 + 10, compile: 60, first: 7, requests: 2, cached: false });
});

test("requests that began together waited for the network once", () => {
  const level = [fetched(0, 10), fetched(0, 30), fetched(0, 5)];
  const taken = takenBy({ from: 0, to: 100, first: 1, fetched: [...level, fetched(30, 50), fetched(50, 60)] });
  assert.equal(taken.requests, 3);
});

test("what came from a cache waited for no network", () => {
  const taken = takenBy({ from: 0, to: 100, first: 1, fetched: [fetched(0, 10), fetched(10, 11, 0), fetched(20, 30)] });
  assert.equal(taken.requests, 2);
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

test("where storage is refused, or holds something else, this visit is shown", () => {
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

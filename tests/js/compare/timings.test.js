import assert from "node:assert/strict";
import { test } from "node:test";

import { serverTimes } from "../../../static/js/views/compare/timings.js";

const SAID = { queue: 1, decode: 2, inference: 3, total: 10, cpu: 4 };
const ENTRY = {
  ...{ responseStart: 130, responseEnd: 140, encodedBodySize: 300 },
  serverTiming: Object.entries(SAID).map(([name, duration]) => ({ name, duration })),
};
const MOMENTS = { resize: 5, started: 100, encoded: 110, received: 143, read: 2 };
const NONE = { network: 0, download: 0 };

/** @param {Record<string, number>} parts */
const sum = (parts) => Object.values(parts).reduce((total, each) => total + each, 0);

test("the parts add up to the total", () => {
  const { parts, total, cpu } = serverTimes(ENTRY, MOMENTS, NONE);
  assert.deepEqual(parts, {
    ...{ resize: 5, encode: 10, network: 10, queue: 1, decode: 2, inference: 3, other: 4, download: 10, read: 3 + 2 },
  });
  assert.deepEqual([total, sum(parts), cpu], [50, 50, 4]);
});

test("only the simulated delay is added", () => {
  const [plain, slow] = [NONE, { network: 2000, download: 30 }].map((delay) => serverTimes(ENTRY, MOMENTS, delay));
  const grown = Object.entries(plain.parts).map(([name, value]) => [name, slow.parts[name] - value]);
  assert.deepEqual(
    grown.filter(([, value]) => value),
    [
      ["network", 2000],
      ["download", 30],
    ],
  );
  assert.equal(slow.total - plain.total, 2030);
});

test("impossible times are rejected", () => {
  const said = (/** @type {Partial<typeof SAID>} */ more) => ({
    ...ENTRY,
    serverTiming: Object.entries({ ...SAID, ...more }).map(([name, duration]) => ({ name, duration })),
  });
  assert.throws(() => serverTimes({ ...ENTRY, serverTiming: [] }, MOMENTS, NONE), /no 'total', 'decode'/);
  assert.throws(() => serverTimes(said({ total: 1e12 }), MOMENTS, NONE), /the request took less/);
  assert.throws(() => serverTimes(said({ inference: 30 }), MOMENTS, NONE), /longer than its total/);
});

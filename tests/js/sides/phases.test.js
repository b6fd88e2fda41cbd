import assert from "node:assert/strict";
import { test } from "node:test";

import { axisFor, phasesOf, segmentsOf } from "../../../static/js/sides/phases.js";

const BROWSER = { resize: 1, toWorker: 0.5, inference: 7, readback: 0.5, back: 1 };
const SERVER = {
  ...{ resize: 1, encode: 2, network: 100, queue: 3 },
  ...{ decode: 4, inference: 5, other: 6, download: 7, read: 8 },
};

/** @param {Record<string, number>} parts */
const sum = (parts) => Object.values(parts).reduce((a, b) => a + b, 0);

for (const [side, parts] of Object.entries({ BROWSER, SERVER }))
  test(`no part of the ${side.toLowerCase()}'s time is lost in its phases`, () => {
    assert.equal(sum(phasesOf(parts)), sum(parts));
    assert.equal(
      segmentsOf(parts).reduce((all, { milliseconds }) => all + milliseconds, 0),
      sum(parts),
    );
    assert.deepEqual(
      segmentsOf(parts).flatMap(({ parts: names }) => names),
      Object.keys(parts),
    );
  });

test("adjacent parts of one phase are one segment, in chronological order", () => {
  assert.deepEqual(
    segmentsOf(SERVER).map(({ phase }) => phase),
    ["prepare", "network", "queue", "prepare", "model", "queue", "network"],
  );
});

test("a part without a phase is an error that names it", () => {
  assert.throws(() => segmentsOf({ lunch: 1 }), /'lunch'/);
});

test("the axis ends at a round number that is large enough", () => {
  assert.deepEqual([0, 9, 10, 11, 49, 180, 200, 2001].map(axisFor), [10, 10, 10, 20, 50, 200, 200, 5000]);
});

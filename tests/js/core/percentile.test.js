import assert from "node:assert/strict";
import { test } from "node:test";

import { percentiles } from "../../../static/js/core/percentile.js";

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

for (const [numbers, percent, expected] of /** @type {[number[], number, number][]} */ ([
  [[7], 50, 7],
  [[7], 95, 7],
  [[2, 1], 50, 1],
  [[3, 1, 2], 50, 2],
  [[4, 3, 2, 1], 50, 2],
  [hundred, 95, 95],
  [hundred, 100, 100],
  [hundred, 0, 1],
  [[10, 9, 100], 95, 100], // sorted as numbers, not as text
])) {
  test(`${percent} % of ${numbers.length} numbers are at most ${expected}`, () => {
    const before = [...numbers];
    assert.deepEqual(percentiles(numbers, percent), [expected]);
    assert.deepEqual(numbers, before, "the numbers given stay as they were");
  });
}

test("several percentiles come in the order in which they are asked for", () => {
  assert.deepEqual(percentiles(hundred, 95, 50), [95, 50]);
});

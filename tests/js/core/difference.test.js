import assert from "node:assert/strict";
import { test } from "node:test";

import { differenceText, largestDifference } from "../../../static/js/core/difference.js";

test("the largest difference is that of any label", () => {
  assert.equal(largestDifference([0.5, 0.25, 0.25], [0.5, 0, 0.5]), 0.25);
  assert.throws(() => largestDifference([1], [0.5, 0.5]), /same labels, not 1 and 2/);
});

test("a difference is written with a minus sign", () => {
  assert.equal(differenceText(1.24e-7), "1.2e\u22127");
  assert.equal(differenceText(1.24e-7, 0), "1e\u22127");
  assert.equal(differenceText(0), "0.0e+0");
});

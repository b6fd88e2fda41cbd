import assert from "node:assert/strict";
import { test } from "node:test";

import { isUniform, top } from "../../../static/js/core/probabilities.js";

test("a distribution is uniform if no probability is 0.001 above its share", () => {
  assert.equal(isUniform(new Float32Array(10).fill(0.1)), true);
  assert.equal(isUniform([0.1009, ...new Array(9).fill(0.8991 / 9)]), true);
  assert.equal(isUniform([0.1011, ...new Array(9).fill(0.8989 / 9)]), false);
  assert.equal(isUniform(new Float32Array(1000).fill(0.001)), true);
});

test("the most probable come first, and of equal ones the earlier", () => {
  assert.deepEqual(top(new Float32Array([0.1, 0.4, 0.2, 0.3]), 3), [1, 3, 2]);
  assert.deepEqual(top([0.25, 0.5, 0.25], 5), [1, 0, 2]);
});

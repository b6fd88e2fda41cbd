import assert from "node:assert/strict";
import { test } from "node:test";

import { isBlank, top } from "../../../static/js/core/probabilities.js";

test("an answer is blank if no two probabilities differ by more than the model says", () => {
  assert.equal(isBlank(new Float32Array(10).fill(0.1), 1e-6), true);
  assert.equal(isBlank([0.5 + 4e-7, 0.5 - 4e-7], 1e-6), true);
  assert.equal(isBlank([0.5005, 0.4995], 1e-6), false, "an unsure model of two classes is not blank");
  assert.equal(isBlank([0.5, 0.5], null), false, "a model without such an answer");
});

test("the most probable labels come first, and of equal ones the earlier", () => {
  assert.deepEqual(top(new Float32Array([0.1, 0.4, 0.2, 0.3]), 3), [1, 3, 2]);
  assert.deepEqual(top([0.25, 0.5, 0.25], 5), [1, 0, 2]);
});

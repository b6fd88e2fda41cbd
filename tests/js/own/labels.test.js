import assert from "node:assert/strict";
import { test } from "node:test";

import { labelsIn } from "../../../static/js/own/labels.js";

test("labels are lines, of any system, without the numbers that tools add", () => {
  assert.deepEqual(labelsIn("\uFEFFcat\r\ndog\r\n"), ["cat", "dog"]);
  assert.deepEqual(labelsIn("0 cat\n1 big dog\n"), ["cat", "big dog"]);
  assert.deepEqual(labelsIn("0:cat\n1:dog"), ["cat", "dog"]);
});

test("digits are labels, not numbers of labels", () => {
  assert.deepEqual(labelsIn("0\n1\n2"), ["0", "1", "2"]);
  assert.deepEqual(labelsIn("3 kings\n7 dwarfs"), ["3 kings", "7 dwarfs"]);
});

test("a hostile label is cut", () => assert.equal(labelsIn("x".repeat(1e6))[0].length, 200));

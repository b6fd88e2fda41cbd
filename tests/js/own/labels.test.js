import assert from "node:assert/strict";
import { test } from "node:test";

import { labelsIn, textIn } from "../../../static/js/own/labels.js";

test("labels are lines, of any system, without the numbers that tools add", () => {
  assert.deepEqual(labelsIn("\uFEFFcat\r\ndog\r\n"), ["cat", "dog"]);
  assert.deepEqual(labelsIn("0 cat\n1 big dog\n"), ["cat", "big dog"]);
  assert.deepEqual(labelsIn("0:cat\n1:dog"), ["cat", "dog"]);
  assert.deepEqual(labelsIn("0,cat\r1,dog"), ["cat", "dog"]);
});

test("digits are labels, not numbers of labels", () => {
  assert.deepEqual(labelsIn("0\n1\n2"), ["0", "1", "2"]);
  assert.deepEqual(labelsIn("3 kings\n7 dwarfs"), ["3 kings", "7 dwarfs"]);
});

test("a text is in UTF-8, or in UTF-16 if it says so", () => {
  assert.equal(textIn(new TextEncoder().encode("고양이\ndog")), "고양이\ndog");
  assert.equal(textIn(new Uint8Array([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x62, 0])), "a\nb");
  assert.equal(textIn(new Uint8Array([0xfe, 0xff, 0, 0x61])), "a");
  assert.equal(textIn(new Uint8Array()), "");
});

test("a hostile label is cut", () => assert.equal(labelsIn("x".repeat(1e6))[0].length, 200));

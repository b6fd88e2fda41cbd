import assert from "node:assert/strict";
import { test } from "node:test";

import { rgb } from "../../../static/js/engines/pixels.js";

const INPUT = /** @type {[number, number, number, number]} */ ([1, 1, 2, 3]);

test("RGB stays unchanged, 0 to 255", () => {
  assert.deepEqual(rgb(Uint8Array.of(0, 1, 2, 253, 254, 255), INPUT), Float32Array.of(0, 1, 2, 253, 254, 255));
});

test("the alpha of RGBA is ignored", () => {
  assert.deepEqual(rgb(Uint8ClampedArray.of(0, 1, 2, 9, 3, 4, 5, 9), INPUT), Float32Array.of(0, 1, 2, 3, 4, 5));
});

test("another number of values is rejected", () => {
  assert.throws(() => rgb(new Uint8Array(7), INPUT), Error);
});

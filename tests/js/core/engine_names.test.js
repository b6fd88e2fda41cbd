import assert from "node:assert/strict";
import { test } from "node:test";

import { AUTOMATIC, ENGINES, formatOf, titleOf } from "../../../static/js/core/engine_names.js";

test("LiteRT.js runs the server's format, and TensorFlow.js its own", () => {
  for (const engine of ENGINES) assert.equal(formatOf(engine), engine.startsWith("litert") ? "tflite" : "tfjs");
});

test("each engine has a title", () => {
  assert.equal(new Set(ENGINES.map(titleOf)).size, ENGINES.length);
});

test("the automatic choice begins with plain WebAssembly, and each of its engines runs the format", () => {
  assert.deepEqual([AUTOMATIC.tfjs[0], AUTOMATIC.tflite[0]], ["wasm", "litert"]);
  for (const [format, engines] of Object.entries(AUTOMATIC))
    for (const engine of engines) assert.equal(formatOf(engine), format);
});

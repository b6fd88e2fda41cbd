import assert from "node:assert/strict";
import { test } from "node:test";

import { ENGINES, formatOf, titleOf } from "../../../static/js/core/engine_names.js";

test("LiteRT.js runs the server's format, and TensorFlow.js its own", () => {
  for (const engine of ENGINES) assert.equal(formatOf(engine), engine.startsWith("litert") ? "tflite" : "tfjs");
});

test("each engine has a title", () => {
  assert.equal(new Set(ENGINES.map(titleOf)).size, ENGINES.length);
});

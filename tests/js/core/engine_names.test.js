import assert from "node:assert/strict";
import { test } from "node:test";

import { ENGINES, attemptsOf, formatOf, titleOf } from "../../../static/js/core/engine_names.js";

/** @param {{isFast: boolean}} webgl whether a graphics card does its work */
function browserWith({ isFast }) {
  const context = isFast ? { getExtension: () => null } : null;
  Object.assign(globalThis, { document: { createElement: () => ({ getContext: () => context }) } });
}

test("LiteRT.js runs the server's format, and TensorFlow.js its own", () => {
  for (const engine of ENGINES) assert.equal(formatOf(engine), engine === "litert" ? "tflite" : "tfjs");
});

test("each engine has a name for people", () => {
  assert.equal(new Set(ENGINES.map(titleOf)).size, ENGINES.length);
});

test("what does not run falls back to the next engine, the chosen one first", () => {
  browserWith({ isFast: true });
  assert.deepEqual(attemptsOf("auto"), ["wasm", "webgl", "cpu"]);
  assert.deepEqual(attemptsOf("litert"), ["litert", "wasm", "webgl", "cpu"]);
  assert.deepEqual(attemptsOf("cpu"), ["cpu", "wasm", "webgl"]);
});

test("without a graphics card, plain JavaScript stands in before WebGL", () => {
  browserWith({ isFast: false });
  assert.deepEqual(attemptsOf("auto"), ["wasm", "cpu"]);
  assert.deepEqual(attemptsOf("webgl"), ["webgl", "wasm", "cpu"], "but WebGL runs where it is chosen");
});

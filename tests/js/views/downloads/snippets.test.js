import assert from "node:assert/strict";
import { test } from "node:test";

import { FORMATS, snippetsOf } from "../../../../static/js/views/downloads/snippets.js";
import { file, model } from "../../catalog.js";

const tflite = file("compact/compact-float32.tflite", { format: "tflite" });
const part = { path: "compact/tfjs-float32/group1-shard1of1.bin", bytes: 1, sha256: "" };
const tfjs = file("compact/tfjs-float32/model.json", { parts: [part] });
const compact = model("compact", [tflite, tfjs]);

/** @param {typeof tflite} used @param {typeof compact} [of] */
const platforms = (used, of = compact) =>
  Object.fromEntries(snippetsOf(of, used).map(({ platform, code }) => [platform, code]));

test("each format has code for the platforms that run it", () => {
  assert.deepEqual(FORMATS, ["tflite", "tfjs"]);
  assert.deepEqual(Object.keys(platforms(tflite)), ["Android", "iOS", "Python", "JavaScript"]);
  assert.deepEqual(Object.keys(platforms(tfjs)), ["JavaScript"]);
  assert.deepEqual(platforms(file("compact.keras", { format: "keras" })), {});
});

test("code names the file, resizes the picture to the model's input, and does not scale its values", () => {
  const narrow = { ...compact, input: /** @type {[1, number, number, 3]} */ ([1, 96, 128, 3]) };
  const { Android, iOS, Python, JavaScript } = platforms(tflite, narrow);
  for (const code of [Android, Python, JavaScript]) assert.ok(code.includes('"compact-float32.tflite"'), code);
  assert.ok(iOS.includes('forResource: "compact-float32", ofType: "tflite"'), iOS);
  assert.ok(Python.includes("resize((128, 96))"), "Pillow takes width, height");
  assert.ok(platforms(tfjs, narrow).JavaScript.includes("resizeBilinear(pixels, [96, 128])"), "TF.js height, width");
  for (const code of [Python, JavaScript]) assert.ok(!code.includes("255)") && !code.includes("/ 255"), code);
});

test("code for TF.js names the other files", () => {
  assert.ok(platforms(tfjs).JavaScript.includes("Put model.json and group1-shard1of1.bin into one folder"));
});

test("few labels are written out, and many are read from the catalog", () => {
  assert.ok(platforms(tfjs).JavaScript.includes('["0", "1", '));
  const labels = Array.from({ length: 1000 }, (_, index) => `label ${index}`);
  const { JavaScript } = platforms(tfjs, { ...compact, labels });
  assert.ok(!JavaScript.includes("label 7") && JavaScript.includes("models/catalog.json"), JavaScript);
});

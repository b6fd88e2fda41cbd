import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { findFile, findModel } from "../../../static/js/core/catalog.js";
import { sentSize } from "../../../static/js/core/sent_size.js";

const STATIC = resolve(import.meta.dirname, "../../../static");
const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(STATIC, name), "utf8"));
const [catalog, sizes] = [read("models/catalog.json"), read("vendor/sizes.json")];

test("TensorFlow.js files are as large as the compressed files that a host sends", () => {
  const model = findModel(catalog);
  const file = findFile(model, "tfjs", "uint8");
  const sent = [file, ...file.parts].map(({ path }) => statSync(join(STATIC, "models", `${path}.br`)).size);
  const bytes = sent.reduce((sum, each) => sum + each, 0);
  assert.ok(bytes < 0.5 * file.bytes);
  const said = sentSize(sizes, model, file);
  assert.ok(said >= bytes && said < bytes + 200, `${said} for ${bytes} bytes`); // rounded up
});

test("other files are sent as they are", () => {
  const model = findModel(catalog);
  const [tflite, tfjs] = [findFile(model, "tflite", "int8"), findFile(model, "tfjs", "uint8")];
  assert.equal(sentSize(sizes, model, tflite), tflite.bytes);
  assert.equal(sentSize(sizes, { version: "exported later" }, tfjs), tfjs.bytes);
  assert.equal(sentSize(undefined, model, tfjs), tfjs.bytes);
});

/** The reader of `.tflite` files, with published files and with damaged ones. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";

import { readTflite } from "../../../static/js/own/tflite.js";
import { Damaged } from "../../../static/js/own/words.js";

const MODELS = resolve(import.meta.dirname, "../../../static/models");
const catalog = JSON.parse(readFileSync(resolve(MODELS, "catalog.json"), "utf-8"));
const model = catalog.models.find((/** @type {{name: string}} */ { name }) => name === catalog.default);
const file = model.files.find((/** @type {{format: string}} */ { format }) => format === "tflite");
const CONTENT = new Uint8Array(readFileSync(resolve(MODELS, file.path)));

test("the metadata that the exporter writes are read", async () => {
  const { inputs, outputs, custom, metadata } = await readTflite(CONTENT);
  assert.deepEqual(
    inputs.map(({ shape, dtype }) => [shape, dtype]),
    [[model.input, "float32"]],
  );
  assert.deepEqual(
    outputs.map(({ shape }) => shape),
    [[1, model.labels.length]],
  );
  assert.deepEqual(custom, []);
  assert.deepEqual(metadata.labels, model.labels);
  assert.deepEqual(metadata.normalization, { mean: [0], std: [1] });
  assert.equal(metadata.title, model.title);
});

test("a damaged file is read or refused, and never fails in another way or takes long", async () => {
  let seed = 1;
  const random = (/** @type {number} */ below) => (seed = (seed * 48271) % 2147483647) % below;
  let refused = 0;
  for (let round = 0; round < 300; round++) {
    const damaged = CONTENT.slice(0, round % 3 ? undefined : random(CONTENT.length));
    // most of the file is weights: the tables are at both ends
    for (let change = 0; change < 8; change++) {
      const near = random(3000);
      damaged[change % 2 ? near : damaged.length - 1 - near] = random(256);
    }
    try {
      await readTflite(damaged);
    } catch (error) {
      assert.ok(error instanceof Damaged, String(/** @type {Error} */ (error).stack));
      refused++;
    }
  }
  assert.ok(refused > 30, `${refused} of 300 were refused`);
});

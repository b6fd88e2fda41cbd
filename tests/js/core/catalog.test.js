import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { complete, findFile, findModel, integrityOf, requestOf } from "../../../static/js/core/catalog.js";
import { CATALOG } from "../catalog.js";

test("a model is found by its name, and the default without one", () => {
  assert.equal(findModel(CATALOG).name, "small");
  assert.equal(findModel(CATALOG, "large").name, "large");
  assert.throws(() => findModel(CATALOG, "nope"), /There is no model 'nope'. There are: small, large, server-only\./);
});

test("a catalog that began with one model gets the others, and keeps the entry that is in use", () => {
  const [small] = structuredClone(CATALOG.models);
  const begun = { ...CATALOG, models: [small] };
  complete(begun, { ...structuredClone(CATALOG), default: "large" });
  assert.deepEqual(begun, { ...CATALOG, default: "large" });
  assert.equal(begun.models[0], small);
});

test("a file is found by format and precision, unless it is withheld", () => {
  const [small, large] = CATALOG.models;
  assert.equal(findFile(small, "tflite", "float32").path, "small.tflite");
  const missing = /Model 'large' has no tfjs file of precision 'uint8'. There are: float32, float16\./;
  assert.throws(() => findFile(large, "tfjs", "uint8"), missing);
});

test("the hash has the format of fetch's `integrity`", () => {
  const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"; // SHA-256 of no bytes
  assert.equal(integrityOf({ sha256: empty }), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
});

test("a request names the content that it must have", () => {
  const sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const { url, integrity } = requestOf({ path: "small/f32.json", bytes: 0, sha256 });
  assert.ok(url.endsWith(`/static/models/small/f32.json?sha256=${sha256}`), url);
  assert.equal(integrity, integrityOf({ sha256 }));
});

test("the published catalog has its default model, and an answer of every model for this page or a reason", async () => {
  const published = JSON.parse(
    await readFile(new URL("../../../static/models/catalog.json", import.meta.url), { encoding: "utf-8" }),
  );
  assert.ok(findModel(published).files.some(({ exact }) => exact));
  for (const { name, files } of published.models) assert.ok(files.length, name);
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";

import {
  addressWith,
  automaticOf,
  choiceFrom,
  defaultOf,
  engineFor,
  filesOf,
  frontEndFor,
  isNamed,
  modelsOf,
} from "../../../static/js/core/choice.js";
import { CATALOG, file, model } from "../catalog.js";

const [small, large] = CATALOG.models;

/** @param {string} search */
function chosen(search) {
  const { choice, problems } = choiceFrom(CATALOG, search);
  return { chosen: `${choice.model.name} ${choice.file.precision} ${choice.engine}`, problems };
}

test("only models with a published file for this page are offered", () => {
  assert.deepEqual(
    modelsOf(CATALOG).map(({ name }) => name),
    ["small", "large"],
  );
});

test("a withheld file is not offered", () => {
  assert.deepEqual(
    filesOf(large).map(({ precision }) => precision),
    ["float32", "float16"],
  );
});

test("an engine is offered the files of its format", () => {
  assert.deepEqual(
    filesOf(small, "litert").map(({ path }) => path),
    ["small.tflite"],
  );
  assert.deepEqual(filesOf(small, "cpu"), filesOf(small, "auto"));
});

test("the default is the file that the catalog names for the engine's format", () => {
  assert.equal(defaultOf(small).file.precision, "uint8");
  assert.equal(defaultOf(small, "litert").file.path, "small.tflite");
  assert.equal(defaultOf(large).file.precision, "float32");
  assert.throws(() => defaultOf(model("none", [])), /Model 'none' has no default file of format 'tfjs'\./);
});

test("a precision is used if the engine has it", () => {
  assert.equal(defaultOf(small, "wasm", "float16").file.precision, "float16");
  assert.equal(defaultOf(small, "litert", "float16").file.path, "small.tflite");
});

test("an address chooses model, precision and engine, each of which may be left out", () => {
  assert.deepEqual(chosen(""), { chosen: "small uint8 auto", problems: [] });
  assert.deepEqual(chosen("?model=large&precision=float16&engine=webgl&other=1"), {
    chosen: "large float16 webgl",
    problems: [],
  });
  assert.deepEqual(chosen("?engine=litert"), { chosen: "small float32 litert", problems: [] });
});

for (const [search, instead, problem] of [
  ["?model=nope", "small uint8 auto", "There is no model 'nope'. There are: small, large."],
  ["?model=server-only", "small uint8 auto", "There is no model 'server-only'. There are: small, large."],
  ["?model=large&precision=int3", "large float32 auto", "has no tfjs file of precision 'int3'. There are: float32, "],
  ["?model=large&precision=uint8", "large float32 auto", "has no tfjs file of precision 'uint8'"],
  [
    "?engine=gpu",
    "small uint8 auto",
    "There is no engine 'gpu'. There are: auto, wasm, wasm-threads, litert, litert-threads, webgl, webgpu, litert-webgpu, cpu.",
  ],
  ["?engine=constructor", "small uint8 auto", "There is no engine 'constructor'"],
]) {
  test(`${search} gets the default, and a message`, () => {
    const found = chosen(search);
    assert.equal(found.chosen, instead);
    assert.equal(found.problems.length, 1);
    assert.ok(found.problems[0].includes(problem), found.problems[0]);
  });
}

test("the precision is kept if the model is unknown", () => {
  const { chosen: found, problems } = chosen("?model=nope&precision=float16");
  assert.equal(found, "small float16 auto");
  assert.equal(problems.length, 1);
});

test("an address is given the choice, and keeps the rest", () => {
  const choice = { model: large, file: filesOf(large)[1], engine: /** @type {const} */ ("webgl") };
  const address = addressWith("https://example.org/p/?lang=ko&model=small#part", choice);
  assert.equal(address, "https://example.org/p/?lang=ko&model=large&precision=float16&engine=webgl#part");
  assert.equal(addressWith(address, { ...choice, engine: "auto" }), address.replace("&engine=webgl", ""));
  assert.deepEqual(choiceFrom(CATALOG, new URL(address).search).choice, choice);
});

test("an address may or may not name a choice", () => {
  for (const search of ["?model=x", "?precision=", "?a=1&engine=cpu"]) assert.equal(isNamed(search), true, search);
  for (const search of ["", "?view=compare&lang=ko"]) assert.equal(isNamed(search), false, search);
});

const [tfjs, tflite] = [file("front_end/model.json"), file("front_end.tflite", { format: "tflite" })];
const frontEnd = {
  version: "def456",
  input: small.input,
  output: /** @type {[1, number, number, 1]} */ ([1, 28, 28, 1]),
  files: [tfjs, tflite],
};

test("the front end runs in the engine that answers", () => {
  assert.equal(frontEndFor(frontEnd, { model: small, backend: "wasm" }), tfjs);
  assert.equal(frontEndFor(frontEnd, { model: small, backend: "litert" }), tflite);
});

test("a model with another front end, or with none, has no picture of what it sees", () => {
  assert.equal(frontEndFor(frontEnd, { model: { ...small, front_end: "other" }, backend: "wasm" }), undefined);
  assert.equal(frontEndFor(frontEnd, { model: { ...small, front_end: null }, backend: "wasm" }), undefined);
});

test("a catalog without a front end has no picture either", () => {
  assert.equal(frontEndFor(null, { model: small, backend: "wasm" }), undefined);
});

/** A model as a reader's own `.tflite` becomes one. */
const lite = model("lite", [file("lite/f32.tflite", { format: "tflite" })]);
const both = { ...CATALOG, models: [...CATALOG.models, lite] };

test("a model without TF.js files is offered, and LiteRT.js is its automatic engine", () => {
  assert.ok(modelsOf(both).includes(lite));
  assert.deepEqual(automaticOf(lite), ["litert"]);
  assert.deepEqual(automaticOf(small), ["wasm", "webgl", "cpu"]);
  assert.equal(defaultOf(lite).file.path, "lite/f32.tflite");
  const { choice, problems } = choiceFrom(both, "?model=lite");
  assert.deepEqual([choice.model.name, choice.engine, problems], ["lite", "auto", []]);
});

test("an engine that has no file of the model gives way to the automatic choice", () => {
  assert.equal(engineFor(lite, "wasm"), "auto");
  assert.equal(engineFor(lite, "litert-webgpu"), "litert-webgpu");
  const { choice, problems } = choiceFrom(both, "?model=lite&engine=webgl");
  assert.equal(choice.engine, "auto");
  assert.deepEqual(problems, ["Model 'lite' has no file for engine 'webgl'. The default, 'auto', is used."]);
});

test("neither threads nor WebGPU are ever chosen automatically, for any model that is published", () => {
  const path = resolve(import.meta.dirname, "../../../static/models/catalog.json");
  const { models } = JSON.parse(readFileSync(path, "utf-8"));
  assert.ok(models.length > 3);
  for (const each of [...models, lite])
    assert.deepEqual(
      automaticOf(each).filter((backend) => /threads|webgpu/.test(backend)),
      [],
      each.name,
    );
});

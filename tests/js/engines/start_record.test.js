import assert from "node:assert/strict";
import { test } from "node:test";

import { StartRecord } from "../../../static/js/engines/start_record.js";

const MODELS = "https://host/models/";

/** @param {string} name @param {number} startTime */
const entry = (name, startTime, transferSize = 1300) => ({
  ...{ name: `https://host/${name}`, startTime, responseEnd: startTime + 5, encodedBodySize: 1000, transferSize },
});

/** The fetches of a worker: a model, the front end, another model, and that model with another engine. */
const ENTRIES = [
  entry("js/worker.js", 0),
  entry("vendor/wasm.js", 20),
  entry("models/a.json", 30),
  entry("models/front_end.json", 60),
  entry("models/b.json", 110),
  entry("vendor/webgl.js", 210),
];

/** @param {(record: StartRecord) => void} happens */
function told(happens) {
  const record = new StartRecord();
  happens(record);
  const { fetched, ...rest } = record.of(ENTRIES, MODELS);
  return { ...rest, names: fetched.map(({ url }) => url.replace("https://host/", "")) };
}

const FIRST = /** @type {const} */ (["wasm", [`${MODELS}a.json`], 15, 40]);
const SECOND = /** @type {const} */ (["wasm", [`${MODELS}b.json`], 100, 120]);
const THIRD = /** @type {const} */ (["webgl", [`${MODELS}b.json`], 200, 220]);

/** @param {StartRecord} record @param {(typeof FIRST | typeof SECOND | typeof THIRD)[]} all */
const load = (record, ...all) => {
  for (const [backend, files, from, to] of all) record.loaded(backend, [...files], from, to);
};

test("the first model started with the worker and its engine, without the files of others", () => {
  const { names, isFirst, from, to } = told((record) => load(record, FIRST));
  assert.deepEqual(names, ["js/worker.js", "vendor/wasm.js", "models/a.json"]);
  assert.deepEqual([isFirst, from, to], [true, 15, 40]);
});

test("another model has the same engine and its own files, but not those of the first model", () => {
  const { names, isFirst } = told((record) => load(record, FIRST, SECOND));
  assert.deepEqual(names, ["js/worker.js", "vendor/wasm.js", "models/b.json"]);
  assert.equal(isFirst, false);
});

test("another engine has its own files, but not those of the first engine", () => {
  const { names, isFirst } = told((record) => load(record, FIRST, SECOND, THIRD));
  assert.deepEqual(names, ["js/worker.js", "models/b.json", "vendor/webgl.js"]);
  assert.equal(isFirst, false);
});

test("the first inference is that of the current model", () => {
  const { first } = told((record) => {
    load(record, FIRST);
    record.answered(9);
    load(record, SECOND);
    record.answered(7);
    record.answered(3);
  });
  assert.equal(first, 7);
});

test("files from a cache, revalidated or not, did not come over the network", () => {
  const record = new StartRecord();
  load(record, FIRST);
  const of = (/** @type {number} */ transferSize) =>
    record.of([entry("js/worker.js", 0, transferSize)], MODELS).fetched[0].transferred;
  assert.deepEqual([of(1300), of(300), of(0)], [1300, 0, 0]);
});

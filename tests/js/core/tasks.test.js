import assert from "node:assert/strict";
import { test } from "node:test";

import { exampleAddresses, examplesOf } from "../../../static/js/core/tasks.js";
import { CATALOG } from "../catalog.js";

test("a model is offered the examples of its task", () => {
  const [{ name, address }, ...others] = examplesOf(CATALOG, CATALOG.models[0]);
  assert.deepEqual([name, others], ["2", []]);
  assert.ok(address.endsWith("/static/data/examples/digit-2.png"), address);
});

test("a model of another task is offered none", () => {
  assert.deepEqual(examplesOf(CATALOG, { ...CATALOG.models[0], task: "sound" }), []);
});

test("every example has an address", () => {
  assert.equal(exampleAddresses(CATALOG).length, CATALOG.examples.length);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { coalesce } from "../../../static/js/core/coalesce.js";

/** A task that ends on command, and records its runs. */
function held() {
  /** @type {{end: () => void, fail: (error: Error) => void}[]} */
  const runs = [];
  const task = () =>
    /** @type {Promise<void>} */ (new Promise((end, fail) => void runs.push({ end: () => end(), fail })));
  return { runs, trigger: coalesce(task) };
}

/** Runs all pending callbacks. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test("simultaneous triggers cause one run", async () => {
  const { runs, trigger } = held();
  const both = Promise.all([trigger(), trigger()]);
  await settle();
  assert.equal(runs.length, 1);
  runs[0].end();
  await both;
});

test("triggers during a run cause one more run after it", async () => {
  const { runs, trigger } = held();
  const first = trigger();
  await settle();
  const others = Promise.all([trigger(), trigger(), trigger()]);
  await settle();
  assert.equal(runs.length, 1, "never two at once");
  runs[0].end();
  await first;
  await settle();
  assert.equal(runs.length, 2);
  runs[1].end();
  await others;
  await settle();
  assert.equal(runs.length, 2);
});

test("a run that rejects does not affect later triggers", async () => {
  const { runs, trigger } = held();
  const first = trigger();
  await settle();
  const second = trigger();
  runs[0].fail(new Error("lost"));
  await assert.rejects(first, /lost/);
  await settle();
  assert.equal(runs.length, 2, "the trigger that came meanwhile is run");
  runs[1].end();
  await second;
});

test("a trigger at the very end of a run causes one more run, and no third one", async () => {
  const { runs, trigger } = held();
  const first = trigger();
  await settle();
  const second = trigger();
  const third = first.then(() => trigger());
  runs[0].end();
  await settle();
  assert.equal(runs.length, 2);
  runs[1].end();
  await second;
  await settle();
  for (const { end } of runs) end();
  await third;
});

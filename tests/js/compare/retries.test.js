import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { withRetries } from "../../../static/js/views/compare/retries.js";

/** Runs all pending callbacks. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/**
 * A server with the given outcomes, one per request, and then "idle".
 *
 * @param {import("node:test").TestContext} context
 * @param {("answered" | "failed" | "kept" | "idle")[]} outcomes
 */
function server(context, outcomes) {
  mock.timers.enable({ apis: ["setTimeout"] });
  context.after(() => mock.timers.reset());
  let asked = 0;
  const { ask, forget } = withRetries(
    async () => outcomes[asked++] ?? "idle",
    () => void ask(),
  );
  return { ask, forget, count: () => asked };
}

/** @param {number} milliseconds */
async function pass(milliseconds) {
  mock.timers.tick(milliseconds);
  await settle();
}

test("a failed request is retried, after a pause that doubles", async (context) => {
  const { ask, count } = server(context, ["failed", "failed", "answered"]);
  await ask();
  await pass(499);
  assert.equal(count(), 1);
  await pass(1);
  assert.equal(count(), 2);
  await pass(999);
  assert.equal(count(), 2);
  await pass(1);
  assert.equal(count(), 3);
  await pass(60_000);
  assert.equal(count(), 3, "what was answered is not");
});

test("having nothing to ask does not cancel a retry", async (context) => {
  const { ask, count } = server(context, ["failed", "idle", "answered"]);
  await ask();
  await ask();
  await pass(500);
  assert.equal(count(), 3);
});

test("a request that is kept or forgotten is not retried", async (context) => {
  const { ask, forget, count } = server(context, ["failed", "kept", "failed"]);
  await ask();
  await ask();
  await pass(60_000);
  assert.equal(count(), 2);
  await ask();
  forget();
  await pass(60_000);
  assert.equal(count(), 3);
});

test("an answer resets the pause", async (context) => {
  const { ask, count } = server(context, ["failed", "answered", "failed", "answered"]);
  await ask();
  await pass(500);
  await ask();
  await pass(500);
  assert.equal(count(), 4);
});

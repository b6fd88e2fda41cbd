import assert from "node:assert/strict";
import { test } from "node:test";

import { whenIdle } from "../../../static/js/core/idle.js";

/** @param {any} request stands in for the browser's @param {() => Promise<void>} task */
async function inside(request, task) {
  /** @type {any} */ (globalThis).requestIdleCallback = request;
  try {
    await task();
  } finally {
    delete (/** @type {any} */ (globalThis).requestIdleCallback);
  }
}

test("a browser that is never idle is not waited for without a limit", () =>
  inside(
    (/** @type {() => void} */ then, /** @type {{timeout?: number}} */ { timeout } = {}) => timeout && then(),
    async () => {
      const waited = await Promise.race([whenIdle().then(() => true), new Promise((end) => setImmediate(end, false))]);
      assert.ok(waited);
    },
  ));

test("a browser that does not say when it is idle is waited for a while", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let isIdle = false;
  const waiting = whenIdle().then(() => (isIdle = true));
  context.mock.timers.tick(199);
  await Promise.resolve();
  assert.equal(isIdle, false);
  context.mock.timers.tick(1);
  await waiting;
});

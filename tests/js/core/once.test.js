import assert from "node:assert/strict";
import { test } from "node:test";

import { once } from "../../../static/js/core/once.js";

test("a task that succeeded is not run again", async () => {
  let runs = 0;
  const trigger = once(async () => ++runs);
  assert.deepEqual(await Promise.all([trigger(), trigger()]), [1, 1]);
  assert.equal(await trigger(), 1);
});

test("a task that failed is run again by the next trigger", async () => {
  let runs = 0;
  const trigger = once(async () => {
    if (++runs === 1) throw new Error("the network is gone");
    return runs;
  });
  await Promise.all([trigger(), trigger()].map((run) => assert.rejects(run, /the network is gone/)));
  assert.equal(await trigger(), 2);
});

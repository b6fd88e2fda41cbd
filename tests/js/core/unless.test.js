/** Results of something that may end. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { unless } from "../../../static/js/core/unless.js";

const pending = () => /** @type {Promise<never>} */ (new Promise(() => {}));

test("a result, or its error, is passed on while nothing ends", async () => {
  const alive = unless(pending());
  assert.equal(await alive(Promise.resolve(3)), 3);
  await assert.rejects(alive(Promise.reject(new Error("wrong"))), /wrong/);
});

test("what waits is rejected by the end, and whatever is asked later", async () => {
  /** @type {(reason: Error) => void} */
  let end = () => {};
  const alive = unless(/** @type {Promise<never>} */ (new Promise((_, reject) => (end = reject))));
  const waiting = [alive(pending()), alive(pending())];
  end(new Error("it has ended"));
  for (const each of [...waiting, alive(pending()), alive(Promise.reject(new Error("late")))])
    await assert.rejects(each, /it has ended|late/);
});

/** What the page costs, from what the browser has recorded. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { addLongTask, noLongTasks, startFrom } from "../../../static/js/views/page_costs.js";

test("the start counts what was fetched before the model could answer, and the worker's files", () => {
  const document = [
    { startTime: 0, transferSize: 4000 },
    { startTime: 120, transferSize: 0 }, // a cache had it
    { startTime: 900, transferSize: 50_000 }, // later
  ];
  assert.deepEqual(startFrom(800, document, [{ transferred: 80_300 }, { transferred: 0 }]), {
    start: 800,
    requests: 4,
    transferred: 84_300,
  });
});

test("long tasks block the page for what they take beyond 50 ms", () => {
  const total = noLongTasks();
  assert.deepEqual(total, { tasks: 0, longest: 0, blocked: 0 });
  for (const duration of [60, 200, 50]) addLongTask(total, duration);
  assert.deepEqual(total, { tasks: 3, longest: 200, blocked: 160 });
});

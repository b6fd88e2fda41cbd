import assert from "node:assert/strict";
import { test } from "node:test";

test("importing the codec of a link has no side effects", async () => {
  const { fetch } = globalThis;
  const { figuresFrom } = await import("../../../../static/js/views/compare/link.js");
  assert.equal(globalThis.fetch, fetch);
  assert.equal(figuresFrom("#result=constructor"), "broken");
});

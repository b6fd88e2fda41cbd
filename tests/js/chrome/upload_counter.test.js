import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";

import { countSent, onSent, startCounting } from "../../../static/js/chrome/upload_counter.js";

const { fetch } = globalThis;
/** @type {unknown[][]} */
let asked = [];
let before = 0;
let counted = 0;
onSent((bytes) => (counted = bytes));

describe("the counter", () => {
  beforeEach(() => {
    asked = [];
    globalThis.fetch = async (...asking) => (asked.push(asking), new Response("answer"));
    startCounting();
    before = counted;
  });
  afterEach(() => void (globalThis.fetch = fetch));

  const URL = "https://host/api";

  test("a picture's bytes are counted, and sent without a copy", async () => {
    const options = { method: "POST", body: new Uint8Array(797) };
    assert.equal(await (await globalThis.fetch(URL, options)).text(), "answer");
    assert.equal(counted - before, 797);
    assert.deepEqual(asked, [[URL, options]]);
  });

  test("every other body is counted too", async () => {
    await globalThis.fetch(URL, { method: "POST", body: "가" });
    await globalThis.fetch(new Request(URL, { method: "PUT", body: new Blob(["12345"]) }));
    countSent(100);
    assert.equal(counted - before, 3 + 5 + 100);
    assert.equal(asked.length, 2);
  });

  test("requests without a body are not counted", async () => {
    await globalThis.fetch(URL);
    await globalThis.fetch(new Request(URL, { method: "HEAD" }));
    assert.equal(counted - before, 0);
  });
});

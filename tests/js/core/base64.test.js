import assert from "node:assert/strict";
import { test } from "node:test";

import { base64Of, bytesIn } from "../../../static/js/core/base64.js";

for (const length of [0, 1, 2, 3, 8191, 8192, 8193, 1_000_000]) {
  test(`${length} bytes in base64 are those that another writer writes, and read as they were`, () => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) % 256);
    const text = Buffer.from(bytes).toString("base64");
    assert.equal(base64Of(bytes), text);
    assert.deepEqual(bytesIn(text), bytes);
  });
}

for (const text of ["a", "a-_b", "é", "YQ==YQ=="]) {
  test(`'${text}' is refused`, () => {
    assert.throws(() => bytesIn(text), { name: "InvalidCharacterError" });
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";

import { archive } from "../../../../static/js/views/teach/export_model.js";

/** The time of ZIP's first day, which no clock changes: 1 January 1980. */
const FIRST_DAY = 0x00210000;
const ascii = (/** @type {string} */ text) => new TextEncoder().encode(text);

test("each entry of the archive is where the directory says, and has no time", async () => {
  const entries = Object.entries({ "model.json": ascii("{}"), "weights.bin": new Uint8Array(70_000).fill(7) });
  const bytes = new Uint8Array(await archive(Object.fromEntries(entries)).arrayBuffer());
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  assert.equal(view.getUint16(end + 10, true), 2);
  let at = view.getUint32(end + 16, true);
  for (const [name, content] of entries) {
    assert.equal(view.getUint32(at, true), 0x02014b50);
    assert.equal(view.getUint16(at + 10, true), 0, "it is not compressed");
    assert.equal(view.getUint32(at + 12, true), FIRST_DAY);
    assert.equal(view.getUint32(at + 16, true), crc32(content));
    assert.equal(view.getUint32(at + 24, true), content.length);
    const file = view.getUint32(at + 42, true);
    assert.equal(view.getUint32(file, true), 0x04034b50);
    const from = file + 30 + name.length;
    assert.deepEqual(bytes.slice(from, from + content.length), content);
    at += 46 + name.length;
  }
  assert.equal(at, end);
});

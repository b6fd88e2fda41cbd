import assert from "node:assert/strict";
import { test } from "node:test";

import { crc32, zip } from "../../../../static/js/views/teach/zip.js";

const ascii = (/** @type {string} */ text) => new TextEncoder().encode(text);

test("the check value of CRC-32 is the standard's", () => assert.equal(crc32(ascii("123456789")), 0xcbf43926));

test("each entry is where the directory says", async () => {
  const entries = [
    { name: "model.json", content: ascii("{}") },
    { name: "weights.bin", content: new Uint8Array(70_000).fill(7) },
  ];
  const bytes = new Uint8Array(await zip(entries).arrayBuffer());
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  assert.equal(view.getUint16(end + 10, true), 2);
  let at = view.getUint32(end + 16, true);
  for (const { name, content } of entries) {
    assert.equal(view.getUint32(at, true), 0x02014b50);
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

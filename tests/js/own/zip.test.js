/** The archive at the end of a reader's `.tflite`: where its files are, and that a hostile one is refused soon. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { Damaged } from "../../../static/js/own/words.js";
import { fileIn } from "../../../static/js/own/zip.js";

const [STORED, DEFLATED] = [0, 8];
const LABELS = "labels.txt";
const MODEL = new Uint8Array(1000).fill(7);

/**
 * A file with an archive of one entry at its end.
 *
 * @param {Uint8Array} packed
 * @param {{states?: number, method?: number, relative?: boolean, moved?: number, packedBytes?: number,
 *   count?: number, called?: string}} as
 *   `states` is the size that the entry states, `relative` counts offsets from the archive's start
 */
function appended(
  packed,
  { states = 10, method = DEFLATED, relative = false, moved = 0, packedBytes, count = 1, called = LABELS } = {},
) {
  const name = new TextEncoder().encode(called);
  const start = relative ? 0 : MODEL.length;
  const head = numbers(30, { 0: 0x04034b50, 8: method, 18: packedBytes ?? packed.length, 22: states, 26: name.length });
  const sizes = { 20: packedBytes ?? packed.length, 24: states, 28: name.length };
  const entry = numbers(46, { 0: 0x02014b50, 10: method, ...sizes, 42: start + moved });
  const directory = start + head.length + name.length + packed.length;
  const end = numbers(22, { 0: 0x06054b50, 10: count, 12: entry.length + name.length, 16: directory });
  return new Uint8Array(Buffer.concat([MODEL, head, name, packed, entry, name, end]));
}

/** Bytes with some numbers in them, the lowest byte first; what stands behind a 16-bit number is 0 or written later. */
function numbers(/** @type {number} */ length, /** @type {Record<number, number>} */ values) {
  const bytes = Buffer.alloc(length + 2);
  for (const [at, value] of Object.entries(values)) bytes.writeUInt32LE(value, Number(at));
  return bytes.subarray(0, length);
}

const words = deflateRawSync("red\ngreen\n");

for (const relative of [false, true])
  test(`offsets count from the start of the ${relative ? "archive" : "file"}`, async () => {
    const content = await fileIn(appended(words, { relative }), LABELS);
    assert.equal(new TextDecoder().decode(content), "red\ngreen\n");
  });

test("a stored file is read, and what is not there is nothing", async () => {
  const stored = appended(new TextEncoder().encode("red"), { method: STORED });
  assert.equal(new TextDecoder().decode(await fileIn(stored, LABELS)), "red");
  assert.equal(await fileIn(stored, "other.txt"), undefined);
  assert.equal(await fileIn(MODEL, LABELS), undefined);
});

test("what unpacks to 200 MB is stopped at the limit, whatever it states", async (context) => {
  const bomb = deflateRawSync(Buffer.alloc(200_000_000));
  let unpacked = 0;
  const counted = new TransformStream({
    transform(chunk, controller) {
      unpacked += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const { DecompressionStream } = globalThis;
  context.mock.method(globalThis, "DecompressionStream", function (/** @type {CompressionFormat} */ format) {
    const { writable, readable } = new DecompressionStream(format);
    return { writable, readable: readable.pipeThrough(counted) };
  });
  await assert.rejects(fileIn(appended(bomb), LABELS), Damaged);
  assert.ok(unpacked > 2_000_000 && unpacked < 6_000_000, `${unpacked} bytes`);
});

/** @type {Record<string, Uint8Array>} */
const HOSTILE = {
  "an entry outside the file": appended(words, { moved: 5_000 }),
  "more packed bytes than the file has": appended(words, { packedBytes: 5_000 }),
  "a cut stream": appended(words.subarray(0, 6)),
  "no stream at all": appended(new Uint8Array(20).fill(255)),
  "another method": appended(words, { method: 12 }),
  "a stored file that is too large": appended(new Uint8Array(4_000_001), { method: STORED }),
  "too many files": appended(words, { count: 65 }),
  "fewer files than it states": appended(words, { count: 2, called: "other.txt" }),
};

for (const [what, bytes] of Object.entries(HOSTILE))
  test(`${what} is refused`, () => assert.rejects(fileIn(bytes, LABELS), Damaged));

/** The compressed files beside the files of static/: each has the content of its original, and what the first
 * answer needs is there. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const STATIC = resolve(import.meta.dirname, "../../static");
const UNPACK = { ".br": brotliDecompressSync, ".gz": gunzipSync };

/** What the first answer needs. */
const FIRST = [
  "index.html",
  "built/css/page.css",
  "built/js/main.js",
  "built/js/worker.js",
  "vendor/tfjs-lean.js",
  "vendor/tfjs-lean.wasm",
  "models/default.json",
  "models/compact/tfjs-uint8/model.json",
  "models/compact/tfjs-uint8/group1-shard1of1.bin",
];
/** Gzip leaves more than four fifths of these, which `npm run compress` does not write. */
const LARGE_IN_GZIP = ["models/compact/tfjs-uint8/group1-shard1of1.bin"];

for (const [suffix, unpack] of Object.entries(UNPACK)) {
  test(`each file ${suffix} has the content of its original`, () => {
    const packed = readdirSync(STATIC, { recursive: true, encoding: "utf-8" }).filter(
      (name) => name.endsWith(suffix) && existsSync(join(STATIC, name.slice(0, -suffix.length))),
    );
    assert.ok(packed.length > 20);
    for (const name of packed) {
      const original = readFileSync(join(STATIC, name.slice(0, -suffix.length)));
      assert.ok(unpack(readFileSync(join(STATIC, name))).equals(original), `${name}: run 'npm run compress'`);
    }
  });

  test(`what the first answer needs is there as ${suffix}`, () => {
    const left = suffix === ".gz" ? LARGE_IN_GZIP : [];
    for (const name of FIRST) assert.equal(existsSync(join(STATIC, name + suffix)), !left.includes(name), name);
  });
}

/**
 * `npm run compress`, the last step of `make build` and `make export`: writes NAME.br and NAME.gz beside the files of
 * `static/`, so that the server compresses none of them while it answers.
 */

import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";

import { ENCODINGS, packed } from "./encodings.js";

const STATIC = join(dirname(import.meta.dirname), "static");

/** Pictures and archives are compressed already, and people download `.tflite` and `.keras` as they are. */
const COMPRESSIBLE = /\.(bin|css|html|js|json|svg|txt|wasm|webmanifest)$/;

/** The sources, which no page loads. */
const SOURCES = /^(js|css)\//;

const BUILT = /^(built|vendor)\//;

/** A file is compressed if it has at least so many bytes, and at most this share of them is left. */
const [LEAST, MOST] = [1000, 0.8];

const names = await readdir(STATIC, { recursive: true });
for (const name of names.filter((each) => BUILT.test(each) && extname(each) in ENCODINGS))
  if (!names.includes(name.slice(0, -extname(name).length))) await rm(join(STATIC, name)); // of an earlier build
for (const name of names.filter((each) => COMPRESSIBLE.test(each) && !SOURCES.test(each))) {
  const place = join(STATIC, name);
  const content = await readFile(place);
  for (const suffix of Object.keys(ENCODINGS)) {
    const smaller = content.length < LEAST ? content : await packed(place, content, suffix);
    if (smaller.length <= MOST * content.length) await writeFile(place + suffix, smaller);
    else await rm(place + suffix, { force: true });
  }
}

/**
 * `npm run compress`, the last step of `make build` and `make export`: writes NAME.br and NAME.gz beside the files of
 * `static/`, so that the server compresses none of them while it answers.
 */

import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";

import { ENCODINGS, smaller } from "./encodings.js";

const STATIC = join(dirname(import.meta.dirname), "static");

/** Pictures and archives are compressed already, and people download `.tflite` and `.keras` as they are. */
const COMPRESSIBLE = /\.(bin|css|html|js|json|svg|txt|wasm|webmanifest)$/;

/** The sources, which no page loads. */
const SOURCES = /^(js|css)\//;

const BUILT = /^(built|vendor)\//;

const names = await readdir(STATIC, { recursive: true });
for (const name of names.filter((each) => BUILT.test(each) && extname(each) in ENCODINGS))
  if (!names.includes(name.slice(0, -extname(name).length))) await rm(join(STATIC, name)); // of an earlier build
for (const name of names.filter((each) => COMPRESSIBLE.test(each) && !SOURCES.test(each))) {
  const place = join(STATIC, name);
  const content = await readFile(place);
  for (const suffix of Object.keys(ENCODINGS)) {
    const compressed = await smaller(place, content, suffix);
    if (compressed) await writeFile(place + suffix, compressed);
    else await rm(place + suffix, { force: true });
  }
}

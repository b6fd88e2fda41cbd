/** The limits for a file of the reader's, as the documentation states them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";

import * as limits from "../../../static/js/own/limits.js";

test("the documentation states the limits", () => {
  const path = resolve(import.meta.dirname, "../../../docs/own-file.md");
  const text = readFileSync(path, "utf-8").replace(/\s+/g, " ");
  const { read, load, answer } = limits.SECONDS;
  for (const stated of [
    `${limits.FILE_BYTES / 1e6} MB in all`,
    `${limits.JSON_BYTES / 1e6} MB for a \`model.json\``,
    `${limits.PIXELS / 1e6} million pixels`,
    `${limits.CLASSES.toLocaleString("en")} classes`,
    `Reading may take ${read} seconds, loading ${load}, an answer ${answer}`,
  ])
    assert.ok(text.includes(stated), stated);
});

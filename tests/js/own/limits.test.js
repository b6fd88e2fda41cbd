/** The limits for a file of the reader's, as the documentation states them and the exporter has them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";

import { RANGES } from "../../../static/js/own/adapter.js";
import * as limits from "../../../static/js/own/limits.js";

test("the documentation states the limits", () => {
  const path = resolve(import.meta.dirname, "../../../docs/own-file.md");
  const text = readFileSync(path, "utf-8").replace(/\s+/g, " ");
  const { read, load, answer } = limits.SECONDS;
  for (const stated of [
    `${limits.FILE_BYTES / 1e6} MB in all`,
    `${limits.JSON_BYTES / 1e6} MB for a \`model.json\``,
    `${limits.PIXELS / 1e6} million pixels`,
    `${limits.LABEL_BYTES / 1e6} MB for the labels`,
    `${limits.CLASSES.toLocaleString("en")} classes`,
    `Reading may take ${read} seconds, loading ${load}, an answer ${answer}`,
  ])
    assert.ok(text.includes(stated), stated);
});

test("the exporter has the same limits", () => {
  const python = ["tflite_file", "metadata_reader"]
    .map((name) => readFileSync(resolve(import.meta.dirname, `../../../export/files/${name}.py`), "utf-8"))
    .join("");
  const { FILE_BYTES, PIXELS, CLASSES, LABEL_BYTES } = limits;
  for (const [name, most] of Object.entries({ FILE_BYTES, PIXELS, CLASSES, TEXT_BYTES: LABEL_BYTES }))
    assert.equal(Number(new RegExp(`^${name} = ([\\d_]+)$`, "m").exec(python)?.[1].replaceAll("_", "")), most, name);
});

test("the exporter has the same ranges", () => {
  const python = readFileSync(resolve(import.meta.dirname, "../../../export/files/normalization.py"), "utf-8");
  for (const [name, { mean, std }] of Object.entries(RANGES)) {
    const [, ...ends] = new RegExp(`"${name}": \\(\\((.*?)\\), \\((.*?)\\)\\)`).exec(python) ?? [];
    const numbers = ends.map((end) => end.split(",").filter(Boolean).map(Number));
    assert.deepEqual(numbers, [mean, std], name);
  }
});

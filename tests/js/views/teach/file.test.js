/** Lessons as files: what was saved comes back, and what somebody else wrote is refused before it is decoded. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { jsonOf, lessonIn } from "../../../../static/js/views/teach/file.js";
import { CLASSES, countOf, EXAMPLES, NAME, PICTURE } from "../../../../static/js/views/teach/lesson.js";

/** The beginning of a PNG with a size. @param {number} width @param {number} [height] @param {number} [length] */
function png(width, height = width, length = 60) {
  const bytes = new Uint8Array(length);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

const LESSON = {
  model: "compact",
  classes: [
    { name: "α", examples: [{ png: png(224), features: Float32Array.of(1) }] },
    { name: "별", examples: [{ png: png(224, 224, 30_000) }, { png: png(224) }] },
  ],
};

/** @param {object} changes */
const changed = (changes) => new Blob([JSON.stringify({ ...JSON.parse(jsonOf(LESSON)), ...changes })]);
/** @param {Blob} file */
const read = (file) => lessonIn(file, ["compact", "photo"]);
/** @param {Uint8Array} bytes */
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
/** @param {any} example */
const withExample = (example) =>
  changed({
    classes: [
      { name: "a", examples: [example] },
      { name: "b", examples: [] },
    ],
  });

test("a saved lesson comes back with its pictures, but without features", async () => {
  const { model, classes } = await read(new Blob([jsonOf(LESSON)]));
  assert.equal(model, "compact");
  const pictures = LESSON.classes.map(({ name, examples }) => ({
    name,
    examples: examples.map(({ png }) => ({ png })),
  }));
  assert.deepEqual(classes, pictures);
});

test("the largest lesson that the page takes can be opened again", async () => {
  const classes = Array.from({ length: CLASSES.most }, (_, place) => ({
    name: "별".repeat(NAME - 1) + place,
    examples: Array.from({ length: EXAMPLES / CLASSES.most }, () => ({ png: png(224, 224, PICTURE) })),
  }));
  const opened = await read(new Blob([jsonOf({ model: "compact", classes })]));
  assert.equal(countOf(opened), EXAMPLES);
});

/** @type {[string, () => Blob, RegExp][]} */
const REFUSED = [
  [
    "a file that is too large",
    () => new Blob([new Uint8Array(66_767_201)]),
    /has 66,767,201 bytes\. At most 66,767,200/,
  ],
  ["something else", () => new Blob(["\x89PNG"]), /not JSON/],
  ["null", () => new Blob(["null"]), /no 'both-sides-lesson', version 1/],
  ["other JSON", () => new Blob(['{"classes": []}']), /no 'both-sides-lesson', version 1/],
  ["another version", () => changed({ version: 2 }), /version 1/],
  ["another model", () => changed({ model: "x".repeat(1000) }), /taught on 'x{24}'\. This page has: compact, photo/],
  ["one class", () => changed({ classes: [{ name: "a", examples: [] }] }), /has 1 classes\. Between 2 and 10/],
  ["a million classes", () => changed({ classes: new Array(1e6).fill(0) }), /has 1,000,000 classes/],
  [
    "a class without a name",
    () => changed({ classes: [{ name: "a", examples: [] }, { examples: [] }] }),
    /Class 2 .* 1 to 24/,
  ],
  ["a long name", () => changed({ classes: [{ name: "a".repeat(25), examples: [] }, {}] }), /Class 1 of the file/],
  ["no examples", () => changed({ classes: [{ name: "a", examples: "a" }, {}] }), /Class 1 of the file/],
  [
    "too many examples",
    () =>
      changed({
        classes: [
          { name: "a", examples: new Array(201).fill("!") },
          { name: "b", examples: [] },
        ],
      }),
    /has 201 examples\. At most 200/,
  ],
  ["a number for a picture", () => withExample(1), /Example 1 of 'a' is not a PNG of 224 x 224 pixels/],
  ["a picture that is not base64", () => withExample("!"), /Example 1 of 'a'/],
  ["a picture that is not a PNG", () => withExample(base64(new Uint8Array(60))), /Example 1 of 'a'/],
  ["a PNG of another size", () => withExample(base64(png(224, 60_000))), /Example 1 of 'a'/],
  ["a PNG of too many bytes", () => withExample(base64(png(224, 224, 250_001))), /at most 250,000 bytes/],
  ["only the head of a PNG", () => withExample(base64(png(224, 224, 60).slice(0, 24))), /Example 1 of 'a'/],
];

for (const [name, file, message] of REFUSED) {
  test(`${name} is refused`, () => assert.rejects(() => read(file()), message));
}

/** The colours of css/tokens.css: readable in both schemes, and nothing else uses the hues of the two sides. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const CSS = resolve(import.meta.dirname, "../../../static/css");
const SCHEMES = /** @type {const} */ (["light", "dark"]);

/** Name -> its colour in both schemes. @type {Record<string, Record<"light" | "dark", string>>} */
const COLOURS = Object.fromEntries(
  [
    ...readFileSync(join(CSS, "tokens.css"), "utf-8").matchAll(
      /--([\w-]+): var\(--light, (#\w{6})\) var\(--dark, (#\w{6})\)/g,
    ),
  ].map(([, name, light, dark]) => [name, { light, dark }]),
);

/** @param {string} hex @returns {number} relative luminance, as WCAG has it */
function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((from) => {
    const value = parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const PAIRS = [
  ...["ink", "text", "quiet", "warning", "browser", "server", "hybrid", "accent"].flatMap((name) => [
    [name, "paper"],
    [name, "page"],
  ]),
  ...["browser", "server"].flatMap((side) =>
    ["prepare", "network", "queue", "model"].map((phase) => [`on-${phase}`, `${side}-${phase}`]),
  ),
];

for (const scheme of SCHEMES)
  for (const [front, back] of PAIRS)
    test(`${front} can be read on ${back}, ${scheme}`, () => {
      const found = contrast(COLOURS[front][scheme], COLOURS[back][scheme]);
      assert.ok(found >= 4.5, `${found.toFixed(2)} : 1`);
    });

test("no style sheet defines its own colours", () => {
  for (const name of readdirSync(CSS).filter((each) => each !== "tokens.css"))
    assert.doesNotMatch(readFileSync(join(CSS, name), "utf-8"), /#[0-9a-f]{3,8}\b/i, name);
});

/** The texts of the page: every module has each text in every language, with the same values in it. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import ts from "typescript";

const STATIC = resolve(import.meta.dirname, "../../static");

/** @typedef {Record<"en" | "ko", Record<string, string>>} Words */

/** @returns {{path: string, words: Words}[]} the argument of each call of `translator` */
function dictionaries() {
  const paths = readdirSync(join(STATIC, "js"), { recursive: true, encoding: "utf-8" });
  return paths
    .filter((path) => path.endsWith(".js"))
    .flatMap((path) => {
      const source = ts.createSourceFile(path, readFileSync(join(STATIC, "js", path), "utf-8"), ts.ScriptTarget.Latest);
      /** @type {Words[]} */
      const found = [];
      ts.forEachChild(source, function visit(node) {
        if (ts.isCallExpression(node) && node.expression.getText(source) === "translator")
          found.push(runInNewContext(`(${node.arguments[0].getText(source)})`));
        ts.forEachChild(node, visit);
      });
      return found.map((words) => ({ path, words }));
    });
}

const ALL = dictionaries();

/** @param {string} text */
const valuesIn = (text) => [...new Set(text.match(/\{\w+\}/g))].sort();

test("the page has words in many modules", () => assert.ok(ALL.length > 10));

for (const { path, words } of ALL) {
  test(`${path} says the same in both languages, in the same order`, () => {
    assert.deepEqual(Object.keys(words.ko), Object.keys(words.en));
    for (const [key, english] of Object.entries(words.en))
      assert.deepEqual(valuesIn(words.ko[key]), valuesIn(english), key);
  });
}

/** Whose words a part of index.html has: those of the page, but for the benchmark's button, which has its own. */
const PARTS = /** @type {const} */ ([
  [/<p><button id="measure"[\s\S]*?<\/p>/, "views/benchmark/view.js"],
  [/[\s\S]*/, "chrome/words.js"],
]);

test("every text that index.html names exists where it is looked up", () => {
  let page = readFileSync(join(STATIC, "index.html"), "utf-8");
  let asked = 0;
  for (const [part, path] of PARTS) {
    const html = part.exec(page)?.[0] ?? "";
    page = page.replace(html, "");
    const known = ALL.filter((each) => each.path === path).flatMap(({ words }) => Object.keys(words.en));
    const keys = [...html.matchAll(/data-i18n(?:-label|-title)?="(\w+)"/g)].map(([, key]) => key);
    asked += keys.length;
    const missing = keys.filter((key) => !known.includes(key));
    assert.deepEqual(missing, [], path);
  }
  assert.ok(asked > 20);
});

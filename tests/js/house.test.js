/** The rules of static/js: which folder may import which, and that importing a module has no side effects. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import ts from "typescript";

const ROOT = resolve(import.meta.dirname, "../../static/js");
const MODULES = readdirSync(ROOT, { recursive: true, encoding: "utf-8" }).filter((path) => path.endsWith(".js"));

/** These start a page or a worker, so importing them has side effects. */
const ENTRIES = ["main.js", "engines/worker.js", "own/own_worker.js", "views/compare/relay.js"];

/**
 * A folder -> the folders that it may import, apart from itself and `vendor`. The root has two files: `engine.js` is
 * for other pages, and `main.js` starts this one.
 *
 * @type {Record<string, string[]>}
 */
const ALLOWED = {
  core: [],
  elements: [],
  chrome: ["core", "elements"],
  sides: ["core", "elements"],
  engines: ["core", "engine.js"],
  "engine.js": ["engines"],
  input: ["core", "elements", "chrome"],
  answer: ["core", "elements", "engines", "input", "sides"],
  offline: ["core", "elements", "chrome"],
  own: ["core", "engines"],
  views: ["core", "elements", "chrome", "engines", "input", "answer", "offline", "own", "sides"],
  home: ["core", "elements", "chrome", "engines", "input", "answer", "sides"], // the Gradio app's
  "main.js": ["core", "elements", "chrome", "engines", "input", "answer", "offline", "sides", "views"],
};

/**
 * The modules of a folder that other folders may import. `main.js`, which wires the page, and `home/`, which wires the
 * app, may import any. All of core and elements is open, and a view is loaded by `views.js` alone.
 *
 * @type {Record<string, string[]>}
 */
const DOORS = {
  chrome: ["chrome.js", "notice.js", "upload_counter.js"],
  engines: ["inference.js", "loading.js", "lacks.js", "tfjs.js", "wasm.js", "litert.js"],
  input: ["picture.js", "test_digits.js"],
  answer: ["answer.js", "announcement.js"],
  offline: ["store.js", "own_files.js"],
  own: ["own_inference.js", "adapter.js"],
  views: [],
};

/** @param {string} path relative to static/js */
const folderOf = (path) => path.split("/")[0];

/** @param {string} path @returns {string[]} what it imports, lazily or not, relative to static/js */
function importsOf(path) {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(ROOT, path), "utf-8"));
  return importedFiles.map(({ fileName }) => relative(ROOT, resolve(ROOT, dirname(path), fileName)));
}

test("the table in ARCHITECTURE.md has the same rules", () => {
  const text = readFileSync(resolve(import.meta.dirname, "../../ARCHITECTURE.md"), "utf-8");
  const folders = Object.keys(ALLOWED).filter((folder) => !folder.endsWith(".js"));
  for (const folder of folders) {
    const [, allowed] = new RegExp(`^\\| \`${folder}/\` +\\|.*\\| (.+?) +\\|$`, "m").exec(text) ?? [];
    const rule = ALLOWED[folder].filter((each) => !each.endsWith(".js"));
    const all = rule.length === folders.length - 2; // but itself, and the app's, which nothing imports
    assert.equal(allowed, all ? "all of these" : rule.map((each) => `\`${each}\``).join(", ") || "nothing", folder);
  }
});

test("every folder has its rule", () => {
  assert.deepEqual([...new Set(MODULES.map(folderOf))].sort(), Object.keys(ALLOWED).sort());
});

for (const path of MODULES) {
  test(`${path} imports only what its folder may`, () => {
    const folder = folderOf(path);
    for (const imported of importsOf(path)) {
      assert.ok(imported.endsWith(".js"), imported);
      const from = imported.startsWith("../") ? "vendor" : folderOf(imported);
      if (from === "vendor") assert.match(imported, /^\.\.\/vendor\//);
      else assert.ok([folder, ...ALLOWED[folder]].includes(from), `${path} imports ${imported}`);
    }
  });
}

test("a folder is entered by its doors only", () => {
  for (const path of MODULES.filter((each) => !["main.js", "home"].includes(folderOf(each))))
    for (const imported of importsOf(path)) {
      const [folder, ...rest] = imported.split("/");
      if (folder !== folderOf(path) && folder in DOORS)
        assert.ok(DOORS[folder].includes(rest.join("/")), `${path} imports ${imported}`);
    }
});

test("a view imports nothing of another view", () => {
  const rooms = (/** @type {string} */ path) => /^views\/(\w+)\//.exec(path)?.[1];
  for (const path of MODULES.filter(rooms))
    for (const imported of importsOf(path).filter(rooms))
      assert.equal(rooms(imported), rooms(path), `${path} imports ${imported}`);
});

test("core does not use the document", () => {
  for (const path of MODULES.filter((each) => folderOf(each) === "core"))
    assert.doesNotMatch(readFileSync(join(ROOT, path), "utf-8"), /\b(document|window)\./, path);
});

test("no two modules import each other, over however many steps", () => {
  /** @type {Map<string, boolean>} whether all that it imports has been followed */
  const seen = new Map();
  /** @param {string} path @param {string[]} way */
  function follow(path, way) {
    assert.notEqual(seen.get(path), false, [...way, path].join(" -> "));
    if (seen.has(path)) return;
    seen.set(path, false);
    for (const imported of importsOf(path)) if (!imported.startsWith("../")) follow(imported, [...way, path]);
    seen.set(path, true);
  }
  for (const path of MODULES) follow(path, []);
});

/** By name, without symbols, which Node adds lazily for its own use. */
const globals = () => Object.fromEntries(Object.entries(Object.getOwnPropertyDescriptors(globalThis)));

/** This holds for modules that need a page too: they only define, and their callers decide when to run. */
for (const path of MODULES.filter((each) => !ENTRIES.includes(each))) {
  test(`importing ${path} changes nothing outside it, and needs no page`, async () => {
    const before = globals();
    await import(pathToFileURL(join(ROOT, path)).href);
    assert.deepEqual(globals(), before);
  });
}

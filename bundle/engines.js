import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** The engines that are fetched when they are first used, and the bundles with which each starts. */
const ENTRIES = {
  cpu: ["tfjs", "tfjs-cpu"],
  webgl: ["tfjs", "tfjs-webgl"],
  webgpu: ["tfjs", "tfjs-webgpu"],
  "wasm-threads": ["tfjs-threads"],
  litert: ["litert"],
  "litert-webgpu": ["litert"],
  "litert-threads": ["litert-threads"],
};

/**
 * The files of each engine that is fetched when it is first used. If they are kept, the engine works offline.
 *
 * @typedef {{url: string, bytes: number, sha256: string}} Part `url` is relative to the page
 * @param {string} vendor folder with the bundles
 * @param {import("esbuild").Metafile[]} metafiles of those bundles
 * @param {Record<string, string[]>} further files by engine, relative to that folder
 * @returns {Promise<Record<string, Part[]>>}
 */
export async function engines(vendor, metafiles, further) {
  /** @type {import("esbuild").Metafile["outputs"]} */
  const outputs = Object.assign({}, ...metafiles.map((metafile) => metafile.outputs));
  const paths = Object.keys(outputs);
  /** @param {string[]} names */
  const reached = (names) => {
    const found = new Set(paths.filter((path) => names.includes(basename(path, ".js")))); // grows during the loop
    for (const path of found) for (const { path: next } of outputs[path].imports) if (next in outputs) found.add(next);
    return [...found].map((path) => basename(path));
  };
  const lists = Object.entries(ENTRIES).map(async ([engine, names]) => {
    const files = [...reached(names), ...(further[engine] ?? [])].sort();
    return /** @type {const} */ ([engine, await Promise.all(files.map((name) => part(vendor, name)))]);
  });
  return Object.fromEntries(await Promise.all(lists));
}

/**
 * @param {string} vendor
 * @param {string} name
 */
async function part(vendor, name) {
  const content = await readFile(join(vendor, name));
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { url: `vendor/${name}`, bytes: content.length, sha256 };
}

/** Removes the kernels that are not selected from TF.js's WebAssembly, a quarter of it. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import binaryen from "binaryen";

export const WASM = "tfjs-backend-wasm-simd.wasm";
export const THREADED_WASM = "tfjs-backend-wasm-threaded-simd.wasm";

/** WebAssembly features that TF.js uses; Binaryen must not write newer ones. */
const FEATURES = /** @type {const} */ (["SIMD128", "MutableGlobals", "BulkMemory", "SignExt", "NontrappingFPToInt"]);

/**
 * @param {string} root folder with `node_modules`
 * @param {string[]} kernels the selected ones
 * @param {string} [name] of the file: without threads, or with them
 * @returns {Promise<Uint8Array>}
 */
export async function wasm(root, kernels, name = WASM) {
  const folder = join(root, "node_modules/@tensorflow/tfjs-backend-wasm/dist");
  const whole = await readFile(join(folder, name));
  const selected = (await Promise.all(kernels.map((kernel) => functionsOf(kernel, folder)))).flat();
  const module = opened(whole, name === THREADED_WASM);
  for (const exported of WebAssembly.Module.exports(new WebAssembly.Module(whole)))
    if (isKernel(exported.name) && !selected.includes(exported.name)) module.removeExport(exported.name);
  module.runPasses(["remove-unused-module-elements", "reorder-functions"]);
  return module.emitBinary();
}

/**
 * @param {Uint8Array} content
 * @param {boolean} [threads] whether it uses them
 * @returns {import("binaryen").Module}
 */
export function opened(content, threads = false) {
  const features = threads ? [...FEATURES, /** @type {const} */ ("Atomics")] : FEATURES;
  return binaryen.readBinary(
    content,
    features.reduce((all, feature) => all | binaryen.Features[feature], 0),
  );
}

/**
 * The names of a kernel's functions: its own name, and those that its module mentions, such as `SelectV2` for `Select`.
 *
 * @param {string} kernel
 * @param {string} folder of the backend
 */
async function functionsOf(kernel, folder) {
  const source = await readFile(join(folder, "kernels", `${kernel}.js`), "utf8");
  return [kernel, ...[...source.matchAll(/cwrap\(\s*'(\w+)'/g)].map(([, name]) => name)];
}

/** @param {string} name of an export: the kernels are named as in TensorFlow, all else as in C */
function isKernel(name) {
  return /^_?[A-Z]/.test(name);
}

/** Removes the kernels that are not selected from TF.js's WebAssembly, a quarter of it. */

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export const WASM = "tfjs-backend-wasm-simd.wasm";
export const THREADED_WASM = "tfjs-backend-wasm-threaded-simd.wasm";

/** Kernels whose functions have other names than the kernels. @type {Record<string, string>} */
const FUNCTIONS = { GatherV2: "Gather" };

/** WebAssembly features that TF.js uses; Binaryen must not write newer ones. By its tools' names, and its API's. */
export const FEATURES = /** @type {const} */ ({
  simd: "SIMD128",
  "mutable-globals": "MutableGlobals",
  "bulk-memory": "BulkMemory",
  "sign-ext": "SignExt",
  "nontrapping-float-to-int": "NontrappingFPToInt",
});

/**
 * @param {string} root folder with `node_modules`
 * @param {string[]} kernels the selected ones
 * @param {string} [name] of the file: without threads, or with them
 * @returns {Promise<Buffer>}
 */
export async function wasm(root, kernels, name = WASM) {
  const whole = join(root, "node_modules/@tensorflow/tfjs-backend-wasm/dist", name);
  const selected = kernels.map((kernel) => FUNCTIONS[kernel] ?? kernel);
  const exports = WebAssembly.Module.exports(new WebAssembly.Module(await readFile(whole)))
    .map(({ name }) => name)
    .filter((name) => !isKernel(name) || selected.includes(name));
  const folder = await mkdtemp(join(tmpdir(), "wasm-"));
  try {
    const [graph, output] = [join(folder, "graph.json"), join(folder, name)];
    const roots = exports.map((name) => ({ name, export: name, root: true }));
    await writeFile(graph, JSON.stringify(roots));
    const features = ["--mvp-features", ...enabled(name).map((feature) => `--enable-${feature}`)];
    const tool = join(root, "node_modules/binaryen/bin/wasm-metadce");
    await promisify(execFile)(process.execPath, [tool, whole, "--graph-file", graph, "-o", output, ...features]);
    return await readFile(output);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The features that a file uses. @param {string} name of the file */
function enabled(name) {
  return [...Object.keys(FEATURES), ...(name === THREADED_WASM ? ["threads"] : [])];
}

/** @param {string} name of an export: the kernels are named as in TensorFlow, all else as in C */
function isKernel(name) {
  return /^_?[A-Z]/.test(name);
}

/**
 * Makes the lean WebAssembly, with what the default model needs and no more. Its kernels call XNNPACK's functions
 * through a table, which refers to all of them, so dead code elimination keeps all. Therefore the model runs here, and a
 * function that it does not call becomes a trap, after which the page loads the whole WebAssembly.
 */

import binaryen from "binaryen";

import { run } from "./lean_run.js";
import { opened } from "./wasm.js";

export const LEAN_WASM = "tfjs-lean.wasm";

/** Where XNNPACK keeps a number that it subtracts from itself to tell the families of processors apart. */
const FAMILY = 7204;
/** It has other functions for each of them: a NaN with a sign is x86's, and 0 leaves none, as others do. */
const FAMILIES = [0xffc00000, 0];
/** Functions whose text is up to so long stay: they cost little, and what frees memory is among them. */
const SMALL = 1000;

/**
 * @param {string} source of the lean TF.js, a module
 * @param {Uint8Array} whole its WebAssembly
 * @param {string[]} addresses of the models that it must run
 * @param {string} folder of the models
 * @returns {Promise<Uint8Array>}
 */
export async function leanWasm(source, whole, addresses, folder) {
  const watched = new Response(new Uint8Array(instrumented(whole)));
  /** @type {Set<number>} */
  const called = new Set();
  for (const family of FAMILIES) await run(source, "watched", watched, addresses, folder, watching(family, called));
  return stubbed(whole, called);
}

/** The names of its functions, in order. @param {import("binaryen").Module} module @returns {string[]} */
function functionsOf(module) {
  const infos = Array.from({ length: module.getNumFunctions() }, (_, index) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(index)),
  );
  return infos.filter(({ module: imported }) => !imported).map(({ name }) => name);
}

/** Each function calls `seen` with its place. @param {Uint8Array} content */
function instrumented(content) {
  const module = opened(content);
  functionsOf(module).forEach((name, place) => {
    const called = module.getFunction(name);
    const { body, results } = binaryen.getFunctionInfo(called);
    const report = module.call("seen", [module.i32.const(place)], binaryen.none);
    binaryen.Function.setBody(called, module.block(null, [report, body], results));
  });
  module.addFunctionImport("seen", "watch", "seen", binaryen.i32, binaryen.none);
  return module.emitBinary();
}

/**
 * A WebAssembly that adds the places of the functions that are called, with a memory in which the processor's family is
 * the given one. It starts from the whole content, not from a stream.
 *
 * @param {number} family
 * @param {Set<number>} called
 */
function watching(family, called) {
  const seen = (/** @type {number} */ place) => called.add(place);
  return {
    Module: WebAssembly.Module,
    validate: WebAssembly.validate,
    RuntimeError: WebAssembly.RuntimeError,
    async instantiate(/** @type {BufferSource} */ binary, /** @type {WebAssembly.Imports} */ imports) {
      const made = await WebAssembly.instantiate(binary, { ...imports, watch: { seen } });
      const memory = new DataView(/** @type {WebAssembly.Memory} */ (made.instance.exports.memory).buffer);
      const found = memory.getFloat32(FAMILY, true);
      if (found !== Infinity) throw new Error(`XNNPACK must have Infinity at ${FAMILY}, but has ${found}.`);
      memory.setUint32(FAMILY, family, true);
      return made;
    },
  };
}

/** @param {Uint8Array} content @param {Set<number>} called places of functions */
function stubbed(content, called) {
  const module = opened(content);
  functionsOf(module).forEach((name, place) => {
    const owner = module.getFunction(name);
    if (!called.has(place) && sizeOf(owner) > SMALL) binaryen.Function.setBody(owner, module.unreachable());
  });
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  module.optimize();
  module.runPasses(["reorder-functions"]);
  return module.emitBinary();
}

/** In characters of its text, as the API gives no bytes. @param {import("binaryen").FunctionRef} owner */
function sizeOf(owner) {
  return binaryen.emitText(binaryen.getFunctionInfo(owner).body).length;
}

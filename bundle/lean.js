/**
 * Makes the lean WebAssembly, with what the default model needs and no more. Its kernels call XNNPACK's functions
 * through a table, which refers to all of them, so dead code elimination keeps all. Therefore the model runs here, and a
 * function that it does not call becomes a trap, after which the page loads the whole WebAssembly.
 */

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import binaryen from "binaryen";
import { build } from "esbuild";

import { LEAN } from "./operations.js";
import { FEATURES, wasm } from "./wasm.js";

export const LEAN_WASM = "tfjs-lean.wasm";

/** Where XNNPACK keeps a number that it subtracts from itself to tell the families of processors apart. */
const FAMILY = 7204;
/** It has other functions for each of them: a NaN with a sign is x86's, and 0 leaves none, as others do. */
const FAMILIES = [0xffc00000, 0];
/** Functions whose text is up to so long stay: they cost little, and what frees memory is among them. */
const SMALL = 1000;

/**
 * @param {import("esbuild").BuildOptions} options of the lean TF.js
 * @param {string} root folder with `node_modules` and `static`
 * @returns {Promise<Uint8Array>}
 */
export async function leanWasm(options, root) {
  const whole = await wasm(root, LEAN.kernels);
  const source = await script(options);
  const models = await defaultModels(join(root, "static/models"));
  const watched = instrumented(whole);
  /** @type {Set<number>} */
  const called = new Set();
  for (const family of FAMILIES) await run(source, watched, family, models, called);
  return stubbed(whole, called);
}

/** The lean TF.js as a function's body that returns it. @param {import("esbuild").BuildOptions} options */
async function script(options) {
  const { outputFiles } = await build({ ...options, format: "iife", globalName: "tfjs", write: false });
  return `${outputFiles?.[0].text}\nreturn tfjs;`;
}

/** The default model and its front end, as TF.js takes them. @param {string} folder */
async function defaultModels(folder) {
  const catalog = JSON.parse(await readFile(join(folder, "catalog.json"), "utf8"));
  const model = catalog.models.find((/** @type {{name: string}} */ { name }) => name === catalog.default);
  const front = catalog.front_end?.files.find((/** @type {{format: string}} */ { format }) => format === "tfjs");
  const paths = [model.defaults.tfjs, ...(front ? [front.path] : [])];
  return Promise.all(paths.map((path) => artifacts(join(folder, path))));
}

/** @param {string} path of a `model.json` */
async function artifacts(path) {
  const { modelTopology, weightsManifest, signature, format } = JSON.parse(await readFile(path, "utf8"));
  const names = weightsManifest.flatMap((/** @type {{paths: string[]}} */ { paths }) => paths);
  const parts = await Promise.all(names.map((/** @type {string} */ name) => readFile(join(dirname(path), name))));
  return {
    ...{ modelTopology, signature, format },
    weightSpecs: weightsManifest.flatMap((/** @type {{weights: object[]}} */ { weights }) => weights),
    weightData: new Uint8Array(Buffer.concat(parts)).buffer,
  };
}

/** @param {Uint8Array} content */
function opened(content) {
  const features = Object.values(FEATURES).reduce((all, name) => all | binaryen.Features[name], binaryen.Features.MVP);
  return binaryen.readBinary(content, features);
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
 * Runs the models on pictures, and adds the places of the functions that they call. TF.js is shown a worker of a
 * browser, and a memory in which the processor's family is the given one.
 *
 * @param {string} source
 * @param {Uint8Array} watched
 * @param {number} family
 * @param {Awaited<ReturnType<typeof artifacts>>[]} models
 * @param {Set<number>} called
 */
async function run(source, watched, family, models, called) {
  const seen = (/** @type {number} */ place) => called.add(place);
  const watching = {
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
  /** @type {Record<string, unknown>} */
  const worker = {
    ...{ process: undefined, window: undefined, global: undefined, document: undefined, navigator: undefined },
    self: { location: { href: "https://both-sides.invalid/" } },
    importScripts: () => {},
    WorkerGlobalScope: Object,
    WebAssembly: watching,
    fetch: async () => new Response(new Uint8Array(watched)),
  };
  const tfjs = new Function(...Object.keys(worker), source)(...Object.values(worker));
  tfjs.env().set("WASM_HAS_SIMD_SUPPORT", true);
  tfjs.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  tfjs.setWasmPaths("https://both-sides.invalid/");
  if (!(await tfjs.setBackend("lean"))) throw new Error("TF.js could not start its backend 'lean'.");
  for (const artifacts of models) {
    const model = await tfjs.loadGraphModel({ load: async () => artifacts });
    const { shape } = model.inputs[0];
    for (const ink of [0, 255]) {
      const image = tfjs.tensor(picture(shape, ink), shape);
      const output = model.predict(image);
      await output.data();
      image.dispose();
      output.dispose();
    }
    model.dispose();
  }
}

/** A stroke of some ink on white. @param {[number, number, number, number]} shape @param {number} ink */
function picture([, height, width, channels], ink) {
  const pixels = new Float32Array(height * width * channels).fill(255);
  for (let y = height >> 2; y < (height * 3) >> 2; y++) {
    const from = (y * width + (width >> 1)) * channels;
    pixels.fill(255 - ink, from, from + 10 * channels);
  }
  return pixels;
}

/** @param {Uint8Array} content @param {Set<number>} called places of functions */
function stubbed(content, called) {
  const module = opened(content);
  functionsOf(module).forEach((name, place) => {
    const owner = module.getFunction(name);
    if (!called.has(place) && sizeOf(owner) > SMALL) binaryen.Function.setBody(owner, module.unreachable());
  });
  module.runPasses(["remove-unused-module-elements"]);
  return module.emitBinary();
}

/** In characters of its text, as the API gives no bytes. @param {import("binaryen").FunctionRef} owner */
function sizeOf(owner) {
  return binaryen.emitText(binaryen.getFunctionInfo(owner).body).length;
}

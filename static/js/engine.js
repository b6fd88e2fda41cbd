/**
 * A TF.js graph model that answers. It needs no page around it: any page or worker of the same origin can import it.
 * Engines may stand side by side, also on different backends; they are asked one after another.
 *
 *     const engine = await load(url, { backend: "wasm" });
 *     const probabilities = await engine.predict(pixels);
 */

import { OPERATIONS, env, io, loadGraphModel, setBackend, tensor } from "../vendor/tfjs.js";

/** What makes a backend known to TF.js; each is fetched when a model is first loaded for it. */
const BACKENDS = {
  async wasm() {
    const { setWasmPaths } = await import("../vendor/tfjs-wasm.js");
    if (!(await env().getAsync("WASM_HAS_SIMD_SUPPORT"))) throw new Error("This browser's WebAssembly has no SIMD.");
    env().set("WASM_HAS_MULTITHREAD_SUPPORT", false); // the loader for threads is left out of the bundle
    setWasmPaths(new URL("../vendor/", import.meta.url).href);
  },
  async cpu() {
    await import("../vendor/tfjs-cpu.js");
  },
};

/** @typedef {keyof typeof BACKENDS} Backend */

export class Engine {
  #model;

  /**
   * @param {import("../vendor/tfjs.js").GraphModel} model
   * @param {Backend} backend
   */
  constructor(model, backend) {
    this.#model = model;
    this.backend = backend;
    /** [1, height, width, 3] */
    this.input = /** @type {[number, number, number, number]} */ (model.inputs[0].shape);
  }

  /**
   * @param {Float32Array | Uint8Array | Uint8ClampedArray} pixels height x width x 3 (RGB) or 4 (RGBA, whose alpha
   *   is not looked at), 0 to 255
   * @returns {Promise<Float32Array>} probabilities, in the order of the labels
   */
  async predict(pixels) {
    await setBackend(this.backend); // another engine may have set its own
    const image = tensor(rgb(pixels, this.input), this.input);
    const output = /** @type {import("../vendor/tfjs.js").Tensor} */ (this.#model.predict(image));
    try {
      return /** @type {Float32Array} */ (await output.data());
    } finally {
      image.dispose();
      output.dispose();
    }
  }

  dispose() {
    this.#model.dispose();
  }
}

/**
 * @param {string} url of a `model.json`, absolute or relative to the page
 * @param {object} [options]
 * @param {Backend} [options.backend]
 * @param {typeof fetch} [options.fetch] for the files, `model.json` first
 * @returns {Promise<Engine>}
 */
export async function load(url, { backend = "wasm", fetch = globalThis.fetch.bind(globalThis) } = {}) {
  if (!(backend in BACKENDS))
    throw new Error(`There is no backend '${backend}'. There are: ${Object.keys(BACKENDS).join(", ")}.`);
  await BACKENDS[backend]();
  if (!(await setBackend(backend))) throw new Error(`TF.js could not start its backend '${backend}'.`);
  const files = /** @type {Required<ReturnType<typeof io.http>>} */ (io.http(url, { fetchFunc: fetch }));
  const artifacts = await files.load();
  refuseUnknown(artifacts.modelTopology, url);
  return new Engine(await loadGraphModel({ load: async () => artifacts }), backend);
}

/**
 * TF.js is bundled with the operations of this project's models only. Without this check another model would load,
 * and fail at its first answer with 'undefined is not a function'.
 *
 * @param {any} topology
 * @param {string} url
 */
function refuseUnknown(topology, url) {
  const nodes = [topology, ...(topology.library?.function ?? [])].flatMap((graph) => graph.node ?? graph.nodeDef ?? []);
  const unknown = new Set(nodes.map((node) => node.op).filter((operation) => !OPERATIONS.includes(operation)));
  if (unknown.size) {
    const names = [...unknown].sort().join(", ");
    throw new Error(`This TF.js was bundled without ${names}, which ${url} needs: see bundle/operations.js.`);
  }
}

/**
 * @param {Float32Array | Uint8Array | Uint8ClampedArray} pixels
 * @param {[number, number, number, number]} input
 * @returns {Float32Array}
 */
function rgb(pixels, [, height, width]) {
  const size = height * width;
  if (pixels.length === size * 3) return Float32Array.from(pixels);
  if (pixels.length !== size * 4)
    throw new Error(`A picture has ${size * 3} or ${size * 4} numbers here, not ${pixels.length}.`);
  const values = new Float32Array(size * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4) {
    values[to++] = pixels[from];
    values[to++] = pixels[from + 1];
    values[to++] = pixels[from + 2];
  }
  return values;
}

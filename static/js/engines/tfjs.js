/** TF.js graph models, on one of four backends. They may stand side by side; they are asked one after another. */

import { OPERATIONS, env, io, loadGraphModel, setBackend, tensor } from "../../vendor/tfjs.js";
import { rgb } from "./pixels.js";

/** What makes a backend known to TF.js; each is fetched when a model is first loaded for it. */
const BACKENDS = {
  async wasm() {
    const { setWasmPaths } = await import("../../vendor/tfjs-wasm.js");
    if (!(await env().getAsync("WASM_HAS_SIMD_SUPPORT"))) throw new Error("This browser's WebAssembly has no SIMD.");
    env().set("WASM_HAS_MULTITHREAD_SUPPORT", false); // the loader for threads is left out of the bundle
    if (!started.has("wasm")) setWasmPaths(new URL("../../vendor/", import.meta.url).href);
  },
  async webgl() {
    await import("../../vendor/tfjs-webgl.js");
    if (!(await env().getAsync("WEBGL_RENDER_FLOAT32_ENABLED"))) throw new Error("This WebGL has no 32-bit floats.");
  },
  async webgpu() {
    if (!(await adapter())) throw new Error("This browser offers no WebGPU here.");
    await import("../../vendor/tfjs-webgpu.js");
  },
  async cpu() {
    await import("../../vendor/tfjs-cpu.js");
  },
};

/** @typedef {keyof typeof BACKENDS} Backend */

/** @type {Set<Backend>} */
const started = new Set();

class TfjsEngine {
  #model;

  /**
   * @param {import("../../vendor/tfjs.js").GraphModel} model
   * @param {Backend} backend
   */
  constructor(model, backend) {
    this.#model = model;
    this.backend = backend;
    /** [1, height, width, 3] */
    this.input = /** @type {[number, number, number, number]} */ (model.inputs[0].shape);
  }

  /** @param {Float32Array | Uint8Array | Uint8ClampedArray} pixels */
  async predict(pixels) {
    await setBackend(this.backend); // another engine may have set its own
    const image = tensor(rgb(pixels, this.input), this.input);
    const output = /** @type {import("../../vendor/tfjs.js").Tensor} */ (this.#model.predict(image));
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

/** @type {import("../engine.js").Load} */
export async function load(url, { backend, fetch }) {
  const name = /** @type {Backend} */ (backend);
  await BACKENDS[name]();
  if (!(await setBackend(name))) throw new Error(`TF.js could not start its backend '${name}'.`);
  started.add(name);
  const files = /** @type {Required<ReturnType<typeof io.http>>} */ (io.http(url, { fetchFunc: fetch }));
  const artifacts = await files.load();
  refuseUnknown(artifacts.modelTopology, url);
  return new TfjsEngine(await loadGraphModel({ load: async () => artifacts }), name);
}

/** @returns {Promise<unknown>} none where WebGPU is not to be had */
async function adapter() {
  return /** @type {any} */ (navigator).gpu?.requestAdapter();
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

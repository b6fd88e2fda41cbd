/**
 * TF.js graph models on one of five backends, one of which also comes with fewer operations. Several models can be
 * loaded, but run one after another.
 */

import { PAGE } from "../core/addresses.js";
import { requireNeeds } from "./needs.js";
import { rgb } from "./pixels.js";
import { record } from "./replay.js";

/**
 * @typedef {typeof import("../../vendor/tfjs.js")} Tfjs
 * @typedef {import("../../vendor/tfjs.js").Tensor} Tensor
 */

/**
 * Each function returns TF.js with one backend, and fetches it when a model is first loaded for it. The page starts
 * with lean, and needs wasm for a few models, so those bundles are complete; the other backends share a bundle of TF.js.
 */
const BACKENDS = {
  lean: () => inWasm("lean", import("../../vendor/tfjs-lean.js"), vendor("tfjs-lean.wasm")),
  wasm: () => inWasm("wasm", import("../../vendor/tfjs-wasm.js"), vendor("tfjs-backend-wasm-simd.wasm")),
  "wasm-threads": () =>
    inWasm("wasm-threads", import("../../vendor/tfjs-threads.js"), vendor("tfjs-backend-wasm-threaded-simd.wasm")),
  async webgl() {
    const [tfjs] = await Promise.all([import("../../vendor/tfjs.js"), import("../../vendor/tfjs-webgl.js")]);
    if (!tfjs.env().getNumber("WEBGL_VERSION")) throw new Error("WebGL is not available in this browser.");
    if (!tfjs.env().getBool("WEBGL_RENDER_FLOAT32_ENABLED"))
      throw new Error("WebGL has no 32-bit floats on this device.");
    return tfjs;
  },
  async webgpu() {
    const [tfjs] = await Promise.all([import("../../vendor/tfjs.js"), import("../../vendor/tfjs-webgpu.js")]);
    return tfjs;
  },
  async cpu() {
    const [tfjs] = await Promise.all([import("../../vendor/tfjs.js"), import("../../vendor/tfjs-cpu.js")]);
    return tfjs;
  },
};

/** @typedef {keyof typeof BACKENDS} Backend */

/** @type {Set<Backend>} */
const started = new Set();

/** @param {string} file */
const vendor = (file) => new URL(`vendor/${file}`, PAGE).href;

/** The backends that compute in WebAssembly. */
const IN_WASM = ["lean", "wasm", "wasm-threads"];

/** TF.js's own names of its WebAssembly: it wants an address for each, and takes one. */
const BUILDS = ["", "-simd", "-threaded-simd"].map((name) => `tfjs-backend-wasm${name}.wasm`);

/**
 * TF.js, ready to start its WebAssembly.
 *
 * @param {Backend} name
 * @param {Promise<Tfjs & {setWasmPaths: (paths: Record<string, string>) => void}>} bundle
 * @param {string} address of the WebAssembly
 * @returns {Promise<Tfjs>}
 */
export async function inWasm(name, bundle, address) {
  const { setWasmPaths, ...tfjs } = await bundle;
  const { env } = tfjs;
  if (!(await env().getAsync("WASM_HAS_SIMD_SUPPORT")))
    throw new Unsupported("This browser's WebAssembly has no SIMD.");
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", name === "wasm-threads"); // the other bundles have no loader for threads
  const paths = BUILDS.map((each) => [each, address]);
  if (!started.has(name)) setWasmPaths(Object.fromEntries(paths));
  return tfjs;
}

/** No other TF.js of this host would run in this browser's WebAssembly. */
class Unsupported extends Error {
  name = "Unsupported";
}

class TfjsEngine {
  #tfjs;
  #model;
  /** Answers the next picture. @type {(picture: Float32Array) => Promise<Float32Array>} */
  #next;
  /** @type {import("./replay.js").Replay | undefined} */
  #replay;

  /**
   * @param {Tfjs} tfjs with the backend
   * @param {import("../../vendor/tfjs.js").GraphModel} model
   * @param {Backend} backend
   */
  constructor(tfjs, model, backend) {
    this.#tfjs = tfjs;
    this.#model = model;
    this.#next = IN_WASM.includes(backend) ? this.#recorded : this.#executed;
    this.backend = backend;
    this.readback = 0;
    /** [1, height, width, 3] */
    this.input = /** @type {[number, number, number, number]} */ (model.inputs[0].shape);
  }

  /** @param {Float32Array | Uint8Array | Uint8ClampedArray} pixels */
  async predict(pixels) {
    return this.#next(rgb(pixels, this.input));
  }

  /**
   * @param {Float32Array} picture
   * @param {(image: Tensor) => Tensor} execute
   */
  async #executed(picture, execute = (image) => /** @type {Tensor} */ (this.#model.predict(image))) {
    await this.#tfjs.setBackend(this.backend); // another engine may have changed it
    const image = this.#tfjs.tensor(picture, this.input);
    const output = execute(image);
    const ran = performance.now();
    try {
      return /** @type {Float32Array} */ (await output.data());
    } finally {
      this.readback = performance.now() - ran;
      image.dispose();
      output.dispose();
    }
  }

  /** @param {Float32Array} picture */
  async #recorded(picture) {
    return this.#executed(picture, (image) => {
      const { output, replay } = record(this.#tfjs, this.backend, () => this.#model.predict(image), image);
      this.#replay = replay;
      this.#next = this.#tested;
      return output;
    });
  }

  /** The second answer tests the record: only one that gives the same is used. @param {Float32Array} picture */
  async #tested(picture) {
    const answer = await this.#executed(picture);
    if (this.#replays(picture, answer)) {
      this.#next = this.#replayed;
    } else {
      this.#replay?.dispose();
      this.#replay = undefined;
      this.#next = this.#executed;
    }
    return answer;
  }

  /** @param {Float32Array} picture @param {Float32Array} answer */
  #replays(picture, answer) {
    try {
      const again = this.#replay?.run(picture);
      return again?.length === answer.length && answer.every((value, index) => Object.is(value, again[index]));
    } catch (error) {
      console.warn("This model is not replayed:", error);
      return false;
    }
  }

  /** @param {Float32Array} picture */
  async #replayed(picture) {
    this.readback = 0; // the WebAssembly's memory is this page's
    return /** @type {import("./replay.js").Replay} */ (this.#replay).run(picture);
  }

  dispose() {
    this.#replay?.dispose();
    this.#model.dispose();
  }
}

/** @type {import("../engine.js").Load} */
export async function load(url, { backend, fetch }) {
  const name = /** @type {Backend} */ (backend);
  return open(await startTfjs(name), name, url, fetch);
}

/**
 * @param {Tfjs} tfjs with the backend set
 * @param {Backend} name
 * @param {string} url
 * @param {typeof globalThis.fetch} fetch
 */
export async function open(tfjs, name, url, fetch) {
  const files = /** @type {Required<ReturnType<Tfjs["io"]["http"]>>} */ (tfjs.io.http(url, { fetchFunc: fetch }));
  const artifacts = await files.load();
  refuseUnknown(artifacts.modelTopology, tfjs.OPERATIONS, url);
  return new TfjsEngine(tfjs, await tfjs.loadGraphModel({ load: async () => artifacts }), name);
}

/** TF.js would start a backend twice that is asked for while it starts. @type {Map<Backend, Promise<Tfjs>>} */
const starting = new Map();

/**
 * TF.js, with its backend set.
 *
 * @param {Backend} name
 * @returns {Promise<Tfjs>}
 */
export function startTfjs(name) {
  const start = starting.get(name) ?? startedTfjs(name).finally(() => starting.delete(name));
  starting.set(name, start);
  return start;
}

/** @param {Backend} name */
async function startedTfjs(name) {
  await requireNeeds(name);
  const tfjs = await BACKENDS[name]();
  if (!(await tfjs.setBackend(name))) throw new Error(`TF.js could not start its backend '${name}'.`);
  started.add(name);
  return tfjs;
}

/**
 * The bundled TF.js supports only some operations. Without this check, a model with other operations would load, and
 * fail at its first answer with 'undefined is not a function'.
 *
 * @param {any} topology
 * @param {string[]} operations that this TF.js supports
 * @param {string} url
 */
function refuseUnknown(topology, operations, url) {
  const nodes = [topology, ...(topology.library?.function ?? [])].flatMap((graph) => graph.node ?? graph.nodeDef ?? []);
  const unknown = new Set(nodes.map((node) => node.op).filter((operation) => !operations.includes(operation)));
  if (unknown.size) {
    const names = [...unknown].sort().join(", ");
    throw new Error(`This TF.js was bundled without ${names}, which ${url} needs: see bundle/operations.js.`);
  }
}

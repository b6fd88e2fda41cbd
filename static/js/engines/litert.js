/**
 * LiteRT.js, which runs the same `.tflite` files as the server: in WebAssembly on one thread or several, or by WebGPU,
 * where the operations that it lacks there run in WebAssembly.
 */

import { PAGE } from "../core/addresses.js";
import { once } from "../core/once.js";
import { requireNeeds } from "./needs.js";
import { rgb } from "./pixels.js";

/** @typedef {typeof import("../../vendor/litert.js")} LiteRt */

/** @typedef {(loaded: number, total: number) => void} OnProgress in bytes, after decompression */

// each is shared by all models, and fetched for the first one
const startPlain = once((/** @type {OnProgress | undefined} */ onProgress) =>
  start(import("../../vendor/litert.js"), onProgress),
);
const startThreads = once((/** @type {OnProgress | undefined} */ onProgress) =>
  start(import("../../vendor/litert-threads.js"), onProgress),
);

class LiteRtEngine {
  readback = 0;
  #litert;
  #model;

  /**
   * @param {LiteRt} litert
   * @param {import("../../vendor/litert.js").CompiledModel} model
   * @param {string} backend
   */
  constructor(litert, model, backend) {
    this.backend = backend;
    this.#litert = litert;
    this.#model = model;
    /** [1, height, width, 3] */
    this.input = /** @type {[number, number, number, number]} */ ([...model.getInputDetails()[0].shape]);
  }

  /** @param {Float32Array | Uint8Array | Uint8ClampedArray} pixels */
  async predict(pixels) {
    const image = new this.#litert.Tensor(rgb(pixels, this.input), this.input);
    const [output] = await this.#model.run([image]);
    const ran = performance.now();
    try {
      return /** @type {Float32Array} */ ((await output.data()).slice());
    } finally {
      this.readback = performance.now() - ran;
      image.delete();
      output.delete();
    }
  }

  dispose() {
    this.#model.delete();
  }
}

/** @type {import("../engine.js").Load} */
export async function load(url, { backend, fetch, onProgress }) {
  const litert = await startLitert(backend, onProgress);
  const file = new Uint8Array(await (await fetched(url, fetch)).arrayBuffer());
  return new LiteRtEngine(litert, await compile(litert, file, backend), backend);
}

/**
 * LiteRT.js, once it can compile models for a backend.
 *
 * @param {string} backend
 * @param {(loaded: number, total: number) => void} [onProgress]
 * @returns {Promise<LiteRt>}
 */
export async function startLitert(backend, onProgress) {
  await requireNeeds(backend);
  return backend === "litert-threads" ? startThreads(onProgress) : startPlain(onProgress);
}

/** @param {LiteRt} litert @param {Uint8Array} file @param {string} backend */
export async function compile(litert, file, backend) {
  /** @type {import("../../vendor/litert.js").CompileOptions} */
  const options =
    backend === "litert-webgpu"
      ? { accelerator: "webgpu", gpuOptions: { precision: "fp32" } }
      : { accelerator: "wasm" };
  const model = await litert.loadAndCompile(file, options);
  if (model.options.accelerator === options.accelerator) return model;
  model.delete(); // without a word LiteRT.js has compiled it for plain WebAssembly
  throw new Error("WebGPU is not available for this model.");
}

/** @param {Promise<LiteRt>} bundle @param {OnProgress} [onProgress] */
async function start(bundle, onProgress) {
  const litert = await bundle;
  const { RUNTIME } = litert;
  const response = await fetched(`${PAGE}vendor/litert/${RUNTIME.file}`, fetch);
  const wasmBinary = await read(response, (loaded) => onProgress?.(loaded, RUNTIME.bytes));
  /** @type {any} */ (self).Module = { wasmBinary }; // read by the code that bundle/litert.js adds
  await litert.loadLiteRt(""); // from there, not from an address
  return litert;
}

/** @param {string} url @param {typeof globalThis.fetch} fetch */
async function fetched(url, fetch) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}.`);
  return response;
}

/**
 * @param {Response} response
 * @param {(loaded: number) => void} onChunk gets the number of decompressed bytes
 */
async function read(response, onChunk) {
  const chunks = [];
  let loaded = 0;
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    onChunk((loaded += read.value.length));
  }
  return new Blob(chunks).arrayBuffer();
}

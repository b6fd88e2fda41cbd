/**
 * Loads a model into one of the engines. Any page or worker of the same origin can import this module. An engine is
 * fetched when it is first used; models in different engines can be used side by side.
 *
 *     const engine = await load(url, { backend: "wasm" });
 *     const probabilities = await engine.predict(pixels);
 */

import { load as litert } from "./engines/litert.js";
import { load as tfjs } from "./engines/tfjs.js";
import { load as wasm } from "./engines/wasm.js";

/**
 * @typedef {"wasm" | "wasm-threads" | "webgl" | "webgpu" | "cpu" | "litert" | "litert-threads" | "litert-webgpu"} Backend
 * @typedef {Float32Array | Uint8Array | Uint8ClampedArray} Pixels height x width x 3 (RGB) or 4 (RGBA; alpha is
 *   ignored), 0 to 255
 * @typedef {{backend: string, runtime?: string, input: [number, number, number, number], readback: number,
 *   predict(pixels: Pixels): Promise<Float32Array>, dispose(): void}} Engine `input` is [1, height, width, 3];
 *   `predict` returns the probabilities, in the order of the labels; `readback` is the time in milliseconds that
 *   reading the last output took, during which WebGL and WebGPU wait for the accelerator; `runtime` is what was
 *   downloaded to run the model, as `vendor/sizes.json` names it, or else the backend
 * @typedef {{fetch: typeof fetch, onProgress?: (loaded: number, total: number) => void}} Options `fetch` loads
 *   the model's files, starting with the one at `url`; `onProgress` gets the bytes of a large engine while it loads
 * @typedef {(url: string, options: Options & {backend: Backend}) => Promise<Engine>} Load
 */

/** @type {Map<string, Load>} */
const ENGINES = new Map(
  Object.entries({
    wasm,
    ...{ "wasm-threads": tfjs, webgl: tfjs, webgpu: tfjs, cpu: tfjs },
    ...{ litert, "litert-threads": litert, "litert-webgpu": litert },
  }),
);

/**
 * @param {string} url of a `model.json`, or for LiteRT.js of a `.tflite`; absolute or relative to the page
 * @param {Partial<Options> & {backend?: Backend}} [options]
 * @returns {Promise<Engine>}
 */
export async function load(url, { backend = "wasm", fetch = globalThis.fetch.bind(globalThis), ...options } = {}) {
  const engine = ENGINES.get(backend);
  if (!engine) throw new Error(`There is no backend '${backend}'. There are: ${[...ENGINES.keys()].join(", ")}.`);
  return engine(url, { ...options, backend, fetch });
}

/** Inference beside the page's own thread, so that drawing never stutters. */

import { expose } from "../vendor/comlink.js";
import { address, requestOf } from "./catalog.js";
import { load } from "./engine.js";

/** The fastest first; each stands in for the one before it. */
const BACKENDS = /** @type {const} */ (["wasm", "cpu"]);

/** @type {import("./engine.js").Engine | undefined} */
let engine;

const inference = {
  /**
   * @param {import("./catalog.js").File} file a TF.js model
   * @returns {Promise<{backend: string, failures: string[]}>} where it runs, and why not on the backends before that
   */
  async load(file) {
    const failures = [];
    for (const backend of BACKENDS) {
      try {
        engine = await load(address(file), { backend, fetch: verified(file) });
        return { backend, failures };
      } catch (error) {
        failures.push(`${backend}: ${error instanceof Error ? error.message : error}`);
      }
    }
    throw new Error(`The model could not be loaded.\n${failures.join("\n")}`);
  },

  /**
   * @param {Uint8ClampedArray} pixels RGBA
   * @returns {Promise<{probabilities: Float32Array, milliseconds: number}>}
   */
  async predict(pixels) {
    if (!engine) throw new Error("No model is loaded.");
    const start = performance.now();
    const probabilities = await engine.predict(pixels);
    return { probabilities, milliseconds: performance.now() - start };
  },
};

/** @typedef {typeof inference} Inference */

/**
 * Fetches what belongs to `file`, each with the hash that the catalog has of it.
 *
 * @param {import("./catalog.js").File} file
 * @returns {typeof fetch}
 */
function verified(file) {
  const parts = new Map([file, ...file.parts].map((part) => [address(part), part]));
  return async (url) => {
    const part = parts.get(String(url));
    if (!part) throw new Error(`${url} is not in the catalog.`);
    const request = requestOf(part);
    try {
      // once more past the browser's own cache, which may have kept a broken download
      return await fetch(request).catch(() => fetch(request, { cache: "reload" }));
    } catch (error) {
      throw new Error(`${part.path} cannot be had, or is not what the catalog says (${error}).`);
    }
  };
}

expose(inference);

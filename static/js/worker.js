/** Inference beside the page's own thread, so that drawing never stutters. */

import { expose } from "../vendor/comlink.js";
import { address, requestOf } from "./catalog.js";
import { load } from "./engine.js";
import { sizeOf } from "./size.js";

/** The fastest first; each stands in for the one before it. */
const BACKENDS = /** @type {const} */ (["wasm", "cpu"]);

/** @type {import("./engine.js").Engine | undefined} */
let engine;

/** A file that cannot be had, which no other backend would change. */
class Unavailable extends Error {
  name = "Unavailable";
}

const inference = {
  /**
   * The model that was loaded before answers until this one does, and goes on where this one fails.
   *
   * @param {import("./catalog.js").File} file a TF.js model
   * @returns {Promise<{backend: string, failures: string[]}>} where it runs, and why not on the backends before that
   */
  async load(file) {
    const failures = [];
    for (const backend of BACKENDS) {
      try {
        const loaded = await load(address(file), { backend, fetch: verified(file) });
        engine?.dispose();
        engine = loaded;
        return { backend, failures };
      } catch (error) {
        if (error instanceof Unavailable) throw error;
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
    } catch {
      throw new Unavailable(await whyNot(file, part));
    }
  };
}

/**
 * Why a part could not be fetched, which the browser does not say of a request with a hash.
 *
 * @param {import("./catalog.js").File} file
 * @param {import("./catalog.js").Part} part
 */
async function whyNot(file, part) {
  const response = await fetch(requestOf(part).url, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  if (!response) return `${part.path} is not kept on this device, and cannot be fetched: there is no network.`;
  if (response.ok) return `${part.path} is not what the catalog says: its download was broken, or it was changed.`;
  if (!file.command) return `${part.path} is not on this host: it answers ${response.status}.`;
  return `${part.path} is not on this host: with ${sizeOf(file.bytes)} it must be built first, by\n${file.command}`;
}

expose(inference);

import { wrap } from "../vendor/comlink.js";

/** @typedef {import("../vendor/comlink.js").Remote<import("./worker.js").Inference>} Inference */

/**
 * Starts the worker.
 *
 * @returns {{inference: Inference, failed: Promise<never>}}
 *   `failed` rejects if the worker itself cannot run: then no call of `inference` ever returns
 */
export function startInference() {
  const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  const failed = new Promise((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message || "The worker could not be started.")));
  });
  return { inference: wrap(worker), failed: /** @type {Promise<never>} */ (failed) };
}

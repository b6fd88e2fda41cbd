/** Runs the published features of a model, in a worker of its own: the page's model goes on answering. */

import { unless } from "../../core/unless.js";
import { startInference } from "../../engines/inference.js";
import { load } from "../../engines/loading.js";

/**
 * @typedef {import("../../core/catalog.js").Model} Model
 * @typedef {{ready: Promise<void>, see(pixels: Uint8ClampedArray): Promise<{features: Float32Array,
 *   milliseconds: number}>, stop(): void}} Extractor
 */

/**
 * @param {Model} model whose features are published
 * @param {import("../../engines/loading.js").OnProgress} onProgress
 * @returns {Extractor} `ready` rejects if the features cannot be loaded
 */
export function startExtractor(model, onProgress) {
  const { features } = model;
  if (!features) throw new Error(`The features of '${model.name}' are not published.`);
  const { file } = features;
  const { inference, failed, stop } = startInference();
  let refuse = (/** @type {Error} */ _) => {};
  /** A stopped worker answers no call, so its callers would wait forever. @type {Promise<never>} */
  const stopped = new Promise((_, reject) => (refuse = reject));
  const running = unless(Promise.race([failed, stopped]));
  const only = { ...model, files: [file], defaults: { tfjs: file.path } };
  const loading = load(inference, { model: only, file, engine: "wasm" }, onProgress);
  const ready = running(loading).then(() => {});
  ready.catch(() => {}); // its callers handle the error
  return {
    ready,
    async see(pixels) {
      await ready;
      const { probabilities, milliseconds } = await running(inference.predict(pixels));
      return { features: probabilities, milliseconds };
    },
    stop() {
      refuse(new Error("The features were replaced by those of another model."));
      stop();
    },
  };
}

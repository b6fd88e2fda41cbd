/** The small model of a hybrid, in a worker of its own, where the page itself uses another model. */

import { transfer } from "../../../../vendor/comlink.js";
import { defaultOf } from "../../../core/choice.js";
import { startInference } from "../../../engines/inference.js";
import { load } from "../../../engines/loading.js";
import { keepFile } from "../../../offline/store.js";

/**
 * @typedef {import("../../../core/catalog.js").Model} Model
 * @typedef {import("../../../core/catalog.js").File} File
 * @typedef {{probabilities: Float32Array, milliseconds: number}} Answer `milliseconds` from the picture to its answer,
 *   without resizing, as the page's clock has it
 */

export class SmallModel {
  /**
   * @type {{name: string, engine: string, started: ReturnType<typeof startInference>, ready: Promise<File>}
   *   | undefined}
   */
  #current;

  /**
   * Loads the model when it is first asked, and stores its file for offline use.
   *
   * @param {Model} model
   * @param {import("../../../core/engine_names.js").EngineName} engine
   * @param {Uint8ClampedArray} pixels RGBA, of the model's size
   * @returns {Promise<Answer & {file: File}>}
   * @throws {Error} the model cannot be loaded; the next question tries again
   */
  async answer(model, engine, pixels) {
    const { started, ready } = this.#use(model, engine);
    try {
      const file = await started.unlessFailed(ready);
      const copy = pixels.slice();
      const asked = performance.now();
      const { probabilities } = await started.unlessFailed(started.inference.predict(transfer(copy, [copy.buffer])));
      return { probabilities, milliseconds: performance.now() - asked, file };
    } catch (error) {
      if (this.#current?.started === started) this.stop();
      throw error;
    }
  }

  stop() {
    this.#current?.started.stop();
    this.#current = undefined;
  }

  /** @param {Model} model @param {import("../../../core/engine_names.js").EngineName} engine */
  #use(model, engine) {
    if (this.#current?.name === model.name && this.#current.engine === engine) return this.#current;
    this.stop();
    const started = startInference();
    const ready = load(started.inference, defaultOf(model, engine)).then(async ({ file }) => {
      keepFile(file).catch(console.warn); // without it the model is downloaded again
      const [, height, width, channels] = model.input;
      const blank = new Uint8ClampedArray(height * width * (channels + 1));
      await started.inference.predict(transfer(blank, [blank.buffer])); // the first inference also compiles
      return file;
    });
    ready.catch(() => {}); // `answer` handles it
    return (this.#current = { name: model.name, engine, started, ready });
  }
}

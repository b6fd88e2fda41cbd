import { transfer } from "../../vendor/comlink.js";
import { latest } from "../core/coalesce.js";
import { load } from "../engines/loading.js";
import { pixelsOf } from "../input/picture.js";

/**
 * One model that answers one picture, and either may change at any time.
 *
 * @typedef {import("../core/choice.js").Choice & {backend: import("../core/engine_names.js").Backend}} Loaded `backend` is what the engine came to
 * @typedef {(probabilities: Float32Array, milliseconds: number, isEmpty: boolean) => void} Show
 * @typedef {{loaded: Loaded, pixels: Uint8ClampedArray, probabilities: Float32Array, isEmpty: boolean,
 *   milliseconds: {resize: number, inference: number, readback: number}}} Answered `pixels` are RGBA, of the model's
 *   input size, and the answer's alone; `inference` and `readback` are times in the worker
 */
export class Session {
  #worker;
  #pad;
  #onAnswer;
  /** @type {Loaded & {show: Show} | undefined} none while one is loaded */
  #current;

  /**
   * @param {ReturnType<typeof import("../engines/inference.js").startInference>} worker
   * @param {() => {image: HTMLCanvasElement, isEmpty: boolean}} pad
   * @param {(answered: Answered) => void} onAnswer hears of each answer after it is shown
   */
  constructor(worker, pad, onAnswer) {
    this.#worker = worker;
    this.#pad = pad;
    this.#onAnswer = onAnswer;
  }

  /** Answers the picture of now by the model of now. */
  answer = latest(async () => {
    const asked = this.#current;
    if (!asked) return;
    const { image, isEmpty } = this.#pad();
    const started = performance.now();
    const pixels = pixelsOf(image, asked.model.input);
    const resize = performance.now() - started;
    const copy = pixels.slice();
    const answered = await this.#worker.inference.predict(transfer(copy, [copy.buffer]));
    const { probabilities, milliseconds, readback } = answered;
    if (asked !== this.#current) return;
    asked.show(probabilities, milliseconds, isEmpty);
    this.#onAnswer({
      loaded: asked,
      pixels,
      probabilities,
      isEmpty,
      milliseconds: { resize, inference: milliseconds - readback, readback },
    });
  });

  /** How the model of now began. */
  startup() {
    return this.#worker.inference.startup();
  }

  /**
   * Loads a model, which answers from then on, the picture of now first. Until then nothing does.
   *
   * @param {import("../core/choice.js").Choice} choice
   * @param {(loaded: Loaded) => Show} onLoaded makes the view of its answers
   * @param {import("../engines/loading.js").OnProgress} [onProgress]
   * @returns {Promise<string[]>} why it is not what was chosen, if another precision or engine stands in
   */
  async use(choice, onLoaded, onProgress) {
    this.#current = undefined;
    const { inference, failed } = this.#worker;
    const { file, backend, problems } = await Promise.race([load(inference, choice, onProgress), failed]);
    const engine = choice.engine === "auto" ? choice.engine : backend;
    /** @type {Loaded} */
    const loaded = { model: choice.model, file, engine, backend };
    this.#current = { ...loaded, show: onLoaded(loaded) };
    await this.answer();
    return problems;
  }
}

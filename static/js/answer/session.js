import { transfer } from "../../vendor/comlink.js";
import { coalesce } from "../core/coalesce.js";
import { load } from "../engines/loading.js";
import { pixelsOf } from "../input/picture.js";

/**
 * One model that answers one picture, and either may change at any time.
 *
 * @typedef {import("../core/choice.js").Choice & {backend: import("../core/engine_names.js").Backend}} Loaded `backend` is what the engine came to
 * @typedef {(probabilities: Float32Array, milliseconds: {total: number, inference: number}, isEmpty: boolean) => void} Show
 *   `inference` is the worker's own time
 * @typedef {{resize: number, toWorker: number, inference: number, readback: number, back: number, total: number}} Times
 *   milliseconds; `total` is from the moment at which the picture was there to that at which its answer was, both on
 *   the page's clock; `inference` and `readback` are the worker's own times
 * @typedef {{question: number, loaded: Loaded, pixels: Uint8ClampedArray, probabilities: Float32Array,
 *   isEmpty: boolean, origin: import("../input/pad.js").Origin, milliseconds: Times}} Answered `question` is the number
 *   of the picture and the model; `pixels` are RGBA, of the model's input size, and the answer's alone
 */
export class Session {
  #worker;
  #pad;
  #listener;
  /** Grows with each change of the picture or of the model: an answer belongs to one. */
  #question = 0;
  /** The first whose answer is still of use. */
  #oldest = 0;
  /** @type {Loaded & {show: Show} | undefined} none while one is loaded */
  #current;
  /** Grows with each choice of a model: what was chosen before does not answer, however late it is loaded. */
  #choice = 0;

  /**
   * @param {ReturnType<typeof import("../engines/inference.js").startInference>} worker
   * @param {() => {image: HTMLCanvasElement, isEmpty: boolean, origin: import("../input/pad.js").Origin}} pad
   * @param {{onQuestion(question: number): void, onAnswer(answered: Answered): void}} listener hears of each question at
   *   once, and of each answer after it is shown
   */
  constructor(worker, pad, listener) {
    this.#worker = worker;
    this.#pad = pad;
    this.#listener = listener;
  }

  get question() {
    return this.#question;
  }

  /**
   * To be called when the picture has changed: what was answered before is about another one from now on.
   *
   * @param {boolean} isAnother not the same with one stroke more: an answer that is still to come is not shown
   */
  ask(isAnother) {
    this.#listener.onQuestion(++this.#question);
    if (isAnother) this.#oldest = this.#question;
    return this.answer();
  }

  /** Answers the picture of now by the model of now. */
  answer = coalesce(async () => {
    const asked = this.#current;
    if (!asked) return;
    const { image, isEmpty, origin } = this.#pad();
    const question = this.#question;
    const started = performance.now();
    const pixels = pixelsOf(image, asked.model.input);
    const resized = performance.now();
    const copy = pixels.slice();
    const answered = await this.#worker.inference.predict(transfer(copy, [copy.buffer]));
    const milliseconds = timesOf(answered, started, resized, performance.now());
    const { probabilities } = answered;
    if (asked !== this.#current || question < this.#oldest) return;
    asked.show(probabilities, { total: milliseconds.total, inference: answered.milliseconds }, isEmpty);
    this.#listener.onAnswer({ question, loaded: asked, pixels, probabilities, isEmpty, origin, milliseconds });
  });

  /** To be called when another model is chosen: nothing answers, and nothing is shown of what this one said. */
  leave() {
    this.#current = undefined;
    this.#choice++;
    this.#listener.onQuestion(++this.#question);
  }

  /** How the model of now began. */
  startup() {
    return this.#worker.inference.startup();
  }

  /**
   * Loads a model, which answers from then on, the picture of now first, unless another is chosen meanwhile. Until then
   * nothing does.
   *
   * @param {import("../core/choice.js").Choice} choice
   * @param {(loaded: Loaded) => Show} onLoaded makes the view of its answers
   * @param {import("../engines/loading.js").OnProgress} [onProgress]
   * @returns {Promise<string[]>} why it is not what was chosen, if another precision or engine stands in
   */
  async use(choice, onLoaded, onProgress) {
    this.leave();
    const mine = this.#choice;
    const { inference, failed } = this.#worker;
    const { file, backend, problems } = await Promise.race([load(inference, choice, onProgress), failed]);
    if (mine !== this.#choice) return problems;
    const engine = choice.engine === "auto" ? choice.engine : backend;
    /** @type {Loaded} */
    const loaded = { model: choice.model, file, engine, backend };
    this.#current = { ...loaded, show: onLoaded(loaded) };
    await this.answer();
    return problems;
  }
}

/**
 * Where the time of an answer of the worker went. Both clocks count from the same moment, but a browser may round them:
 * what the messages took in all is right whatever it does, and how it is shared between there and back may not be.
 *
 * @param {{milliseconds: number, readback: number, from: number}} answered `from` in milliseconds since 1970
 * @param {number} started when the picture was there, on the page's clock
 * @param {number} resized when it had the model's size
 * @param {number} ended when the answer was there
 * @returns {Times}
 */
export function timesOf({ milliseconds, readback, from }, started, resized, ended) {
  const messages = ended - resized - milliseconds;
  const toWorker = Math.min(Math.max(from - performance.timeOrigin - resized, 0), Math.max(messages, 0));
  return {
    resize: resized - started,
    toWorker,
    inference: milliseconds - readback,
    readback,
    back: messages - toWorker,
    total: ended - started,
  };
}

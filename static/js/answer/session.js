import { transfer } from "../../vendor/comlink.js";
import { coalesce } from "../core/coalesce.js";
import { load } from "../engines/loading.js";
import { pixelsOf } from "../input/picture.js";

/**
 * Answers the current picture with the current model. Either may change at any time.
 *
 * @typedef {import("../core/choice.js").Choice & {backend: import("../core/engine_names.js").Backend}} Loaded `backend`
 *   is the one that runs the model, which for the engine "auto" is chosen while loading
 * @typedef {(probabilities: Float32Array, milliseconds: {total: number, inference: number}, isEmpty: boolean) => void}
 *   Show `inference` is measured in the worker
 * @typedef {{onLoaded(loaded: Loaded): void, makeView(loaded: Loaded): Show}} Shown `onLoaded` may change the picture;
 *   `makeView` makes the view of the model's answers
 * @typedef {{resize: number, toWorker: number, inference: number, readback: number, back: number, total: number}} Times
 *   milliseconds; `total` is from the picture to its answer, both on the page's clock; `inference` and `readback` are
 *   measured in the worker; `toWorker` and `back` are the messages to and from the worker
 * @typedef {{question: number, loaded: Loaded, pixels: Uint8ClampedArray, probabilities: Float32Array,
 *   isEmpty: boolean, origin: import("../input/pad.js").Origin, milliseconds: Times}} Answered `question` is the number
 *   of the picture and the model; `pixels` are RGBA, of the model's input size, and not shared
 */
export class Session {
  #worker;
  #pad;
  #listener;
  /** Incremented on each change of the picture or the model. Each answer belongs to one question. */
  #question = 0;
  /** The oldest question whose answer may still be shown. */
  #oldest = 0;
  /**
   * The model, and what shows its answers, which is made for the first one. Undefined while a model is loading.
   *
   * @type {{loaded: Loaded, makeView: (loaded: Loaded) => Show, show?: Show} | undefined}
   */
  #current;
  /** Incremented on each choice of a model, so that a model that was chosen earlier but loads later is not used. */
  #choice = 0;

  /**
   * @param {ReturnType<typeof import("../engines/inference.js").startInference>} worker
   * @param {() => {image: HTMLCanvasElement, isEmpty: boolean, origin: import("../input/pad.js").Origin}} pad
   * @param {{onQuestion(question: number): void, onAnswer(answered: Answered): void, ready?: () => Promise<void> |
   *   void}} listener `onQuestion` is called immediately on each question, `onAnswer` after the answer is shown; each
   *   answer waits for `ready`
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
   * To be called when the picture has changed.
   *
   * @param {boolean} isAnother a different picture, not the previous one with more strokes: drops pending answers
   */
  ask(isAnother) {
    this.#listener.onQuestion(++this.#question);
    if (isAnother) this.#oldest = this.#question;
    return this.answer();
  }

  /** Answers the current picture with the current model. Rejects if the worker has failed. */
  answer = coalesce(async () => {
    await this.#listener.ready?.();
    const asked = this.#current;
    if (!asked) return;
    const { image, isEmpty, origin } = this.#pad();
    const question = this.#question;
    const { loaded } = asked;
    if (!isEmpty) asked.show ??= asked.makeView(loaded); // before its time is measured
    const started = performance.now();
    const pixels = pixelsOf(image, loaded.model.input);
    const resized = performance.now();
    const copy = pixels.slice();
    const { inference, unlessFailed } = this.#worker;
    const answering = unlessFailed(inference.predict(transfer(copy, [copy.buffer])));
    asked.show ??= asked.makeView(loaded); // while the worker computes: it takes a phone 30 ms
    const answered = await answering.catch((error) => {
      if (asked === this.#current) throw error; // otherwise another model answers
    });
    if (!answered) return;
    const milliseconds = timesOf(answered, started, resized, performance.now());
    const { probabilities } = answered;
    if (asked !== this.#current || question < this.#oldest) return;
    asked.show(probabilities, { total: milliseconds.total, inference: answered.milliseconds }, isEmpty);
    this.#listener.onAnswer({ question, loaded, pixels, probabilities, isEmpty, origin, milliseconds });
  });

  /** To be called when another model is chosen: pending answers of the current model are not shown. */
  leave() {
    this.#current = undefined;
    this.#choice++;
    this.#listener.onQuestion(++this.#question);
  }

  /** The startup times of the current model. */
  startup() {
    return this.#worker.inference.startup();
  }

  /**
   * Loads a model and answers the current picture with it, unless another model is chosen meanwhile. There are no
   * answers while it loads.
   *
   * @param {import("../core/choice.js").Choice} choice
   * @param {Shown} shown
   * @param {import("../engines/loading.js").OnProgress} [onProgress]
   * @returns {Promise<string[]>} problems: why another precision or engine is used instead of the chosen one
   */
  async use(choice, { onLoaded, makeView }, onProgress) {
    this.leave();
    const mine = this.#choice;
    const { inference, unlessFailed } = this.#worker;
    const { file, backend, problems } = await unlessFailed(load(inference, choice, onProgress));
    if (mine !== this.#choice) return problems;
    const engine = choice.engine === "auto" ? choice.engine : backend;
    /** @type {Loaded} */
    const loaded = { model: choice.model, file, engine, backend };
    onLoaded(loaded);
    this.#current = { loaded, makeView };
    await this.answer();
    return problems;
  }
}

/**
 * The parts of the time of an answer. The page and the worker have separate clocks with the same origin, which a
 * browser may round. The total time of the messages is exact all the same; its split into `toWorker` and `back` may not
 * be.
 *
 * @param {{milliseconds: number, readback: number, from: number}} answered `from` in milliseconds since 1970
 * @param {number} started when the picture was ready, on the page's clock
 * @param {number} resized when it had the model's size
 * @param {number} ended when the answer arrived
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

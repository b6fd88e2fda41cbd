/**
 * TF.js in WebAssembly: the lean one, which has what the default model needs, or the whole one for a model that needs
 * more. Both give the same answers: a function that the lean one lacks, in its script or in its WebAssembly, is a trap.
 */

import * as tfjs from "./tfjs.js";

/**
 * @typedef {import("../engine.js").Engine} Engine
 * @typedef {() => Promise<Engine>} Whole
 */

/** Errors that the whole TF.js would meet too: the model's file is missing, or the browser cannot run either. */
const FINAL = ["Unavailable", "Unsupported"];

/** False once a model has met a trap, whose WebAssembly is in an unknown state. */
let isLeanSound = true;

/** @implements {Engine} */
class WasmEngine {
  backend = "wasm";
  #engine;
  /** Loads the same model into the whole TF.js. Undefined once the lean one has answered. @type {Whole | undefined} */
  #whole;

  /** @param {Engine} engine @param {Whole} [whole] if `engine` is the lean one */
  constructor(engine, whole) {
    this.#engine = engine;
    this.#whole = whole;
    this.input = engine.input;
  }

  get runtime() {
    return this.#engine.backend === "lean" ? "wasm" : "wasm-whole";
  }

  get readback() {
    return this.#engine.readback;
  }

  /** @param {import("../engine.js").Pixels} pixels */
  async predict(pixels) {
    try {
      const answer = await this.#engine.predict(pixels);
      this.#whole = undefined; // the same kernels run for every picture
      return answer;
    } catch (error) {
      if (!this.#whole) throw error;
      console.warn("This model needs the whole TF.js:", error);
      isLeanSound = false;
      this.#engine = await this.#whole();
      this.#whole = undefined;
      return this.#engine.predict(pixels);
    }
  }

  dispose() {
    try {
      this.#engine.dispose();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      isLeanSound = false; // another model is in use by now, and this one's memory is lost
    }
  }
}

/** Starts the lean TF.js, which takes longer than to find out which model it is for. */
export async function prepare() {
  await tfjs.startTfjs(/** @type {any} */ ("lean"));
}

/** @type {import("../engine.js").Load} */
export async function load(url, { fetch }) {
  const files = kept(fetch);
  const whole = () => tfjs.load(url, { backend: "wasm", fetch: files });
  if (!isLeanSound) return new WasmEngine(await whole());
  try {
    return new WasmEngine(await tfjs.load(url, { backend: /** @type {any} */ ("lean"), fetch: files }), whole);
  } catch (error) {
    if (FINAL.includes(/** @type {Error} */ (error).name)) throw error;
    if (error instanceof WebAssembly.RuntimeError) isLeanSound = false;
    return new WasmEngine(await whole());
  }
}

/**
 * Fetches each address once, so that a model is not downloaded again for the whole TF.js.
 *
 * @param {typeof fetch} fetch
 * @returns {typeof fetch}
 */
function kept(fetch) {
  /** @type {Map<string, Promise<Response>>} */
  const answers = new Map();
  return async (address, options) => {
    const url = String(address);
    const answer = answers.get(url) ?? fetch(address, options);
    answers.set(url, answer);
    return (await answer).clone();
  };
}

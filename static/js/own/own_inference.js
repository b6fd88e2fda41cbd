/** Starts the worker that runs a file of the reader's, with a limit for everything that it does. */

import { proxy, transfer, wrap } from "../../vendor/comlink.js";
import { language } from "../core/i18n.js";
import { unless } from "../core/unless.js";
import { SECONDS } from "./limits.js";
import { Refused, inWords } from "./words.js";

/**
 * @typedef {import("../engine.js").Backend} Backend
 * @typedef {import("./adapter.js").Adapting} Adapting
 * @typedef {import("./own_worker.js").Description} Description
 * @typedef {import("./own_worker.js").Answer} Answer
 * @typedef {ReturnType<typeof startOwn>} OwnInference
 */

/** If a limit is exceeded, the worker is ended, and every later call is refused. */
export function startOwn() {
  const worker = new Worker(new URL(`own_worker.js?lang=${language}`, import.meta.url), { type: "module" });
  /** @type {import("../../vendor/comlink.js").Remote<import("./own_worker.js").Own>} */
  const own = wrap(worker);
  /** @type {(reason: Error) => void} */
  let end = () => {};
  let isStopped = false;
  const running = unless(new Promise((_, reject) => (end = reject)));
  worker.addEventListener("error", (event) => stop(new Refused("crashed", { problem: event.message ?? "" })));

  /** @param {Error} [reason] */
  function stop(reason = new Refused("gone")) {
    isStopped = true;
    worker.terminate();
    end(reason);
  }

  /** @template T @param {Promise<T>} result @param {number} [seconds] @returns {Promise<T>} */
  async function limited(result, seconds) {
    const timer = seconds && setTimeout(() => stop(new Refused("slow", { seconds })), 1000 * seconds);
    try {
      return await running(result);
    } catch (error) {
      throw inWords(error);
    } finally {
      clearTimeout(timer || undefined);
    }
  }

  return {
    /** @param {File[]} files @returns {Promise<Description>} */
    read: (files) => limited(own.read(files), SECONDS.read),
    /** @param {File} file */
    labels: (file) => limited(own.labels(file), SECONDS.read),
    /** Fetches an engine. @param {Backend} backend @param {(loaded: number, total: number) => void} [onProgress] */
    start: (backend, onProgress) => limited(own.start(backend, onProgress && proxy(onProgress))),
    /** @param {Backend} backend that was started */
    load: (backend) => limited(own.load(backend), SECONDS.load),
    /** @param {Uint8ClampedArray} pixels are copied @param {Adapting} adapting @returns {Promise<Answer>} */
    answer(pixels, adapting) {
      const copy = pixels.slice();
      return limited(own.answer(transfer(copy, [copy.buffer]), adapting), SECONDS.answer);
    },
    memory: () => limited(own.memory(), SECONDS.answer),
    stop,
    /** Whether it was stopped, by its caller or because a limit was exceeded. */
    isStopped: () => isStopped,
  };
}

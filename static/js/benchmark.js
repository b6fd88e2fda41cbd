/** How long each precision of a model takes on this device: a smaller file may be the slower one. */

import { transfer } from "../vendor/comlink.js";
import { filesOf } from "./choice.js";
import { startInference } from "./inference.js";

const ROUNDS = 30;
/** Rounds that do not count: code is compiled and memory is taken then. */
const WARM_UP = 3;

/**
 * @typedef {{file: import("./catalog.js").File, p50?: number, ratio?: number, problem?: string}} Row `p50` in
 *   milliseconds, `ratio` to the first file that could be measured, or why there is neither
 */

/**
 * Asks all files of a model for the same picture, in turns, so that what slows the device slows them alike. Each has
 * a worker of its own, which ends with the measurement: the page goes on answering meanwhile.
 *
 * @param {import("./catalog.js").Model} model
 * @param {Uint8ClampedArray} pixels RGBA, of the model's input size
 * @returns {Promise<Row[]>} in the catalog's order
 */
export async function measure(model, pixels) {
  const started = filesOf(model).map((file) => ({ file, worker: startInference(), times: /** @type {number[]} */ ([]) }));
  try {
    /** @type {Map<import("./catalog.js").File, string>} */
    const problems = new Map();
    for (const { file, worker } of started) {
      try {
        await Promise.race([worker.inference.load(file), worker.failed]);
      } catch (error) {
        problems.set(file, /** @type {Error} */ (error).message);
      }
    }
    const running = started.filter(({ file }) => !problems.has(file));
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      for (const { worker, times } of running) {
        const copy = pixels.slice();
        const { milliseconds } = await worker.inference.predict(transfer(copy, [copy.buffer]));
        if (round >= WARM_UP) times.push(milliseconds);
      }
    }
    const first = running.length ? median(running[0].times) : 0;
    return started.map(({ file, times }) =>
      problems.has(file)
        ? { file, problem: problems.get(file) }
        : { file, p50: median(times), ratio: median(times) / first },
    );
  } finally {
    for (const { worker } of started) worker.stop();
  }
}

/** @param {number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

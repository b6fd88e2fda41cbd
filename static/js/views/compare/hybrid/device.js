/** Measures the curve of a hybrid again, on this device: both models answer the same test digits in the page. */

import { defaultOf } from "../../../core/choice.js";
import { isBlank } from "../../../core/probabilities.js";
import { pictureOf, readTestDigits } from "../../../input/test_digits.js";
import { countsOf } from "./curve.js";
import { SmallModel } from "./small.js";

/**
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {{counts: import("./curve.js").Counts, small: number[], large: number[]}} OnDevice `small` and
 *   `large` are milliseconds of each answer on this device
 */

/**
 * @param {Pair} pair of digit models
 * @param {import("../../../core/engine_names.js").EngineName} engine
 * @param {number} count of test digits, 1 to 10,000
 * @param {AbortSignal} signal stops it
 * @param {(done: number) => void} onProgress
 * @returns {Promise<OnDevice | undefined>} undefined if it was stopped before the first answer
 * @throws {Error} the digits or a model could not be loaded
 */
export async function measureHere({ small, large, thresholds }, engine, count, signal, onProgress) {
  const { images, labels } = await readTestDigits();
  const models = [small, large].map((model) => ({
    model,
    worker: new SmallModel(),
    times: /** @type {number[]} */ ([]),
  }));
  /** @type {import("./curve.js").Answer[]} */
  const answers = [];
  try {
    for (let index = 0; index < count && !signal.aborted; index++) {
      const right = [];
      let [confidence, blank] = [0, false];
      for (const { model, worker, times } of models) {
        const pixels = pictureOf(images[index], model.input);
        const { probabilities, milliseconds } = await worker.answer(model, engine, pixels);
        times.push(milliseconds);
        const best = Math.max(...probabilities);
        right.push(model.labels[probabilities.indexOf(best)] === String(labels[index]));
        if (model === small) [confidence, blank] = [best, isBlank(probabilities, model.blank)];
      }
      answers.push({ confidence, isBlank: blank, small: right[0], large: right[1] });
      onProgress(answers.length);
    }
  } finally {
    for (const { worker } of models) worker.stop();
  }
  if (!answers.length) return undefined;
  return { counts: countsOf(answers, thresholds), small: models[0].times, large: models[1].times };
}

/** Whether the large model can run in the page too. @param {Pair} pair */
export function canRunHere({ large }) {
  try {
    return !defaultOf(large).file.command;
  } catch {
    return false; // it has no file for the page
  }
}

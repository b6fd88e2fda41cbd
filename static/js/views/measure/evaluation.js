/** Evaluates a model on the MNIST test set in this page: accuracy and confusion matrix. */

import { transfer } from "../../../vendor/comlink.js";
import { startInference } from "../../engines/inference.js";
import { DIGITS, pictureOf, readTestDigits } from "../../input/test_digits.js";

/**
 * @typedef {{done: number, right: number, confusion: number[][], seconds: number}} Evaluation
 *   `confusion[digit][answer]` counts images; `seconds` since the first image
 */

/**
 * Answers the first `count` images one after another in a separate worker, so that the page keeps answering.
 *
 * @param {import("../../answer/session.js").Loaded} loaded model of digits
 * @param {number} count 1 to 10,000
 * @param {AbortSignal} signal stops it
 * @param {(evaluation: Evaluation) => void} onProgress called after each answer
 * @throws {Error} the images or the model could not be loaded, or the worker has ended
 */
export async function evaluate({ model, file, backend }, count, signal, onProgress) {
  const { images, labels } = await readTestDigits();
  const { inference, unlessFailed, stop } = startInference();
  try {
    await unlessFailed(inference.load(file, backend));
    const confusion = Array.from({ length: DIGITS }, () => new Array(DIGITS).fill(0));
    const started = performance.now();
    let right = 0;
    for (let index = 0; index < count && !signal.aborted; index++) {
      const pixels = pictureOf(images[index], model.input);
      const { probabilities } = await unlessFailed(inference.predict(transfer(pixels, [pixels.buffer])));
      const answer = probabilities.indexOf(Math.max(...probabilities));
      right += Number(answer === labels[index]);
      confusion[labels[index]][answer]++;
      onProgress({ done: index + 1, right, confusion, seconds: (performance.now() - started) / 1000 });
    }
  } finally {
    stop();
  }
}

/** The same test digits on both sides: what each got right, and how fast. */

import { transfer } from "../../../vendor/comlink.js";
import { startInference } from "../../engines/inference.js";
import { pictureOf, readTestDigits } from "../../input/test_digits.js";
import { largestDifference } from "./costs.js";
import { predict, serverPrecision } from "./server.js";
import { summaryOf } from "./timings.js";
import { Problem } from "./transport.js";
import { RETRY, wait } from "./wait.js";

/** Requests at a time, so that the server keeps answering others. */
export const AT_A_TIME = 4;

/**
 * @typedef {{label: number, probabilities: ArrayLike<number>, milliseconds: number}} Answer `label` is its place
 * @typedef {{accuracy: number, p50: number, p95: number, throughput: number, n: number}} Side `accuracy` is a share,
 *   `throughput` in answers a second, p50 and p95 in milliseconds
 * @typedef {{browser: Side, server: Side & {up: number, down: number, busy: number}, n: number, same: number,
 *   difference: number}} Batch `n` digits were answered by both sides, `same` of them with the same label; `up` and
 *   `down` are bytes of bodies; `busy` counts how often the server had to be asked again
 * @typedef {{browser: number, server: number, waiting: string}} Progress answers so far; `waiting` is why the server
 *   is waited for
 */

/**
 * Answers the first `count` test digits in a worker of its own, and then on the server, so that neither takes the
 * other's processor where both are one machine.
 *
 * @param {import("../../answer/session.js").Loaded} loaded model of digits
 * @param {number} count
 * @param {import("./network.js").Profile} profile of the server's network
 * @param {AbortSignal} signal stops it
 * @param {(progress: Progress) => void} onProgress
 * @returns {Promise<Batch | undefined>} of what was answered; undefined where it was stopped before the server's first
 * @throws {Problem} the server cannot answer, apart from being busy
 * @throws {Error} the images or the model could not be loaded
 */
export async function runBatch(loaded, count, profile, signal, onProgress) {
  const { images, labels } = await readTestDigits();
  const pictures = images.slice(0, count).map((image) => pictureOf(image, loaded.model.input));
  const progress = { browser: 0, server: 0, waiting: "" };
  const tell = (/** @type {Partial<Progress>} */ more) => onProgress(Object.assign(progress, more));
  const browser = await inBrowser(loaded, pictures, signal, (done) => tell({ browser: done }));
  const server = await onServer(loaded, pictures, profile, signal, (done, waiting) => tell({ server: done, waiting }));
  const both = [...server.answers.keys()].filter((index) => server.answers[index] && browser.answers[index]);
  if (!both.length) return undefined;
  const pairs = both.map((index) => [browser.answers[index], server.answers[index]]);
  return {
    browser: sideOf(browser, labels),
    server: { ...sideOf(server, labels), up: server.up, down: server.down, busy: server.busy },
    n: both.length,
    same: pairs.filter(([a, b]) => a.label === b.label).length,
    difference: Math.max(...pairs.map(([a, b]) => largestDifference(a.probabilities, b.probabilities))),
  };
}

/**
 * @param {import("../../answer/session.js").Loaded} loaded
 * @param {Uint8ClampedArray[]} pictures
 * @param {AbortSignal} signal
 * @param {(done: number) => void} onDone
 */
async function inBrowser({ file, backend }, pictures, signal, onDone) {
  const { inference, failed, stop } = startInference();
  /** @type {Answer[]} */
  const answers = [];
  try {
    await Promise.race([inference.load(file, backend), failed]);
    const warm = pictures[0].slice();
    await inference.predict(transfer(warm, [warm.buffer]));
    const started = performance.now();
    for (const picture of pictures) {
      if (signal.aborted) break;
      const pixels = picture.slice();
      const { probabilities, milliseconds } = await inference.predict(transfer(pixels, [pixels.buffer]));
      answers.push({ label: placeOf(probabilities), probabilities, milliseconds });
      onDone(answers.length);
    }
    return { answers, seconds: (performance.now() - started) / 1000 };
  } finally {
    stop();
  }
}

/**
 * @param {import("../../answer/session.js").Loaded} loaded
 * @param {Uint8ClampedArray[]} pictures
 * @param {import("./network.js").Profile} profile
 * @param {AbortSignal} signal
 * @param {(done: number, waiting: string) => void} onDone
 */
async function onServer({ model, file }, pictures, profile, signal, onDone) {
  const precision = serverPrecision(model, file);
  /** @type {Answer[]} with holes until all are there */
  const answers = [];
  const sum = { up: 0, down: 0, busy: 0, done: 0 };
  const queue = pictures.entries(); // all take from the one
  const failure = new AbortController(); // the first that fails stops the others
  const stopped = () => failure.abort();
  signal.addEventListener("abort", stopped);
  if (signal.aborted) stopped();
  const started = performance.now();

  /** @param {Uint8ClampedArray} picture */
  async function ask(picture) {
    for (let pause = RETRY.first; ; pause = Math.min(pause * 2, RETRY.most)) {
      try {
        return await predict(model, precision, picture, profile, failure.signal);
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== "busy") throw error;
        sum.busy++;
        onDone(sum.done, error.message);
        await wait(pause, failure.signal);
      }
    }
  }

  async function work() {
    for (const [index, picture] of queue) {
      if (failure.signal.aborted) return;
      const answer = await ask(picture);
      const { probabilities, up, down, total } = answer;
      answers[index] = { label: model.labels.indexOf(answer.label), probabilities, milliseconds: total };
      sum.up += up;
      sum.down += down;
      onDone(++sum.done, "");
    }
  }

  const worked = await Promise.allSettled(
    Array.from({ length: AT_A_TIME }, () =>
      work().catch((error) => {
        failure.abort();
        throw error;
      }),
    ),
  );
  signal.removeEventListener("abort", stopped);
  const failed = worked.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  const [first] = failed.filter(({ name }) => name !== "AbortError");
  if (first && !signal.aborted) throw first;
  return { answers, seconds: (performance.now() - started) / 1000, ...sum };
}

/**
 * @param {{answers: Answer[], seconds: number}} answered
 * @param {Uint8Array} labels
 * @returns {Side}
 */
function sideOf({ answers, seconds }, labels) {
  const there = [...answers.keys()].filter((index) => answers[index]);
  const { n, p50, p95 } = summaryOf(there.map((index) => answers[index].milliseconds)) ?? { n: 0, p50: 0, p95: 0 };
  const right = there.filter((index) => answers[index].label === labels[index]).length;
  return { accuracy: right / n, p50, p95, throughput: n / seconds, n };
}

/** @param {Float32Array} probabilities */
const placeOf = (probabilities) => probabilities.indexOf(Math.max(...probabilities));

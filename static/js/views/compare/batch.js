/**
 * Runs the same test digits on both sides, and measures accuracy and speed. Latency is measured with one picture at a
 * time, without the first answer. Throughput is measured separately, with the same number of concurrent requests on
 * both sides. The browser has one worker.
 */

import { transfer } from "../../../vendor/comlink.js";
import { largestDifference } from "../../core/difference.js";
import { startInference } from "../../engines/inference.js";
import { pictureOf, readTestDigits } from "../../input/test_digits.js";
import { predict, serverPrecision } from "./server.js";
import { ENOUGH, summaryOf } from "./samples.js";
import { Problem } from "./transport.js";
import { RETRY, wait } from "./wait.js";

/** Concurrent requests while throughput is measured: few enough that the server still answers other clients. */
export const AT_A_TIME = 4;

/** Number of pictures that are sent one at a time, to measure latency. */
export const ALONE = 50;

/**
 * @typedef {{label: number, probabilities: ArrayLike<number>, milliseconds: number}} Answer `label` is its index
 * @typedef {{answers: Answer[], seconds: number}} Answered `answers` may have holes; `seconds` is the time of all
 *   answers after the first `ALONE`
 * @typedef {{accuracy: number, p50: number, p95: number | null, throughput: number | null, n: number}} Side `accuracy`
 *   is 0 to 1; `p50` and `p95` are milliseconds of single requests, `p95` null if there are too few; `throughput` is in
 *   answers per second, null if the batch was stopped before it was measured
 * @typedef {{browser: Side, server: Side & {up: number, down: number, busy: number}, n: number, same: number,
 *   difference: number}} Batch `n` digits were answered by both sides, `same` of them with the same label; `up` and
 *   `down` are bytes of bodies; `busy` counts the retries because the server was busy
 * @typedef {{browser: number, server: number, waiting: string}} Progress answers so far; `waiting` is the reason for
 *   the current retry
 */

/**
 * Answers the first `count` test digits in a separate worker and then on the server, so that the two do not compete for
 * the CPU if both run on one machine.
 *
 * @param {import("../../answer/session.js").Loaded} loaded model of digits
 * @param {number} count
 * @param {import("./network.js").Profile} profile of the server's network
 * @param {AbortSignal} signal stops it
 * @param {(progress: Progress) => void} onProgress
 * @returns {Promise<Batch | undefined>} the results so far; undefined if it was stopped before the server had answered
 *   often enough
 * @throws {Problem} the server cannot answer, for another reason than being busy
 * @throws {Error} the images or the model could not be loaded
 */
export async function runBatch(loaded, count, profile, signal, onProgress) {
  const { images, labels } = await readTestDigits();
  const pictures = images.slice(0, count).map((image) => pictureOf(image, loaded.model.input));
  const progress = { browser: 0, server: 0, waiting: "" };
  const report = (/** @type {Partial<Progress>} */ more) => onProgress(Object.assign(progress, more));
  const browser = await inBrowser(loaded, pictures, signal, (done) => report({ browser: done }));
  const server = await onServer(loaded, pictures, profile, signal, (done, waiting) =>
    report({ server: done, waiting }),
  );
  const both = [...server.answers.keys()].filter((index) => server.answers[index] && browser.answers[index]);
  const [here, there] = [sideOf(browser, labels), sideOf(server, labels)];
  if (!here || !there) return undefined;
  const pairs = both.map((index) => [browser.answers[index], server.answers[index]]);
  return {
    browser: here,
    server: { ...there, up: server.up, down: server.down, busy: server.busy },
    n: both.length,
    same: pairs.filter(([a, b]) => a.label === b.label).length,
    difference: Math.max(...pairs.map(([a, b]) => largestDifference(a.probabilities, b.probabilities))),
  };
}

/**
 * Asks for an answer to each picture: the first `ALONE` one at a time, then `AT_A_TIME` concurrently.
 *
 * @param {Uint8ClampedArray[]} pictures
 * @param {AbortSignal} signal stops it
 * @param {(picture: Uint8ClampedArray, signal: AbortSignal) => Promise<Answer>} ask
 * @param {(done: number) => void} onDone
 * @returns {Promise<Answered>} the answers until it was stopped
 * @throws the first error of `ask`, which stops the others
 */
export async function askAll(pictures, signal, ask, onDone) {
  /** @type {Answer[]} with holes until all have arrived */
  const answers = [];
  let done = 0;
  const failure = new AbortController();
  const stopped = () => failure.abort();
  signal.addEventListener("abort", stopped);
  if (signal.aborted) stopped();

  /** @param {Iterable<[number, Uint8ClampedArray]>} queue */
  async function work(queue) {
    for (const [index, picture] of queue) {
      if (failure.signal.aborted) return;
      answers[index] = await ask(picture, failure.signal);
      onDone(++done);
    }
  }

  /** @param {number} atATime @param {[number, Uint8ClampedArray][]} some */
  function workAll(atATime, some) {
    const queue = some[Symbol.iterator](); // shared by all workers
    const worker = () =>
      work(queue).catch((error) => {
        failure.abort();
        throw error;
      });
    return Promise.allSettled(Array.from({ length: atATime }, worker));
  }

  const numbered = [...pictures.entries()];
  const alone = await workAll(1, numbered.slice(0, ALONE));
  const began = performance.now();
  const worked = [...alone, ...(await workAll(AT_A_TIME, numbered.slice(ALONE)))];
  signal.removeEventListener("abort", stopped);
  const failed = worked.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  const [first] = failed.filter(({ name }) => name !== "AbortError");
  if (first && !signal.aborted) throw first;
  return { answers, seconds: (performance.now() - began) / 1000 };
}

/**
 * @param {import("../../answer/session.js").Loaded} loaded
 * @param {Uint8ClampedArray[]} pictures
 * @param {AbortSignal} signal
 * @param {(done: number) => void} onDone
 */
async function inBrowser({ file, backend }, pictures, signal, onDone) {
  const { inference, unlessFailed, stop } = startInference();
  /** @param {Uint8ClampedArray} picture */
  async function ask(picture) {
    const asked = performance.now();
    const pixels = picture.slice();
    const { probabilities } = await inference.predict(transfer(pixels, [pixels.buffer]));
    return { label: indexOfBest(probabilities), probabilities, milliseconds: performance.now() - asked };
  }
  try {
    await unlessFailed(inference.load(file, backend));
    return await unlessFailed(askAll(pictures, signal, ask, onDone));
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
  const precision = serverPrecision(file);
  const sum = { up: 0, down: 0, busy: 0, done: 0 };

  /** @param {Uint8ClampedArray} picture @param {AbortSignal} signal */
  async function ask(picture, signal) {
    for (let pause = RETRY.first; ; pause = Math.min(pause * 2, RETRY.most)) {
      try {
        const { up, down, total, label, probabilities } = await predict(model, precision, picture, 0, profile, signal);
        sum.up += up;
        sum.down += down;
        return { label: model.labels.indexOf(label), probabilities, milliseconds: total };
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== "busy") throw error;
        sum.busy++;
        onDone(sum.done, error.message);
        await wait(pause, signal);
      }
    }
  }

  const answered = await askAll(pictures, signal, ask, (done) => onDone((sum.done = done), ""));
  return { ...answered, ...sum };
}

/**
 * @param {Answered} answered
 * @param {Uint8Array} labels
 * @returns {Side | undefined} undefined if there are too few answers
 */
export function sideOf({ answers, seconds }, labels) {
  const there = [...answers.keys()].filter((index) => answers[index]);
  const alone = there.filter((index) => index > 0 && index < ALONE).map((index) => answers[index].milliseconds);
  const summary = summaryOf(alone);
  if (!summary || summary.n < ENOUGH.typical) return undefined;
  const right = there.filter((index) => answers[index].label === labels[index]).length;
  const together = there.filter((index) => index >= ALONE).length;
  return {
    accuracy: right / there.length,
    p50: summary.p50,
    p95: summary.p95,
    throughput: together ? together / seconds : null,
    n: there.length,
  };
}

/** @param {Float32Array} probabilities */
const indexOfBest = (probabilities) => probabilities.indexOf(Math.max(...probabilities));

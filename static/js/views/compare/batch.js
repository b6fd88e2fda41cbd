/**
 * The same test digits on both sides: what each got right, and how fast. How long one answer takes is measured one at a
 * time on both; how many there are in a second is measured apart, each side as busy as it may be kept: the browser has
 * one worker, and the server gets some requests at once.
 */

import { transfer } from "../../../vendor/comlink.js";
import { startInference } from "../../engines/inference.js";
import { pictureOf, readTestDigits } from "../../input/test_digits.js";
import { largestDifference } from "./costs.js";
import { predict, serverPrecision } from "./server.js";
import { summaryOf } from "./samples.js";
import { Problem } from "./transport.js";
import { RETRY, wait } from "./wait.js";

/** Requests at a time while answers a second are counted, so that the server keeps answering others. */
export const AT_A_TIME = 4;

/** So many are answered one at a time, for how long an answer takes. */
export const ALONE = 50;

/**
 * @typedef {{label: number, probabilities: ArrayLike<number>, milliseconds: number}} Answer `label` is its place
 * @typedef {{answers: Answer[], seconds: number}} Answered `answers` may have holes; `seconds` are those of all after
 *   the first `ALONE`
 * @typedef {{accuracy: number, p50: number, p95: number | null, throughput: number | null, n: number}} Side `accuracy` is
 *   a share; p50 and p95, in milliseconds, are those of answers one at a time, p95 null of too few; `throughput` is in
 *   answers a second, null where it was stopped before
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
    let began = NaN;
    for (const [index, picture] of pictures.entries()) {
      if (signal.aborted) break;
      if (index === ALONE) began = performance.now();
      const asked = performance.now();
      const pixels = picture.slice();
      const { probabilities } = await inference.predict(transfer(pixels, [pixels.buffer]));
      answers.push({ label: placeOf(probabilities), probabilities, milliseconds: performance.now() - asked });
      onDone(answers.length);
    }
    return { answers, seconds: (performance.now() - began) / 1000 };
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
  const failure = new AbortController(); // the first that fails stops the others
  const stopped = () => failure.abort();
  signal.addEventListener("abort", stopped);
  if (signal.aborted) stopped();

  /** @param {Uint8ClampedArray} picture */
  async function ask(picture) {
    for (let pause = RETRY.first; ; pause = Math.min(pause * 2, RETRY.most)) {
      try {
        return await predict(model, precision, picture, 0, profile, failure.signal);
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== "busy") throw error;
        sum.busy++;
        onDone(sum.done, error.message);
        await wait(pause, failure.signal);
      }
    }
  }

  /** @param {Iterable<[number, Uint8ClampedArray]>} queue */
  async function work(queue) {
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

  /** @param {number} atATime @param {[number, Uint8ClampedArray][]} some */
  function workAll(atATime, some) {
    const queue = some[Symbol.iterator](); // all take from the one
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
  return { answers, seconds: (performance.now() - began) / 1000, ...sum };
}

/**
 * @param {Answered} answered
 * @param {Uint8Array} labels
 * @returns {Side}
 */
function sideOf({ answers, seconds }, labels) {
  const there = [...answers.keys()].filter((index) => answers[index]);
  const alone = there.filter((index) => index < ALONE).map((index) => answers[index].milliseconds);
  const { p50, p95 } = summaryOf(alone) ?? { p50: 0, p95: null };
  const right = there.filter((index) => answers[index].label === labels[index]).length;
  const together = there.length - alone.length;
  return {
    accuracy: right / there.length,
    p50,
    p95,
    throughput: together ? together / seconds : null,
    n: there.length,
  };
}

/** @param {Float32Array} probabilities */
const placeOf = (probabilities) => probabilities.indexOf(Math.max(...probabilities));

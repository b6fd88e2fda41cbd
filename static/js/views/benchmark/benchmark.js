/** Measures how long each engine and precision of a model takes on this device: a smaller file may be slower. */

import { messageOf } from "../../core/message.js";
import { transfer } from "../../../vendor/comlink.js";
import { filesOf } from "../../core/choice.js";
import { largestDifference } from "../../core/difference.js";
import { AUTOMATIC, BACKENDS, formatOf } from "../../core/engine_names.js";
import { percentiles } from "../../core/percentile.js";
import { top } from "../../core/probabilities.js";
import { startInference } from "../../engines/inference.js";
import { whyNot } from "../../engines/lacks.js";

const ROUNDS = 30;
/** Rounds that are not counted: code is compiled and memory is allocated then. */
const WARM_UP = 3;
/** A slow engine runs fewer rounds: none after this many milliseconds, but at least `LEAST`. */
const ENOUGH = 1500;
const LEAST = 10;

/** The 95th percentile of fewer answers would be noise. */
const FOR_P95 = 20;

/**
 * @typedef {import("../../core/engine_names.js").Backend} Backend
 * @typedef {import("../../core/catalog.js").File} File
 * @typedef {{load: number, first: number, p50: number, p95: number | null, answers: number}} Times milliseconds;
 *   `answers` is the number of answers after the warm-up, `p95` is null if there are too few
 * @typedef {{times: number, difference: number, same: boolean}} Beside what plain WebAssembly does with the same file:
 *   `times` as long, the largest `difference` of a probability, and whether the label is the `same`
 * @typedef {{backend: Backend, file?: File, times?: Times, beside?: Beside, problem?: string}} Row the times, or why there
 *   are none; without a file the engine runs none here. `beside` is missing if plain WebAssembly did not run
 * @typedef {{backend: Backend, worker: ReturnType<typeof startInference>, took: number[], load: number, first: number,
 *   answer: Float32Array, problem: string}} Started an engine with a file; `answer` is its first
 */

/** The engine that computes in WebAssembly on one thread. @param {import("../../core/engine_names.js").Format} format */
const plainOf = (format) => AUTOMATIC[format][0];

/**
 * Runs the same picture on every engine, one file after another. The engines that run a file take turns, so that
 * whatever slows down the device affects all of them. Each runs in a separate worker, which ends with the measurement;
 * the page keeps answering meanwhile.
 *
 * @param {import("../../core/catalog.js").Model} model
 * @param {Uint8ClampedArray} pixels RGBA, of the model's input size
 * @param {(file: File) => void} [onFile] called before the engines are measured with each file
 * @returns {AsyncGenerator<Row[]>} the rows of one file after another, plain WebAssembly first; after those of a format,
 *   its engines that cannot run here
 */
export async function* measure(model, pixels, onFile) {
  for (const format of /** @type {const} */ (["tfjs", "tflite"])) {
    const files = filesOf(model, plainOf(format));
    /** @type {Backend[]} */
    const able = [];
    /** @type {Row[]} */
    const unable = [];
    for (const backend of BACKENDS.filter((each) => files.length && formatOf(each) === format)) {
      const problem = await whyNot(backend);
      if (problem) unable.push({ backend, problem });
      else able.push(backend);
    }
    for (const file of files) {
      onFile?.(file);
      yield await measureFile(file, able, pixels);
    }
    yield unable;
  }
}

/**
 * @param {File} file
 * @param {Backend[]} backends
 * @param {Uint8ClampedArray} pixels
 * @returns {Promise<Row[]>}
 */
async function measureFile(file, backends, pixels) {
  /** @type {Started[]} */
  const started = [];
  try {
    for (const backend of backends) started.push(await start(file, backend, pixels));
    await takeTurns(
      started.filter(({ problem }) => !problem),
      pixels,
    );
  } finally {
    for (const { worker } of started) worker.stop();
  }
  const plain = started.find(({ backend, problem }) => backend === plainOf(formatOf(backend)) && !problem);
  return started.map((one) => rowOf(file, one, plain));
}

/** The turns of an engine that fails end with its problem. @param {Started[]} running @param {Uint8ClampedArray} pixels */
async function takeTurns(running, pixels) {
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    // each round begins with another engine, because the threads of one may still wait for work when the next one runs
    for (const one of running.map((_, turn) => running[(round + turn) % running.length])) {
      const { worker, took, problem } = one;
      if (problem || (took.length >= LEAST && sum(took) > ENOUGH)) continue;
      try {
        const { milliseconds } = await ask(worker, pixels);
        if (round >= WARM_UP) took.push(milliseconds);
      } catch (error) {
        one.problem = messageOf(error);
      }
    }
  }
}

/**
 * @param {File} file
 * @param {Started} started
 * @param {Started} [plain]
 * @returns {Row}
 */
function rowOf(file, { backend, took, load, first, answer, problem }, plain) {
  if (problem) return { backend, file, problem };
  const times = { load, first, ...percentilesOf(took), answers: took.length };
  return { backend, file, times, beside: plain && besideOf({ took, answer }, plain) };
}

/**
 * @param {{took: number[], answer: ArrayLike<number>}} one
 * @param {{took: number[], answer: ArrayLike<number>}} plain
 * @returns {Beside}
 */
export function besideOf(one, plain) {
  const [mine, its] = [one, plain].map(({ took }) => percentilesOf(took).p50);
  const [label, other] = [one, plain].map(({ answer }) => top(answer, 1)[0]);
  return { times: mine / its, difference: largestDifference(one.answer, plain.answer), same: label === other };
}

/**
 * @param {File} file
 * @param {Backend} backend
 * @param {Uint8ClampedArray} pixels
 * @returns {Promise<Started>}
 */
async function start(file, backend, pixels) {
  const worker = startInference();
  const none = { backend, worker, took: [], load: 0, first: 0, answer: new Float32Array(), problem: "" };
  try {
    const before = performance.now();
    await worker.unlessFailed(worker.inference.load(file, backend));
    const load = performance.now() - before;
    const { milliseconds, probabilities } = await ask(worker, pixels);
    return { ...none, load, first: milliseconds, answer: probabilities };
  } catch (error) {
    return { ...none, problem: messageOf(error) };
  }
}

/**
 * @param {ReturnType<typeof startInference>} worker
 * @param {Uint8ClampedArray} pixels
 */
async function ask({ inference, unlessFailed }, pixels) {
  const copy = pixels.slice();
  return unlessFailed(inference.predict(transfer(copy, [copy.buffer])));
}

/** @param {number[]} took */
export function percentilesOf(took) {
  const [p50, p95] = percentiles(took, 50, 95);
  return { p50, p95: took.length < FOR_P95 ? null : p95 };
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}

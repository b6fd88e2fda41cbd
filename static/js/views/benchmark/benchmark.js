/** Measures how long each engine and precision of a model takes on this device: a smaller file may be slower. */

import { transfer } from "../../../vendor/comlink.js";
import { filesOf } from "../../core/choice.js";
import { BACKENDS } from "../../core/engine_names.js";
import { startInference } from "../../engines/inference.js";
import { percentiles } from "../../core/percentile.js";

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
 * @typedef {{load: number, first: number, p50: number, p95: number | null, answers: number}} Times milliseconds;
 *   `answers` is the number of answers after the warm-up, `p95` is null if there are too few
 * @typedef {{backend: Backend, file: import("../../core/catalog.js").File, times?: Times, problem?: string}} Row the
 *   times, or why there are none
 */

/**
 * Runs the same picture on every engine, one engine after another. The precisions of an engine take turns, so that
 * whatever slows down the device affects all of them. Each runs in a separate worker, which ends with the measurement;
 * the page keeps answering meanwhile.
 *
 * @param {import("../../core/catalog.js").Model} model
 * @param {Uint8ClampedArray} pixels RGBA, of the model's input size
 * @param {(backend: Backend) => void} [onEngine] called before each engine is measured
 * @returns {AsyncGenerator<Row[]>} the rows of one engine after another, in the catalog's order
 */
export async function* measure(model, pixels, onEngine) {
  for (const backend of BACKENDS) {
    onEngine?.(backend);
    yield await measureEngine(model, backend, pixels);
  }
}

/**
 * @param {import("../../core/catalog.js").Model} model
 * @param {Backend} backend
 * @param {Uint8ClampedArray} pixels
 * @returns {Promise<Row[]>}
 */
async function measureEngine(model, backend, pixels) {
  /** @type {ReturnType<typeof startInference>[]} */
  const workers = [];
  try {
    const started = [];
    for (const file of filesOf(model, backend)) {
      const worker = startInference();
      workers.push(worker);
      started.push(await start(worker, file, backend, pixels));
    }
    const running = started.filter((one) => !one.problem);
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      for (const { worker, took } of running) {
        if (took.length >= LEAST && sum(took) > ENOUGH) continue;
        const milliseconds = await ask(worker, pixels);
        if (round >= WARM_UP) took.push(milliseconds);
      }
    }
    return started.map(({ file, problem, load, first, took }) =>
      problem
        ? { backend, file, problem }
        : {
            backend,
            file,
            times: { load, first, ...percentilesOf(took), answers: took.length },
          },
    );
  } finally {
    for (const { stop } of workers) stop();
  }
}

/**
 * @param {ReturnType<typeof startInference>} worker
 * @param {import("../../core/catalog.js").File} file
 * @param {Backend} backend
 * @param {Uint8ClampedArray} pixels
 */
async function start(worker, file, backend, pixels) {
  /** @type {number[]} */
  const took = [];
  try {
    const before = performance.now();
    await Promise.race([worker.inference.load(file, backend), worker.failed]);
    const load = performance.now() - before;
    return { worker, file, took, load, first: await ask(worker, pixels), problem: "" };
  } catch (error) {
    return { worker, file, took, load: 0, first: 0, problem: /** @type {Error} */ (error).message };
  }
}

/**
 * @param {ReturnType<typeof startInference>} worker
 * @param {Uint8ClampedArray} pixels
 */
async function ask({ inference }, pixels) {
  const copy = pixels.slice();
  return (await inference.predict(transfer(copy, [copy.buffer]))).milliseconds;
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

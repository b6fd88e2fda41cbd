/** Measures a model of the reader's on each engine of its format, each in a worker that ends afterwards. */

import { messageOf } from "../../core/message.js";
import { BACKENDS, formatOf } from "../../core/engine_names.js";
import { percentiles } from "../../core/percentile.js";
import { whyNot } from "../../engines/lacks.js";
import { startOwn } from "../../own/own_inference.js";

const ROUNDS = 20;
/** Rounds that are not counted: code is compiled and memory is allocated then. */
const WARM_UP = 2;
/** A slow engine runs fewer rounds: none after this many milliseconds, but at least `LEAST`. */
const ENOUGH = 1500;
const LEAST = 3;

/**
 * @typedef {import("../../core/engine_names.js").Backend} Backend
 * @typedef {{backend: Backend, load: number, first: number, typical: number, memory?: number} |
 *   {backend: Backend, problem: string}} Speed milliseconds, and bytes of WebAssembly
 */

/** @param {"tflite" | "tfjs"} format */
export const backendsOf = (format) => BACKENDS.filter((backend) => formatOf(backend) === format);

/**
 * @param {File[]} files
 * @param {Backend} backend
 * @param {Uint8ClampedArray} pixels
 * @param {import("../../own/adapter.js").Adapting} adapting
 * @returns {Promise<Speed>}
 */
export async function measure(files, backend, pixels, adapting) {
  const lack = await whyNot(backend);
  if (lack) return { backend, problem: lack };
  const own = startOwn();
  try {
    await own.read(files);
    await own.start(backend);
    const start = performance.now();
    await own.load(backend);
    const load = performance.now() - start;
    const { milliseconds: first } = await own.answer(pixels, adapting);
    /** @type {number[]} */
    const took = [];
    let sum = 0;
    for (let round = 0; round < WARM_UP + ROUNDS && (took.length < LEAST || sum < ENOUGH); round++) {
      const { milliseconds } = await own.answer(pixels, adapting);
      if (round >= WARM_UP) took.push(milliseconds);
      sum += milliseconds;
    }
    const [typical] = percentiles(took, 50);
    const isWasm = backend === "wasm" || backend === "litert"; // threads share another, and the rest has none
    return { backend, load, first, typical, memory: isWasm ? await own.memory() : undefined };
  } catch (error) {
    return { backend, problem: messageOf(error) };
  } finally {
    own.stop();
  }
}

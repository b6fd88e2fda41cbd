import { transfer } from "../../vendor/comlink.js";
import { findModel, loadCatalog } from "../core/catalog.js";
import { defaultOf } from "../core/choice.js";
import { once } from "../core/once.js";
import { startInference } from "../engines/inference.js";
import { load } from "../engines/loading.js";
import { timesOf } from "../answer/session.js";

/**
 * The engine and its models in the Gradio app: one worker for all tabs.
 *
 * @typedef {import("../core/choice.js").File} File
 * @typedef {import("../core/catalog.js").Model} Model
 * @typedef {{model: Model, file: File}} Loaded
 * @typedef {(model: Model, file: File) => void} OnLoading called before a model is loaded
 */

/** @type {ReturnType<typeof startInference> | undefined} */
let worker;
const catalog = once(loadCatalog);
/** @type {Loaded | undefined} */
let loaded;
/** The last queued task. Tasks run one at a time, because the worker has one model. @type {Promise<unknown>} */
let last = Promise.resolve();

/** Whether a model is loaded. @param {string} name */
export function isReady(name) {
  return loaded?.model.name === name;
}

/** The model that is being loaded. @type {Loaded | undefined} */
let loading;
/** @type {Set<(loading: Loaded) => void>} */
const listeners = new Set();

/**
 * Loads a model in place of the previous one, unless it is already loaded.
 *
 * @param {string} name
 * @param {OnLoading} [onLoading]
 * @returns {Promise<Loaded>}
 */
export async function use(name, onLoading) {
  const listener = (/** @type {Loaded} */ { model, file }) => model.name === name && onLoading?.(model, file);
  listeners.add(listener);
  if (loading) listener(loading);
  try {
    return await enqueue(() => loadedModel(name));
  } finally {
    listeners.delete(listener);
  }
}

/**
 * @param {string} name of the model, which is loaded first if necessary
 * @param {Uint8ClampedArray} pixels RGBA, of the model's size
 * @param {{resize: number, ready: number}} since `resize`: milliseconds that the picture took to have this size;
 *   `ready`: when that was done, on the clock of `performance.now()`
 */
export function predict(name, pixels, { resize, ready }) {
  return enqueue(async () => {
    const { model, file } = await loadedModel(name);
    const copy = pixels.slice();
    const { inference, unlessFailed } = runningWorker();
    const answered = await unlessFailed(inference.predict(transfer(copy, [copy.buffer])));
    const { total, ...parts } = timesOf(answered, ready - resize, ready, performance.now());
    return { model, file, probabilities: answered.probabilities, parts, total };
  });
}

/** @template T @param {() => Promise<T>} task @returns {Promise<T>} */
function enqueue(task) {
  const mine = last.catch(() => {}).then(task);
  last = mine;
  return mine;
}

/** @param {string} name @returns {Promise<Loaded>} */
async function loadedModel(name) {
  if (loaded?.model.name === name) return loaded;
  const choice = defaultOf(findModel(await catalog(), name));
  loading = choice;
  for (const listener of listeners) listener(loading);
  loaded = undefined;
  try {
    const { inference, unlessFailed } = runningWorker();
    const { file } = await unlessFailed(load(inference, choice));
    const [, height, width] = choice.model.input;
    const blank = new Uint8ClampedArray(height * width * 4);
    await unlessFailed(inference.predict(blank)); // warm-up: the first inference takes longer
    loaded = { model: choice.model, file };
    return loaded;
  } finally {
    loading = undefined;
  }
}

function runningWorker() {
  if (worker) return worker;
  worker = startInference();
  worker.failed.catch(() => (worker = loaded = undefined)); // the next question starts another
  return worker;
}

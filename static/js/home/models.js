import { transfer } from "../../vendor/comlink.js";
import { findModel, loadCatalog } from "../core/catalog.js";
import { defaultOf } from "../core/choice.js";
import { startInference } from "../engines/inference.js";
import { load } from "../engines/loading.js";
import { timesOf } from "../answer/session.js";

/**
 * The page's engine and its models in the Gradio app: one worker for all tabs.
 *
 * @typedef {import("../core/choice.js").File} File
 * @typedef {import("../core/catalog.js").Model} Model
 * @typedef {{model: Model, file: File}} Loaded
 * @typedef {(model: Model, file: File) => void} OnLoading hears what is loaded, before it is
 */

/** @type {ReturnType<typeof startInference> | undefined} */
let worker;
/** @type {ReturnType<typeof loadCatalog> | undefined} */
let catalog;
/** @type {Loaded | undefined} */
let loaded;
/** One at a time, for the worker has one model. @type {Promise<unknown>} */
let before = Promise.resolve();

/** Whether a model would answer at once. @param {string} name */
export function isReady(name) {
  return loaded?.model.name === name;
}

/** What is being loaded now, for whoever waits for it. @type {Loaded | undefined} */
let coming;
/** @type {Set<(coming: Loaded) => void>} */
const listeners = new Set();

/**
 * Loads a model in place of the one before, unless it is there.
 *
 * @param {string} name
 * @param {OnLoading} [onLoading]
 * @returns {Promise<Loaded>}
 */
export async function use(name, onLoading) {
  const hear = (/** @type {Loaded} */ { model, file }) => model.name === name && onLoading?.(model, file);
  listeners.add(hear);
  if (coming) hear(coming);
  try {
    return await inTurn(() => used(name));
  } finally {
    listeners.delete(hear);
  }
}

/**
 * @param {string} name of the model, which is loaded first where it is not there
 * @param {Uint8ClampedArray} pixels RGBA, of the model's size
 * @param {{resize: number, ready: number}} since `resize`: milliseconds that the picture took to have this size;
 *   `ready`: when it had it, on the clock of `performance.now()`
 */
export function predict(name, pixels, { resize, ready }) {
  return inTurn(async () => {
    const { model, file } = await used(name);
    const copy = pixels.slice();
    const { inference, failed } = working();
    const answered = await Promise.race([inference.predict(transfer(copy, [copy.buffer])), failed]);
    const { total, ...parts } = timesOf(answered, ready - resize, ready, performance.now());
    return { model, file, probabilities: answered.probabilities, parts, total };
  });
}

/** @template T @param {() => Promise<T>} task @returns {Promise<T>} */
function inTurn(task) {
  const mine = before.catch(() => {}).then(task);
  before = mine;
  return mine;
}

/** @param {string} name @returns {Promise<Loaded>} */
async function used(name) {
  if (loaded?.model.name === name) return loaded;
  catalog ??= loadCatalog().catch((error) => {
    catalog = undefined; // the next question tries again
    throw error;
  });
  const choice = defaultOf(findModel(await catalog, name));
  coming = choice;
  for (const hear of listeners) hear(coming);
  loaded = undefined;
  try {
    const { inference, failed } = working();
    const { file } = await Promise.race([load(inference, choice), failed]);
    const [, height, width] = choice.model.input;
    await inference.predict(new Uint8ClampedArray(height * width * 4)); // the first takes longer than all others
    loaded = { model: choice.model, file };
    return loaded;
  } finally {
    coming = undefined;
  }
}

function working() {
  worker ??= startInference();
  worker.failed.catch(() => (worker = undefined));
  return worker;
}

/**
 * Loads the engine when it is first used.
 *
 * @typedef {typeof import("./models.js")} Models
 */

/** @type {Models | undefined} */
let models;
/** @type {Promise<Models> | undefined} */
let loading;

function start() {
  loading ??= import("./models.js").then(
    (module) => (models = module),
    (error) => {
      loading = undefined; // the next question tries again
      throw error;
    },
  );
  return loading;
}

/** Whether a model is loaded. @param {string} name */
export function isReady(name) {
  return !!models?.isReady(name);
}

/** @type {Models["use"]} */
export async function use(...about) {
  return (await start()).use(...about);
}

/** @type {Models["predict"]} */
export async function predict(...about) {
  return (await start()).predict(...about);
}

/**
 * The page's engine, which is fetched when it is first asked for.
 *
 * @typedef {typeof import("./models.js")} Models
 */

/** @type {Models | undefined} */
let models;
/** @type {Promise<Models> | undefined} */
let coming;

function start() {
  coming ??= import("./models.js").then(
    (module) => (models = module),
    (error) => {
      coming = undefined; // the next question tries again
      throw error;
    },
  );
  return coming;
}

/** Whether a model would answer at once. @param {string} name */
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

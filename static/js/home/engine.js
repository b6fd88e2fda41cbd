import { once } from "../core/once.js";

/**
 * Loads the engine when it is first used.
 *
 * @typedef {typeof import("./models.js")} Models
 */

/** @type {Models | undefined} */
let models;
const start = once(async () => (models = await import("./models.js")));

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

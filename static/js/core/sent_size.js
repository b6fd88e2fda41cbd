import { PAGE } from "./addresses.js";
import { once } from "./once.js";

const SIZES = new URL("vendor/sizes.json", PAGE);

/**
 * What a host sends of each engine, and of each model's TensorFlow.js files, in Brotli.
 *
 * @typedef {{engines: Record<string, number>, models: Record<string, Record<string, number>>}} Sizes bytes; of a model
 *   by its version, then by the precision of its files
 * @type {() => Promise<Sizes>}
 */
export const loadSizes = once(async () => (await fetch(SIZES)).json());

/**
 * @param {Sizes | undefined} sizes undefined if the list could not be loaded
 * @param {Pick<import("./catalog.js").Model, "version">} model
 * @param {Pick<import("./catalog.js").File, "format" | "precision" | "bytes">} file of that model
 * @returns {number} the bytes that a host sends: those of the file itself if it is not in the list, as a `.tflite` is not
 */
export function sentSize(sizes, { version }, { format, precision, bytes }) {
  return (format === "tfjs" && sizes?.models[version]?.[precision]) || bytes;
}

/** Which files there are on this host: those that are too large to be committed may have been built here, or not. */

import { requestOf } from "./catalog.js";

/**
 * @typedef {import("./catalog.js").Catalog} Catalog
 * @typedef {import("./catalog.js").File} File
 * @typedef {ReadonlySet<string>} Hosted paths of those that were looked for and found
 */

/** What the page's engines run. */
const FORMATS = ["tfjs", "tflite"];

/** Before anything was looked for. @type {Hosted} */
export const NONE = new Set();

/**
 * Whether a file can be chosen. Where no file has to be built, none is looked for.
 *
 * @param {File} file
 * @param {Hosted} hosted
 */
export function isHere({ command, withheld, path }, hosted) {
  return !withheld && (!command || hosted.has(path));
}

/**
 * Looks for the files that have to be built, on this host and among what this device keeps.
 *
 * @param {Catalog} catalog
 * @returns {Promise<Hosted>}
 */
export async function findHosted(catalog) {
  const built = catalog.models.flatMap(({ files }) =>
    files.filter(({ format, command, withheld }) => FORMATS.includes(format) && command && !withheld),
  );
  const found = await Promise.all(built.map(async (file) => ((await isThere(file)) ? [file.path] : [])));
  return new Set(found.flat());
}

/** @param {File} file */
async function isThere(file) {
  const { url } = requestOf(file);
  const response = await fetch(url, { method: "HEAD" }).catch(() => undefined);
  return response?.ok || !!(await globalThis.caches?.match(url));
}

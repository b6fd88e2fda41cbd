/** Which files are available on this host: those that are too large to be committed may or may not have been built. */

import { requestOf } from "./catalog.js";

/**
 * @typedef {import("./catalog.js").Catalog} Catalog
 * @typedef {import("./catalog.js").File} File
 * @typedef {ReadonlySet<string>} Hosted paths of the files that have to be built and were found
 */

/** The formats that the page's engines run. */
const FORMATS = ["tfjs", "tflite"];

/** The value before `findHosted` has run. @type {Hosted} */
export const NONE = new Set();

/**
 * Whether a file can be chosen: it is published, and either committed or found on this host.
 *
 * @param {File} file
 * @param {Hosted} hosted
 */
export function isAvailable({ command, withheld, path }, hosted) {
  return !withheld && (!command || hosted.has(path));
}

/**
 * Looks for the files that have to be built, on this host and in this device's cache.
 *
 * @param {Catalog} catalog
 * @returns {Promise<Hosted>}
 */
export async function findHosted(catalog) {
  const built = catalog.models.flatMap(({ files }) =>
    files.filter(({ format, command, withheld }) => FORMATS.includes(format) && command && !withheld),
  );
  const found = await Promise.all(built.map(async (file) => ((await exists(file)) ? [file.path] : [])));
  return new Set(found.flat());
}

/** @param {File} file */
async function exists(file) {
  const { url } = requestOf(file);
  const response = await fetch(url, { method: "HEAD" }).catch(() => undefined);
  return response?.ok || !!(await globalThis.caches?.match(url));
}

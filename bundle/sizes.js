/**
 * What a device downloads for each engine and model: the files in Brotli, as this project's server and most hosts send
 * them.
 */

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { smaller } from "./encodings.js";

/**
 * The sizes are rounded up, because versions of Brotli differ by a few bytes.
 *
 * @param {string} vendor
 * @param {string} committed the same folder in `static/`, where the compressed files are
 * @param {Record<string, string[]>} first engine -> its files, for engines that the page starts with
 * @param {Record<string, import("./engines.js").Part[]>} later the other engines
 * @returns {Promise<Record<string, number>>} bytes, rounded to thousands
 */
export async function engineSizes(vendor, committed, first, later) {
  const others = Object.entries(later).map(([engine, parts]) => [engine, parts.map(({ url }) => url.slice(7))]);
  const all = Object.entries({ ...first, ...Object.fromEntries(others) }).map(async ([engine, names]) => {
    return [
      engine,
      await total(
        names.map((name) => [join(committed, name), join(vendor, name)]),
        1000,
      ),
    ];
  });
  return Object.fromEntries(await Promise.all(all));
}

/**
 * @param {string} folder of the models
 * @returns {Promise<Record<string, Record<string, number>>>} version of a model -> precision of its TensorFlow.js files
 *   -> bytes, rounded to hundreds
 */
export async function modelSizes(folder) {
  /** @type {import("../catalog/schema").Catalog} */
  const catalog = JSON.parse(await readFile(join(folder, "catalog.json"), "utf8"));
  const all = catalog.models.map(async ({ version, files }) => {
    const sizes = files.filter(isHere).map(async ({ precision, path, parts }) => {
      const places = [path, ...parts.map((part) => part.path)].map((each) => join(folder, each));
      return [
        precision,
        await total(
          places.map((place) => [place, place]),
          100,
        ),
      ];
    });
    return [version, Object.fromEntries(await Promise.all(sizes))];
  });
  return Object.fromEntries(await Promise.all(all));
}

/** Whether every clone has it. @param {import("../catalog/schema").File} file */
const isHere = ({ format, command, withheld }) => format === "tfjs" && !command && !withheld;

/**
 * @param {[committed: string, path: string][]} files each with the path in `static/`, where its compressed file is
 * @param {number} step
 * @returns {Promise<number>} bytes, rounded up to a multiple of `step`
 */
async function total(files, step) {
  const sizes = files.map(async ([committed, path]) => {
    const content = await readFile(path);
    return ((await smaller(committed, content, ".br")) ?? content).length;
  });
  return Math.ceil((await Promise.all(sizes)).reduce((sum, each) => sum + each, 0) / step) * step;
}

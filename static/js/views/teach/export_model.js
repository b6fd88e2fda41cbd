/** Packs what was learned as a TF.js model, from the published files of the features. */

import { zipSync } from "../../../vendor/fflate.js";
import { requestOf } from "../../core/catalog.js";
import { joined, modelOf, WEIGHTS } from "./tfjs_model.js";
import { t } from "./words.js";

/**
 * @param {import("../../core/catalog.js").File} file of the features
 * @param {import("./ridge.js").Head} head
 * @param {string[]} labels
 * @returns {Promise<Blob>} a ZIP archive with `model.json`, its weights, and the labels in the order of the outputs
 */
export async function packed(file, head, labels) {
  const main = { ...file, bytes: 0 };
  const [graph, ...weights] = await Promise.all([main, ...file.parts].map(content));
  const model = modelOf(JSON.parse(new TextDecoder().decode(graph)), joined(weights), head);
  const utf8 = new TextEncoder();
  return archive({
    "model.json": utf8.encode(JSON.stringify(model.graph)),
    [WEIGHTS]: model.weights,
    "labels.txt": utf8.encode(labels.map((label) => `${label}\n`).join("")),
  });
}

/**
 * Without compression, for a model's weights hardly compress, and without the time, so that the same model gives the
 * same archive.
 *
 * @param {Record<string, Uint8Array>} files name -> content
 */
export function archive(files) {
  return new Blob([zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) })], { type: "application/zip" });
}

/** @param {import("../../core/catalog.js").Part} part */
async function content(part) {
  const response = await fetch(requestOf(part));
  if (!response.ok) throw new Error(t("failed", { file: part.path, status: response.status }));
  return new Uint8Array(await response.arrayBuffer());
}

/** Packs what was learned as a TF.js model, from the published files of the features. */

import { requestOf } from "../../core/catalog.js";
import { joined, modelOf, WEIGHTS } from "./tfjs_model.js";
import { t } from "./words.js";
import { zip } from "./zip.js";

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
  return zip([
    { name: "model.json", content: utf8.encode(JSON.stringify(model.graph)) },
    { name: WEIGHTS, content: model.weights },
    { name: "labels.txt", content: utf8.encode(labels.map((label) => `${label}\n`).join("")) },
  ]);
}

/** @param {import("../../core/catalog.js").Part} part */
async function content(part) {
  const response = await fetch(requestOf(part));
  if (!response.ok) throw new Error(t("failed", { file: part.path, status: response.status }));
  return new Uint8Array(await response.arrayBuffer());
}

/** TFLite metadata: what the author of a `.tflite` says about it. `export/formats/metadata.py` writes the same. */

import { byteOf, floatsOf, rootOf, tableOf, tablesOf, textOf } from "./flatbuffer.js";
import { labelsIn } from "./labels.js";
import { fileIn } from "./zip.js";

/**
 * @typedef {{mean: number[], std: number[]}} Normalization the model takes (pixel - mean) / std; a number for all
 *   channels, or one for each
 * @typedef {{title: string, description: string, author: string, licence: string, normalization?: Normalization,
 *   labels?: string[]}} Metadata "" for what it does not say
 */

const MODEL = { name: 0, description: 1, subgraphs: 3, author: 4, licence: 5 };
const SUBGRAPH = { inputs: 2, outputs: 3 };
const TENSOR = { units: 4, files: 6 };
const FILE = { name: 0, type: 2 };
/** Types of files whose lines are the labels of an output: of its axis, or of its values. */
const LABELS = [2, 3];
const NORMALIZATION = 1;

/**
 * @param {Uint8Array | undefined} bytes of the metadata
 * @param {Uint8Array} model the whole file, with an archive at its end
 * @returns {Promise<Metadata>}
 */
export async function metadataOf(bytes, model) {
  if (!bytes?.length) return { title: "", description: "", author: "", licence: "" };
  const root = rootOf(bytes);
  const [graph] = tablesOf(root, MODEL.subgraphs);
  const [[input], [output]] = graph ? [tablesOf(graph, SUBGRAPH.inputs), tablesOf(graph, SUBGRAPH.outputs)] : [[], []];
  const normalization = input && normalizationOf(input);
  const labels = output && (await labelsOf(output, model));
  return {
    title: textOf(root, MODEL.name, 100),
    description: textOf(root, MODEL.description),
    author: textOf(root, MODEL.author, 100),
    licence: textOf(root, MODEL.licence, 100),
    ...(normalization && { normalization }),
    ...(labels && { labels }),
  };
}

/** @param {import("./flatbuffer.js").Table} tensor @returns {Normalization | undefined} */
function normalizationOf(tensor) {
  const unit = tablesOf(tensor, TENSOR.units).find((each) => byteOf(each, 0) === NORMALIZATION);
  const options = unit && tableOf(unit, 1);
  if (!options) return undefined;
  const [mean, std] = [floatsOf(options, 0), floatsOf(options, 1)];
  const usable = [mean, std].every((each) => [1, 3].includes(each.length) && each.every(Number.isFinite));
  return usable && !std.includes(0) ? { mean, std } : undefined;
}

/** @param {import("./flatbuffer.js").Table} tensor @param {Uint8Array} model */
async function labelsOf(tensor, model) {
  const file = tablesOf(tensor, TENSOR.files).find((each) => LABELS.includes(byteOf(each, FILE.type)));
  if (!file) return undefined;
  const content = await fileIn(model, textOf(file, FILE.name, 200));
  return content && labelsIn(new TextDecoder().decode(content));
}

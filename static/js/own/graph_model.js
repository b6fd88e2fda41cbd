/** Reads a TF.js graph model from files that the reader chose. Nothing is requested: every file must be among them. */

import { countText } from "../core/count.js";
import { FILE_BYTES, JSON_BYTES } from "./limits.js";
import { Damaged, Refused } from "./words.js";

/**
 * @typedef {import("./tflite.js").Tensor} Tensor
 * @typedef {{modelTopology: any, weightSpecs: any[], weightData: ArrayBuffer, signature?: any, format: string}} Artifacts
 *   as TF.js takes them
 * @typedef {{inputs: Tensor[], outputs: {name: string}[], operators: string[], artifacts: Artifacts}} GraphModel
 */

const DTYPES = new Map([
  ["DT_FLOAT", "float32"],
  ["DT_INT32", "int32"],
  ["DT_BOOL", "bool"],
  ["DT_STRING", "string"],
]);
/** Bytes of a number, by its type or the type that it is stored as. */
const BYTES = new Map([
  ["float32", 4],
  ["int32", 4],
  ["float16", 2],
  ["uint16", 2],
  ["uint8", 1],
  ["bool", 1],
]);

/**
 * @param {File} json
 * @param {File[]} others the reader's further files
 * @returns {Promise<GraphModel>}
 */
export async function readGraphModel(json, others) {
  if (json.size > JSON_BYTES) throw new Damaged("bytes", { bytes: json.size, most: JSON_BYTES });
  const model = parsed(await json.text());
  if (model.format === "layers-model" || model.modelTopology?.model_config)
    throw new Refused("layers", { name: json.name });
  const topology = model.modelTopology;
  if (!Array.isArray(topology?.node) || !Array.isArray(model.weightsManifest)) throw new Damaged("topology");
  const weightSpecs = model.weightsManifest.flatMap((/** @type {any} */ group) => group?.weights ?? []);
  const weightData = await weightsOf(json, model.weightsManifest, others);
  checkWeights(weightSpecs, weightData.byteLength);
  const signature = model.signature ?? model.userDefinedMetadata?.signature;
  const graphs = [topology, model.modelInitializer, ...list(topology.library?.function)];
  const nodes = graphs.flatMap((graph) => [...list(graph?.node), ...list(graph?.nodeDef)]);
  return {
    ...endsOf(topology, signature),
    operators: [...new Set(nodes.map((node) => String(node?.op).slice(0, 100)))],
    artifacts: { modelTopology: topology, weightSpecs, weightData, signature, format: "graph-model" },
  };
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    throw new Damaged("json");
  }
}

/** @param {any} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value : []);

/**
 * The weights, which are in one or more files. Only the name of a path counts: its folders are the converter's.
 *
 * @param {File} json
 * @param {any[]} manifest
 * @param {File[]} others
 */
async function weightsOf(json, manifest, others) {
  const names = manifest.flatMap((group) => list(group?.paths)).map((path) => String(path).split("/").pop() ?? "");
  const missing = names.filter((name) => !others.some((file) => file.name === name));
  if (missing.length) throw new Refused("weights", { name: json.name, files: missing.slice(0, 5).join(", ") });
  const parts = names.map((name) => /** @type {File} */ (others.find((file) => file.name === name)));
  const bytes = parts.reduce((sum, { size }) => sum + size, 0); // a small file may be named many times
  if (bytes > FILE_BYTES) throw new Refused("large", { bytes: countText(bytes), most: countText(FILE_BYTES) });
  return new Blob(parts).arrayBuffer();
}

/** Checks that the weights are where the file says, before TF.js reads them. @param {any[]} specs @param {number} bytes */
function checkWeights(specs, bytes) {
  let needed = 0;
  for (const { name, shape, dtype, quantization } of specs) {
    const width = BYTES.get(quantization?.dtype ?? dtype);
    const size = list(shape).reduce((product, each) => product * each, 1);
    if (!width || !Number.isSafeInteger(size) || size < 0)
      throw new Damaged("weight", { name: String(name).slice(0, 100), dtype: String(dtype).slice(0, 20), count: size });
    needed += width * size;
    if (needed > bytes) throw new Damaged("short", { bytes });
  }
}

/**
 * The inputs and outputs: those of the signature, or without one the placeholders and the nodes that no other uses.
 *
 * @param {any} topology
 * @param {any} signature
 * @returns {{inputs: Tensor[], outputs: {name: string}[]}}
 */
function endsOf(topology, signature) {
  const named = Object.entries(signature?.inputs ?? {});
  const outputs = Object.keys(signature?.outputs ?? {});
  const used = new Set(topology.node.flatMap((/** @type {any} */ node) => list(node?.input).map(nodeIn)));
  const placeholders = topology.node.filter((/** @type {any} */ node) => node?.op === "Placeholder");
  return {
    inputs: named.length
      ? named.map(([name, about]) => tensor(name, about?.dtype, about?.tensorShape))
      : placeholders.map((/** @type {any} */ { name, attr }) => tensor(name, attr?.dtype?.type, attr?.shape?.shape)),
    outputs: (outputs.length
      ? outputs
      : topology.node.map((/** @type {any} */ { name }) => name).filter((/** @type {string} */ name) => !used.has(name))
    ).map((/** @type {unknown} */ name) => ({ name: String(name).slice(0, 100) })),
  };
}

/** "node:0" and "^node" name the node. @param {unknown} input */
const nodeIn = (input) => String(input).replace(/^\^/, "").split(":")[0];

/** @param {unknown} name @param {unknown} dtype @param {any} shape @returns {Tensor} */
function tensor(name, dtype, shape) {
  return {
    name: String(name).slice(0, 100),
    shape: list(shape?.dim).map(({ size }) => Number(size)),
    dtype: DTYPES.get(String(dtype)) ?? String(dtype).slice(0, 20),
  };
}

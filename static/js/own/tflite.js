/** Reads what the page must know of a `.tflite`: its input, its output, its operators, and its metadata. */

import {
  byteOf,
  bytesOf,
  floatsOf,
  intOf,
  intsOf,
  longsOf,
  placeOf,
  rootOf,
  tableOf,
  tablesOf,
  textOf,
} from "./flatbuffer.js";
import { metadataOf } from "./metadata.js";
import { Damaged } from "./words.js";

/**
 * @typedef {import("./flatbuffer.js").Table} Table
 * @typedef {{scale: number, zero: number}} Quantization real = scale * (number - zero)
 * @typedef {{name: string, shape: number[], dtype: string, quantization?: Quantization}} Tensor `shape` has -1 where
 *   a size other than the first is open
 * @typedef {{inputs: Tensor[], outputs: Tensor[], custom: string[], metadata: import("./metadata.js").Metadata,
 *   fixed: Uint8Array<ArrayBuffer>}} TfliteModel `custom` are the operators that TFLite itself does not define; `fixed`
 *   is the file for exactly one picture at a time
 */

const IDENTIFIER = "TFL3";
const TYPES = ["float32", "float16", "int32", "uint8", "int64", "string", "bool", "int16", "complex64", "int8"];
const CUSTOM = 32;
/** Fields of the tables of TFLite's schema. */
const MODEL = { codes: 1, subgraphs: 2, buffers: 4, metadata: 6 };
const SUBGRAPH = { tensors: 0, inputs: 1, outputs: 2 };
const TENSOR = { shape: 0, type: 1, name: 3, quantization: 4, signature: 7 };

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<TfliteModel>}
 * @throws {Damaged} it is not a `.tflite`, or it is damaged
 */
export async function readTflite(bytes) {
  if (new TextDecoder("latin1").decode(bytes.subarray(4, 8)) !== IDENTIFIER)
    throw new Damaged("mark", { mark: IDENTIFIER });
  const fixed = bytes.slice();
  const model = rootOf(fixed);
  const [first] = tablesOf(model, MODEL.subgraphs);
  if (!first) throw new Damaged("noGraph");
  const tensors = tablesOf(first, SUBGRAPH.tensors);
  const [inputs, outputs] = [SUBGRAPH.inputs, SUBGRAPH.outputs].map((field) =>
    intsOf(first, field).map((index) => {
      if (!tensors[index]) throw new Damaged("tensor", { index, count: tensors.length });
      return described(tensors[index]);
    }),
  );
  const custom = tablesOf(model, MODEL.codes)
    .filter((code) => Math.max(byteOf(code, 0), intOf(code, 3)) === CUSTOM)
    .map((code) => textOf(code, 1, 100));
  fixBatch(model);
  return { inputs, outputs, custom, metadata: await metadataOf(metadataBytes(model), bytes), fixed };
}

/** @param {Table} tensor @returns {Tensor} */
function described(tensor) {
  const [shape, signature] = [intsOf(tensor, TENSOR.shape), intsOf(tensor, TENSOR.signature)];
  const quantization = tableOf(tensor, TENSOR.quantization);
  const [scale, zero] = quantization ? [floatsOf(quantization, 2), longsOf(quantization, 3)] : [[], []];
  return {
    name: textOf(tensor, TENSOR.name, 100),
    shape: signature.length === shape.length ? [shape[0], ...signature.slice(1)] : shape,
    dtype: TYPES[byteOf(tensor, TENSOR.type)] ?? "unknown",
    ...(scale.length === 1 && scale[0] > 0 && { quantization: { scale: scale[0], zero: zero[0] ?? 0 } }),
  };
}

/**
 * A converter leaves the number of pictures open unless it is told otherwise, and LiteRT.js refuses that. Beside the
 * open shape stands one for a single picture, so it is written over the open one.
 *
 * @param {Table} model
 */
function fixBatch(model) {
  for (const subgraph of tablesOf(model, MODEL.subgraphs)) {
    for (const tensor of tablesOf(subgraph, SUBGRAPH.tensors)) {
      const [shape, signature] = [intsOf(tensor, TENSOR.shape), intsOf(tensor, TENSOR.signature)];
      if (shape.length !== signature.length) continue;
      const start = placeOf(tensor, TENSOR.signature);
      signature.forEach((size, axis) => size === -1 && tensor.view.setInt32(start + 4 * axis, shape[axis], true));
    }
  }
}

/** @param {Table} model @returns {Uint8Array | undefined} */
function metadataBytes(model) {
  const entry = tablesOf(model, MODEL.metadata).find((each) => textOf(each, 0, 100) === "TFLITE_METADATA");
  if (!entry) return undefined;
  const buffer = tablesOf(model, MODEL.buffers)[intOf(entry, 1)];
  return buffer && bytesOf(buffer, 0);
}

/**
 * What was learned as a TF.js graph model: the published graph of the features, then the learned layer. So it takes the
 * same picture as every model of this project, float32 [1, height, width, 3], 0 to 255, and `engine.js` loads it.
 *
 * @typedef {import("./ridge.js").Head} Head
 * @typedef {{name: string, op: string, input?: string[], attr: Record<string, unknown>}} Node
 * @typedef {{signature: {outputs: Record<string, {name: string}>}, modelTopology: {node: Node[]},
 *   weightsManifest: {paths: string[], weights: object[]}[]}} Graph a `model.json` with one group of weights
 */

import { TINY } from "./ridge.js";

export const WEIGHTS = "weights.bin";

const FLOAT = { type: "DT_FLOAT" };

/**
 * @param {Graph} features
 * @param {Uint8Array} weights of the features: the content of its weight files, joined
 * @param {Head} head
 * @returns {{graph: Graph, weights: Uint8Array<ArrayBuffer>}} `graph` names one weight file, `WEIGHTS`
 */
export function modelOf(features, weights, { length, classes, kernel, bias }) {
  if (features.weightsManifest.length !== 1)
    throw new Error(`The features must have 1 group of weights, but have ${features.weightsManifest.length}.`);
  const last = features.signature.outputs.features.name.replace(/:0$/, "");
  /** @type {{name: string, shape: number[], values: Float32Array | Int32Array}[]} */
  const constants = [
    { name: "taught/axis", shape: [1], values: Int32Array.of(1) },
    { name: "taught/tiny", shape: [], values: Float32Array.of(TINY) },
    { name: "taught/kernel", shape: [length, classes], values: kernel },
    { name: "taught/bias", shape: [classes], values: bias },
  ];
  const nodes = [
    ...constants.map(({ name, shape, values }) => constant(name, shape, typeOf(values))),
    node("taught/squares", "Square", [last]),
    node("taught/sum", "Sum", ["taught/squares", "taught/axis"], {
      Tidx: { type: "DT_INT32" },
      keep_dims: { b: true },
    }),
    node("taught/length", "AddV2", ["taught/sum", "taught/tiny"]),
    node("taught/factor", "Rsqrt", ["taught/length"]),
    node("taught/unit", "Mul", [last, "taught/factor"]),
    node("taught/product", "MatMul", ["taught/unit", "taught/kernel"], {
      transpose_a: { b: false },
      transpose_b: { b: false },
    }),
    node("taught/logits", "AddV2", ["taught/product", "taught/bias"]),
    node("probabilities", "Softmax", ["taught/logits"]),
  ];
  const [group] = features.weightsManifest;
  const rows = constants.map(({ name, shape, values }) => ({
    name,
    shape,
    dtype: values instanceof Int32Array ? "int32" : "float32",
  }));
  const output = { name: "probabilities:0", dtype: "DT_FLOAT", tensorShape: shapeOf([1, classes]) };
  return {
    graph: {
      ...features,
      signature: { ...features.signature, outputs: { probabilities: output } },
      modelTopology: { ...features.modelTopology, node: [...features.modelTopology.node, ...nodes] },
      weightsManifest: [{ paths: [WEIGHTS], weights: [...group.weights, ...rows] }],
    },
    weights: joined([weights, ...constants.map(({ values }) => new Uint8Array(values.slice().buffer))]),
  };
}

/** @param {string} name @param {string} op @param {string[]} input @param {Record<string, unknown>} [attr] @returns {Node} */
const node = (name, op, input, attr) => ({ name, op, input, attr: { T: FLOAT, ...attr } });

/** @param {string} name @param {number[]} shape @param {string} dtype @returns {Node} */
const constant = (name, shape, dtype) => ({
  name,
  op: "Const",
  attr: { dtype: { type: dtype }, value: { tensor: { dtype, tensorShape: shapeOf(shape) } } },
});

/** @param {number[]} shape */
const shapeOf = (shape) => ({ dim: shape.map((size) => ({ size: String(size) })) });

/** @param {Float32Array | Int32Array} values */
const typeOf = (values) => (values instanceof Int32Array ? "DT_INT32" : "DT_FLOAT");

/** @param {Uint8Array[]} parts @returns {Uint8Array<ArrayBuffer>} */
export function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

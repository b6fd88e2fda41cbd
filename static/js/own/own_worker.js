/**
 * Reads and runs a file of the reader's, in a worker of its own: whatever the file does, the page goes on, and ends this
 * worker. It decodes nothing that the page itself would decode, and requests nothing but the engines of this host.
 */

import { countText } from "../core/count.js";
import { expose } from "../../vendor/comlink.js";
import { inputOf, probabilitiesOf, rangeOf, sized, valuesOf } from "./adapter.js";
import { loadModel, startEngine } from "./engines.js";
import { watchErrors } from "./engine_errors.js";
import { readGraphModel } from "./graph_model.js";
import { labelsIn, textIn } from "./labels.js";
import { FILE_BYTES, LABEL_BYTES } from "./limits.js";
import { memoryInUse, watchMemory } from "./memory.js";
import { readTflite } from "./tflite.js";
import { Damaged, Refused, written } from "./words.js";

/**
 * @typedef {import("../engine.js").Backend} Backend
 * @typedef {import("./adapter.js").Adapting} Adapting
 * @typedef {{name: string, format: "tflite" | "tfjs", bytes: number, input: import("./adapter.js").Input,
 *   title: string, description: string, author: string, licence: string,
 *   normalization?: import("./metadata.js").Normalization, range?: import("./adapter.js").Range, labels?: string[],
 *   labelsFrom?: string}} Description what the file says of itself; `range` is one that its quantized input implies
 * @typedef {{probabilities: Float32Array, softmax: boolean, milliseconds: number}} Answer
 */

/** @type {import("./engines.js").Model | undefined} */
let model;
/** @type {import("./adapter.js").Input | undefined} */
let input;
/** @type {import("./tflite.js").Quantization | undefined} */
let quantization;
/** @type {import("./engines.js").Runner | undefined} */
let runner;

const own = {
  /**
   * @param {File[]} files that the reader chose
   * @returns {Promise<Description>}
   */
  async read(files) {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (bytes > FILE_BYTES) throw new Refused("large", { bytes: countText(bytes), most: countText(FILE_BYTES) });
    const file =
      files.find(({ name }) => /\.(tflite|lite)$/i.test(name)) ?? files.find(({ name }) => /\.json$/i.test(name));
    if (!file) throw new Refused("none");
    try {
      const described = /\.json$/i.test(file.name) ? await readTfjs(file, files) : await readLitert(file);
      const text = files.find(({ name }) => /\.txt$/i.test(name));
      const labels = text ? await own.labels(text) : described.labels;
      return { ...described, labels, labelsFrom: text?.name, bytes };
    } catch (error) {
      throw error instanceof Damaged ? error.of(file.name) : error;
    }
  },

  /** @param {File} file a text with one label a line */
  async labels(file) {
    if (file.size > LABEL_BYTES)
      throw new Refused("labels", { name: file.name, bytes: countText(file.size), most: countText(LABEL_BYTES) });
    return labelsIn(textIn(new Uint8Array(await file.arrayBuffer())));
  },

  /** @param {Backend} backend @param {(loaded: number, total: number) => void} [onProgress] */
  start: startEngine,

  /** @param {Backend} backend that was started */
  async load(backend) {
    if (!model) throw new Error("No file has been read.");
    runner?.dispose();
    runner = undefined;
    runner = await loadModel(model, backend);
  },

  /**
   * @param {Uint8ClampedArray} pixels RGBA, a square of the input's size if that is open
   * @param {Adapting} adapting
   * @returns {Promise<Answer>}
   */
  async answer(pixels, adapting) {
    if (!runner || !input) throw new Error("No model is loaded.");
    const fixed = sized(input, Math.round(Math.sqrt(pixels.length / 4)));
    const start = performance.now();
    const numbers = await runner.run(valuesOf(pixels, fixed, adapting), fixed.shape);
    const answer = probabilitiesOf(numbers, quantization);
    return { ...answer, milliseconds: performance.now() - start };
  },

  memory: async () => memoryInUse(),
};

/** @typedef {typeof own} Own */

/** @param {File} file @returns {Promise<Omit<Description, "bytes">>} */
async function readLitert(file) {
  const read = await readTflite(new Uint8Array(await file.arrayBuffer()));
  input = inputOf(read.inputs);
  if (input.height < 0 || input.width < 0) throw new Refused("open", { shape: written(input.shape) });
  const [output] = checkOutputs(read.outputs);
  if (!["float32", "uint8", "int32"].includes(output.dtype)) throw new Refused("outputType", { dtype: output.dtype });
  quantization = output.quantization;
  model = { format: "tflite", bytes: read.fixed, custom: read.custom };
  return { name: file.name, format: "tflite", input, ...read.metadata, range: rangeOf(input.quantization) };
}

/** @param {File} file @param {File[]} files @returns {Promise<Omit<Description, "bytes">>} */
async function readTfjs(file, files) {
  const read = await readGraphModel(file, files).catch((error) => {
    throw error instanceof TypeError ? new Damaged("topology") : error; // a list or an object is something else
  });
  input = inputOf(read.inputs);
  checkOutputs(read.outputs);
  model = { format: "tfjs", artifacts: read.artifacts, operators: read.operators };
  return { name: file.name, format: "tfjs", input, title: "", description: "", author: "", licence: "" };
}

/** @template {{name: string}} T @param {T[]} outputs */
function checkOutputs(outputs) {
  if (outputs.length !== 1)
    throw new Refused("outputs", {
      count: outputs.length,
      names: outputs
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 300),
    });
  return outputs;
}

watchMemory();
watchErrors();
expose(own);

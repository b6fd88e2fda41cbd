/** Runs a model of the reader's on one of the engines: numbers in, numbers out. */

import { titleOf } from "../core/engine_names.js";
import { compile, startLitert } from "../engines/litert.js";
import { startTfjs } from "../engines/tfjs.js";
import { takeError } from "./engine_errors.js";
import { Refused } from "./words.js";

/**
 * @typedef {import("../engine.js").Backend} Backend
 * @typedef {Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>} Values
 * @typedef {{run(values: Values, shape: number[]): Promise<ArrayLike<number>>, dispose(): void}} Runner
 * @typedef {{format: "tflite", bytes: Uint8Array<ArrayBuffer>, custom: string[]} |
 *   {format: "tfjs", artifacts: import("./graph_model.js").Artifacts, operators: string[]}} Model
 */

/** The most characters of an engine's own message that are shown. */
const LONGEST = 300;

/**
 * Fetches an engine of this host, which does not know the model yet.
 *
 * @param {Backend} backend
 * @param {(loaded: number, total: number) => void} [onProgress]
 */
export async function startEngine(backend, onProgress) {
  if (isLitert(backend)) await startLitert(backend, onProgress);
  else await startTfjs(backend);
}

/**
 * @param {Model} model
 * @param {Backend} backend
 * @returns {Promise<Runner>}
 */
export async function loadModel(model, backend) {
  if (model.format === "tflite") return ofTflite(model, backend);
  const tfjs = await startTfjs(/** @type {any} */ (backend));
  refuse(
    model.operators.filter((name) => !tfjs.OPERATIONS.includes(name)),
    backend,
  );
  return ofGraph(tfjs, model.artifacts, backend);
}

/** @param {Backend} backend @returns {backend is "litert" | "litert-threads" | "litert-webgpu"} */
const isLitert = (backend) => backend.startsWith("litert");

/** @param {string[]} operators that are missing @param {Backend} backend */
function refuse(operators, backend) {
  const names = operators.sort().slice(0, 10).join(", ");
  if (names) throw new Refused("operators", { engine: titleOf(backend), names });
}

/** @param {{bytes: Uint8Array<ArrayBuffer>, custom: string[]}} model @param {Backend} backend @returns {Promise<Runner>} */
async function ofTflite({ bytes, custom }, backend) {
  refuse(custom, backend); // it has none but TFLite's own operators, and would answer zeros
  const litert = await startLitert(backend);
  const model = await compile(litert, bytes, backend).catch((/** @type {unknown} */ error) => {
    throw problem(error, backend);
  });
  checkPrinted(backend);
  return {
    async run(values, shape) {
      const input = new litert.Tensor(values, shape);
      try {
        const [output] = await model.run([input]);
        try {
          checkPrinted(backend);
          return (await output.data()).slice();
        } finally {
          output.delete();
        }
      } catch (error) {
        throw problem(error, backend);
      } finally {
        input.delete();
      }
    },
    dispose: () => model.delete(),
  };
}

/**
 * @param {import("../engines/tfjs.js").Tfjs} tfjs
 * @param {import("./graph_model.js").Artifacts} artifacts
 * @param {Backend} backend
 * @returns {Promise<Runner>}
 */
async function ofGraph(tfjs, artifacts, backend) {
  const model = await tfjs.loadGraphModel({ load: async () => artifacts }).catch((/** @type {unknown} */ error) => {
    throw problem(error, backend);
  });
  return {
    async run(values, shape) {
      await tfjs.setBackend(backend);
      const input = tfjs.tensor(values, shape, values instanceof Float32Array ? "float32" : "int32");
      try {
        const output = /** @type {import("../../vendor/tfjs.js").Tensor} */ (model.predict(input));
        const numbers = await output.data();
        output.dispose();
        return /** @type {Float32Array} */ (numbers);
      } catch (error) {
        throw problem(error, backend);
      } finally {
        input.dispose();
      }
    },
    dispose: () => model.dispose(),
  };
}

/** @param {Backend} backend */
function checkPrinted(backend) {
  const printed = takeError();
  if (printed) throw problem(new Error(printed), backend);
}

/** @param {unknown} error @param {Backend} backend */
function problem(error, backend) {
  if (error instanceof Refused) return error;
  const message = error instanceof Error ? error.message : "";
  const engine = titleOf(backend);
  if (error instanceof WebAssembly.RuntimeError || !message) return new Refused("memory", { engine });
  return new Refused("compile", { engine, problem: message.slice(0, LONGEST) });
}

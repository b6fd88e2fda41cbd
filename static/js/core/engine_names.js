/** The engines by name: their titles, the format that each runs, and the automatic choice. */

import { translator } from "./i18n.js";

/**
 * @typedef {import("../engine.js").Backend} Backend
 * @typedef {Backend | "auto"} EngineName
 */

/** @typedef {"tfjs" | "tflite"} Format */

/** @type {Record<Backend, Format>} */
const FORMATS = {
  wasm: "tfjs",
  "wasm-threads": "tfjs",
  litert: "tflite",
  "litert-threads": "tflite",
  webgl: "tfjs",
  webgpu: "tfjs",
  "litert-webgpu": "tflite",
  cpu: "tfjs",
};

export const BACKENDS = /** @type {Backend[]} */ (Object.keys(FORMATS));
export const ENGINES = /** @type {EngineName[]} */ (["auto", ...BACKENDS]);

/**
 * The engines of the automatic choice, fastest first. If one fails, the next is used. Threads and WebGPU are not among
 * them: whether they are faster depends on the model and the device, so they are used when they are chosen.
 *
 * @type {Record<Format, Backend[]>}
 */
export const AUTOMATIC = { tfjs: ["wasm", "webgl", "cpu"], tflite: ["litert"] };

/** @type {Record<string, string>} */
const TITLES = {
  wasm: "TensorFlow.js, wasm",
  webgl: "TensorFlow.js, webgl",
  webgpu: "TensorFlow.js, webgpu",
  cpu: "TensorFlow.js, cpu",
  litert: "LiteRT.js",
  "litert-webgpu": "LiteRT.js, webgpu",
};

const t = translator({
  en: {
    auto: "Automatic",
    "wasm-threads": "TensorFlow.js, wasm threads",
    "litert-threads": "LiteRT.js, threads",
  },
  ko: {
    auto: "자동",
    "wasm-threads": "TensorFlow.js, wasm 스레드",
    "litert-threads": "LiteRT.js, 스레드",
  },
});

/** @param {EngineName} engine */
export function titleOf(engine) {
  return TITLES[engine] ?? t(/** @type {"auto" | "wasm-threads" | "litert-threads"} */ (engine));
}

/** @param {EngineName} engine */
export function formatOf(engine) {
  return engine === "auto" ? "tfjs" : FORMATS[engine];
}

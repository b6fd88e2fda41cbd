/** The engines by name: their titles, the format that each runs, and the order of the automatic choice. */

import { translator } from "./i18n.js";

/**
 * @typedef {import("../engine.js").Backend} Backend
 * @typedef {Backend | "auto"} EngineName
 */

/** @type {Record<Backend, "tfjs" | "tflite">} */
const FORMATS = {
  wasm: "tfjs",
  litert: "tflite",
  webgl: "tfjs",
  webgpu: "tfjs",
  "litert-webgpu": "tflite",
  cpu: "tfjs",
};

export const BACKENDS = /** @type {Backend[]} */ (Object.keys(FORMATS));
export const ENGINES = /** @type {EngineName[]} */ (["auto", ...BACKENDS]);

/** The engines that are small downloads, fastest first. If one fails, the next is used. @type {Backend[]} */
export const AUTOMATIC = ["wasm", "webgl", "cpu"];

const t = translator({
  en: {
    auto: "Automatic",
    wasm: "TensorFlow.js, wasm",
    webgl: "TensorFlow.js, webgl",
    webgpu: "TensorFlow.js, webgpu",
    cpu: "TensorFlow.js, cpu",
    litert: "LiteRT.js",
    "litert-webgpu": "LiteRT.js, webgpu",
  },
  ko: {
    auto: "자동",
    wasm: "TensorFlow.js, wasm",
    webgl: "TensorFlow.js, webgl",
    webgpu: "TensorFlow.js, webgpu",
    cpu: "TensorFlow.js, cpu",
    litert: "LiteRT.js",
    "litert-webgpu": "LiteRT.js, webgpu",
  },
});

/** @param {EngineName} engine */
export function titleOf(engine) {
  return t(engine);
}

/** @param {EngineName} engine */
export function formatOf(engine) {
  return FORMATS[engine === "auto" ? AUTOMATIC[0] : engine];
}

/// <reference path="../modules.d.ts" />
/** LiteRT.js, which runs `.tflite` files in WebAssembly or by WebGPU. */
export { loadAndCompile, loadLiteRt, Tensor, type CompiledModel, type CompileOptions } from "@litertjs/core";
export { RUNTIME } from "both-sides:litert";

/** LiteRT.js, whose WebAssembly runs on several threads, where the page is cross-origin isolated. */
import { loadAndCompile as compile, loadLiteRt as start } from "@litertjs/core";
import { threads } from "./threads";

export const loadLiteRt: typeof start = (path) => start(path, { threads: true });
export const loadAndCompile: typeof compile = (model, options) =>
  compile(model, { ...options, cpuOptions: { numThreads: threads() } });

export { Tensor, type CompiledModel, type CompileOptions } from "@litertjs/core";
export { RUNTIME } from "both-sides:litert";

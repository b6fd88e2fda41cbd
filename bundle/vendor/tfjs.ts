/// <reference path="../modules.d.ts" />
/** TF.js without a backend: the reader of graph models, and what their use takes. */
export { loadGraphModel, type GraphModel } from "@tensorflow/tfjs-converter";
export { env, io, setBackend, tensor, type Tensor } from "@tensorflow/tfjs-core";
export { getKernelsForBackend, registerKernel, unregisterKernel } from "@tensorflow/tfjs-core";
export type { KernelBackend, TensorInfo } from "@tensorflow/tfjs-core";
export { OPERATIONS } from "both-sides:operations";

/** TF.js with the backend that computes in WebAssembly, with SIMD: all that the page starts with. */
import "both-sides:kernels/wasm";
export { setWasmPaths } from "@tensorflow/tfjs-backend-wasm/dist/base";
export * from "./tfjs";

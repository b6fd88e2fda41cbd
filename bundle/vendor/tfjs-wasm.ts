/** The backend that computes in WebAssembly, with SIMD. */
import "both-sides:kernels/wasm";
export { setWasmPaths } from "@tensorflow/tfjs-backend-wasm/dist/base";

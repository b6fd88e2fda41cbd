/** TF.js with the backend that computes in WebAssembly on several threads, where the page is cross-origin isolated. */
import "@tensorflow/tfjs-backend-wasm/dist/flags_wasm";
import { BackendWasm, init, setThreadsCount } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm";
import { registerBackend } from "@tensorflow/tfjs-core";
import "both-sides:kernels/wasm-threads";
import { threads } from "./threads";

// a name of its own, so that the one without threads can be loaded beside it
registerBackend("wasm-threads", async () => {
  setThreadsCount(threads());
  return new BackendWasm((await init()).wasm);
});

export { setWasmPaths } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm";
export * from "./tfjs";

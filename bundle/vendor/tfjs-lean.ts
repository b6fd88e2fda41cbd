/** TF.js with what the default model needs: all that the page starts with. `tfjs-wasm.ts` is the whole one. */
import "@tensorflow/tfjs-backend-wasm/dist/flags_wasm";
import { BackendWasm, init } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm";
import { registerBackend } from "@tensorflow/tfjs-core";
import "both-sides:kernels/lean";

// a name of its own, so that the whole one can be loaded beside it
registerBackend("lean", async () => new BackendWasm((await init()).wasm));

export { setWasmPaths } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm";
export * from "./tfjs";

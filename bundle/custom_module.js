/**
 * TF.js with selected kernels, as its own `tfjs-custom-module` makes it: three modules take the place of the whole
 * ones. The tool itself comes with all of `@tensorflow/tfjs` and every backend, so its few lines are here instead.
 */

import { KERNELS, OPERATIONS, STRUCTURAL } from "./operations.js";

const CORE = "@tensorflow/tfjs-core/dist";

/** @type {Record<string, string>} module -> its source */
const MODULES = {
  // The whole index registers optimizers, which a page that only infers does not need.
  "@tensorflow/tfjs-core": `
    import "${CORE}/base_side_effects";
    export * from "${CORE}/base";`,

  "@tensorflow/tfjs-core/dist/ops/ops_for_converter": [
    ...new Set(Object.values(OPERATIONS)),
    "scalar", // the converter's own, for shapes
    "tensor1d",
  ]
    .map((name) =>
      name === "fused" ? `export * as fused from "${CORE}/ops/fused_ops";` : `export { ${name} } from "${CORE}/base";`,
    )
    .join("\n"),

  "both-sides:operations": `export const OPERATIONS = ${JSON.stringify([...Object.keys(OPERATIONS), ...STRUCTURAL])};`,
  "both-sides:kernels/wasm": kernels("wasm"),
  "both-sides:kernels/cpu": kernels("cpu"),

  // Threads need cross-origin isolation, which a page on any host cannot count on: leave out 55 KB of loader.
  "../wasm-out/tfjs-backend-wasm-threaded-simd.js": "export default undefined;",
  "../wasm-out/tfjs-backend-wasm-threaded-simd.worker.js": "export const wasmWorkerContents = '';",
};

/** @param {string} backend */
function kernels(backend) {
  return KERNELS.map((kernel) => {
    const config = `${kernel.replace(/[A-Z]/, (first) => first.toLowerCase())}Config`;
    return `
      import { ${config} } from "@tensorflow/tfjs-backend-${backend}/dist/kernels/${kernel}";
      registerKernel(${config});`;
  }).reduce((source, one) => source + one, `import { registerKernel } from "${CORE}/base";`);
}

/** @type {import("esbuild").Plugin} */
export const customModule = {
  name: "tfjs-custom-module",
  setup(build) {
    for (const [path, contents] of Object.entries(MODULES)) {
      const filter = new RegExp(`^${path.replaceAll(".", "\\.")}$`);
      build.onResolve({ filter }, () => ({ path, namespace: "custom" }));
      build.onLoad({ filter, namespace: "custom" }, () => ({ contents, resolveDir: import.meta.dirname }));
    }
  },
};

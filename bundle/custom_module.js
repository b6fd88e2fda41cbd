/**
 * Bundles TF.js with selected kernels, as its own `tfjs-custom-module` does: three modules are replaced. That tool depends
 * on all of `@tensorflow/tfjs` and every backend, so its few lines are repeated here. The converter, which that tool
 * leaves complete, is also reduced to the selected operations.
 */

import { readFile, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

import { STRUCTURAL } from "./operations.js";

const CORE = "@tensorflow/tfjs-core/dist";

/** Functions that TF.js's core exports in groups; these contain only the selected ones. */
const GROUPS = {
  fused: `export * as fused from "${CORE}/ops/fused_ops";`,
  image: `
    import { resizeBilinear } from "${CORE}/ops/image/resize_bilinear";
    import { resizeNearestNeighbor } from "${CORE}/ops/image/resize_nearest_neighbor";
    export const image = { resizeBilinear, resizeNearestNeighbor };`,
};

/** The backends, and the packages of their kernels. Those of one package may be loaded beside each other. */
const BACKENDS = {
  ...{ wasm: "wasm", cpu: "cpu", webgl: "webgl", webgpu: "webgpu" },
  ...{ lean: "wasm", "wasm-threads": "wasm" },
};

/**
 * @param {import("./operations.js").Selection} selection
 * @param {string[]} names of its operations
 * @returns {Record<string, string>} module -> its source
 */
const modules = ({ operations, kernels }, names) => ({
  // The full index registers optimizers, which inference does not need.
  "@tensorflow/tfjs-core": `
    import "${CORE}/base_side_effects";
    export * from "${CORE}/base";`,

  "@tensorflow/tfjs-core/dist/ops/ops_for_converter": [
    ...new Set(Object.values(operations)),
    "scalar", // the converter uses it for shapes
    "tensor1d",
  ]
    .map((name) => GROUPS[name] ?? `export { ${name} } from "${CORE}/base";`)
    .join("\n"),

  "both-sides:operations": `export const OPERATIONS = ${JSON.stringify(names)};`,
  ...Object.fromEntries(
    Object.entries(BACKENDS).map(([name, of]) => [`both-sides:kernels/${name}`, registered(kernels, name, of)]),
  ),
});

/** Threads need cross-origin isolation, which not every host offers: what every visitor downloads has no loader for them. */
const NO_THREADS = {
  "../wasm-out/tfjs-backend-wasm-threaded-simd.js": "export default undefined;",
  "../wasm-out/tfjs-backend-wasm-threaded-simd.worker.js": "export const wasmWorkerContents = '';",
};

/** Parts of TF.js that inference does not need: storage of models, and operations that are not selected. */
const UNUSED =
  /tfjs-core\/dist\/(io\/(indexed_db|local_storage|browser_files|model_management)|hash_util|backends\/einsum_util|ops\/ragged_to_dense_util|ops\/sparse\/\w+_util)\.js$/;

/** @param {string[]} kernels @param {string} backendName @param {string} backend whose package has them */
function registered(kernels, backendName, backend) {
  return kernels
    .map((kernel) => {
      const config = `${kernel.replace(/[A-Z]/, (first) => first.toLowerCase())}Config`;
      const named = backendName === backend ? config : `{ ...${config}, backendName: "${backendName}" }`;
      return `
        import { ${config} } from "@tensorflow/tfjs-backend-${backend}/dist/kernels/${kernel}";
        registerKernel(${named});`;
    })
    .reduce((source, one) => source + one, `import { registerKernel } from "${CORE}/base";`);
}

/**
 * The converter's descriptions of one category of operations, reduced to the selected ones.
 *
 * @param {string} path of a module in its `op_list/`
 * @param {string[]} names of the selected operations
 * @returns {Promise<{tfOpName: string}[]>} of those
 */
async function selected(path, names) {
  // The package does not declare that it consists of modules, so Node would not import it directly.
  const { json } = await import(`data:text/javascript,${encodeURIComponent(await readFile(path, "utf8"))}`);
  return json.filter((/** @type {{tfOpName: string}} */ { tfOpName }) => names.includes(tfOpName));
}

/**
 * A module with the same exports, all of them undefined.
 *
 * @param {string} source of a module
 */
function emptied(source) {
  const names = [...source.matchAll(/^export (?:async )?(?:function|class|const|let|var) (\w+)/gm)].map(
    ([, name]) => name,
  );
  const lists = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) => list.match(/\w+/g) ?? []);
  return [...names, ...lists].map((name) => `export const ${name} = undefined;`).join("\n");
}

/**
 * @param {import("./operations.js").Selection} selection
 * @param {boolean} [hasThreads] whether its WebAssembly is the one with threads
 * @returns {import("esbuild").Plugin}
 */
export function customModule(selection, hasThreads = false) {
  const names = [...Object.keys(selection.operations), ...STRUCTURAL];
  return {
    name: "tfjs-custom-module",
    setup(build) {
      const replaced = { ...modules(selection, names), ...(hasThreads ? {} : NO_THREADS) };
      for (const [path, contents] of Object.entries(replaced)) {
        const filter = new RegExp(`^${path.replaceAll(".", "\\.")}$`);
        build.onResolve({ filter }, () => ({ path, namespace: "custom" }));
        build.onLoad({ filter, namespace: "custom" }, () => ({ contents, resolveDir: import.meta.dirname }));
      }
      build.onLoad({ filter: UNUSED }, async ({ path }) => ({ contents: emptied(await readFile(path, "utf8")) }));
      build.onLoad({ filter: /tfjs-converter\/dist\/operations\/op_list\/\w+\.js$/ }, async ({ path }) => ({
        contents: `export const json = ${JSON.stringify(await selected(path, names))};`,
      }));
      build.onLoad({ filter: /tfjs-converter\/dist\/operations\/executors\/\w+_executor\.js$/ }, async ({ path }) => {
        const list = join(dirname(dirname(path)), "op_list", basename(path).replace("_executor", ""));
        return (await selected(list, names)).length ? undefined : { contents: "export const executeOp = undefined;" };
      });
    },
  };
}

/**
 * Bundles LiteRT.js for a module worker. LiteRT.js loads its script with `importScripts`, which a module worker refuses.
 * So the script is in the bundle, and the caller provides the WebAssembly.
 */

import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** Without threads, which need cross-origin isolation, and without relaxed SIMD, whose results depend on the device. */
const VARIANT = "litert_wasm_compat_internal";
const FOLDER = "node_modules/@litertjs/core/wasm";

export const WASM = `${VARIANT}.wasm`;

/**
 * @param {string} root folder with `node_modules`
 * @returns {Promise<Buffer>}
 */
export function wasm(root) {
  return readFile(join(root, FOLDER, WASM));
}

/**
 * @param {string} root folder with `node_modules`
 * @returns {import("esbuild").Plugin}
 */
export function litert(root) {
  return {
    name: "litert",
    async setup(build) {
      const { size } = await stat(join(root, FOLDER, WASM));
      /** @type {Record<string, string>} module -> its source */
      const modules = {
        "both-sides:litert": `export const RUNTIME = ${JSON.stringify({ file: WASM, bytes: size })};`,
        "@litertjs/wasm-utils": `
          import { ModuleFactory } from "./${FOLDER}/${VARIANT}.js";
          export async function createWasmLib(Library) {
            const module = await ModuleFactory(self.Module);
            self.Module = undefined;
            return new Library(module);
          }`,
        "node:fs": "", // the script also runs in Node
        "node:crypto": "",
      };
      build.onLoad({ filter: new RegExp(`/${VARIANT}\\.js$`) }, async ({ path }) => ({
        contents: `${await readFile(path, "utf8")}\nexport { ModuleFactory };`, // a script in a package of modules
      }));
      for (const [path, contents] of Object.entries(modules)) {
        const filter = new RegExp(`^${path}$`);
        build.onResolve({ filter }, () => ({ path, namespace: "litert" }));
        build.onLoad({ filter, namespace: "litert" }, () => ({ contents, resolveDir: root }));
      }
    },
  };
}

/**
 * Bundles LiteRT.js for a module worker. LiteRT.js loads its script with `importScripts`, which a module worker refuses.
 * So the script is in the bundle, and the caller provides the WebAssembly.
 *
 * With threads it is a bundle of its own, because a LiteRT.js can start only one WebAssembly. Its script stays a file:
 * each thread starts from it.
 */

import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

import { transform } from "esbuild";

/** Without threads, which need cross-origin isolation, and without relaxed SIMD, whose results depend on the device. */
const PLAIN = "litert_wasm_compat_internal";
/** There is no file with threads that does without relaxed SIMD. */
const THREADED = "litert_wasm_threaded_internal";
const FOLDER = "node_modules/@litertjs/core/wasm";

/** The files beside each bundle. */
export const FILES = {
  litert: [`${PLAIN}.wasm`],
  "litert-threads": [`${THREADED}.wasm`, `${THREADED}.js`],
};

/**
 * @param {string} root folder with `node_modules`
 * @param {string} name of a file
 * @param {import("esbuild").BuildOptions} common
 * @returns {Promise<Uint8Array | string>} its content
 */
export async function content(root, name, { target }) {
  const file = await readFile(join(root, FOLDER, name));
  if (!name.endsWith(".js")) return file;
  // the page's worker imports it, in which it is a module
  const { code } = await transform(`${file}\nglobalThis.ModuleFactory = ModuleFactory;`, { minify: true, target });
  return code;
}

/** The script is in the bundle. */
const BUNDLED = `
  import { ModuleFactory } from "./${FOLDER}/${PLAIN}.js";
  export async function createWasmLib(Library) {
    const module = await ModuleFactory(self.Module);
    self.Module = undefined;
    return new Library(module);
  }`;

/** The script is imported from where its threads start. */
const IMPORTED = `
  export async function createWasmLib(Library) {
    const mainScriptUrlOrBlob = new URL("litert/${THREADED}.js", import.meta.url).href;
    await import(mainScriptUrlOrBlob);
    const module = await self.ModuleFactory({ ...self.Module, mainScriptUrlOrBlob });
    self.Module = self.ModuleFactory = undefined;
    return new Library(module);
  }`;

/**
 * @param {string} root folder with `node_modules`
 * @param {keyof typeof FILES} [bundle]
 * @returns {import("esbuild").Plugin}
 */
export function litert(root, bundle = "litert") {
  return {
    name: "litert",
    async setup(build) {
      const [file, script] = FILES[bundle];
      const { size } = await stat(join(root, FOLDER, file));
      /** @type {Record<string, string>} module -> its source */
      const modules = {
        "both-sides:litert": `export const RUNTIME = ${JSON.stringify({ file, bytes: size })};`,
        "@litertjs/wasm-utils": script ? IMPORTED : BUNDLED,
        "node:fs": "", // the script also runs in Node
        "node:crypto": "",
      };
      build.onLoad({ filter: new RegExp(`/${PLAIN}\\.js$`) }, async ({ path }) => ({
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

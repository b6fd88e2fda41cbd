/**
 * The page's scripts for one HTML file, which `python -m export page --single-file` makes: a script for the page and one
 * for its worker. Neither fetches: what the modules ask for by address stands in the file.
 */

import { basename, join } from "node:path";

import { customModule } from "./custom_module.js";

/** Where the page believes to be. Nothing is ever asked of it: its names are the keys of what the file holds. */
const HERE = "https://both-sides.invalid/js/main.js";

/** What is too large for one file, or speaks of other files. Who imports it hears that it is not there. */
const LEFT_OUT =
  /(vendor\/(tfjs-webgl|tfjs-webgpu|uplot)|engines\/litert|\.\/plot|(compare|measure|downloads)\/view)\.js$/;

/** @type {Record<string, string>} script in `vendor/` -> the module that it starts with, after its files are there */
export const SCRIPTS = { "single-page": "main.js", "single-worker": "engines/worker.js" };

/**
 * @param {import("esbuild").BuildOptions} common
 * @param {string} root folder with `static` and `bundle`
 * @returns {import("esbuild").BuildOptions & {metafile: true}}
 */
export function single(common, root) {
  const scripts = join(root, "static/js");
  return {
    ...common,
    metafile: true,
    entryPoints: Object.keys(SCRIPTS).map((name) => ({ in: `single:${name}`, out: name })),
    format: "iife",
    define: { ...common.define, "import.meta.url": JSON.stringify(HERE) },
    logOverride: { "import-is-undefined": "silent" },
    plugins: [
      {
        name: "single",
        setup(build) {
          build.onResolve({ filter: /^single:/ }, ({ path }) => ({ path: path.slice(7), namespace: "single" }));
          build.onLoad({ filter: /.*/, namespace: "single" }, ({ path }) => ({
            contents: `import ${JSON.stringify(join(import.meta.dirname, "embedded.js"))};
              import ${JSON.stringify(join(scripts, SCRIPTS[path]))};`,
            resolveDir: scripts,
          }));
          build.onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: "left-out" }));
          build.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
            contents: `throw new Error("It is not in this file."); export {};`,
          }));
          // from their sources, so that the backends in it share one TF.js
          build.onResolve({ filter: /\/vendor\/[\w-]+\.js$/ }, ({ path }) => ({
            path: join(root, "bundle/vendor", basename(path).replace(/js$/, "ts")),
          }));
        },
      },
      customModule,
    ],
  };
}

/**
 * The page's scripts for one HTML file, which `python -m export page --single-file` makes: a script for the page and one
 * for its worker. Neither fetches: what the modules ask for by address stands in the file.
 */

import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** Where the page believes to be. Nothing is ever asked of it: its names are the keys of what the file holds. */
const HERE = "https://both-sides.invalid/js/main.js";

/** What is too large for one file, or speaks of other files. Who imports it hears that it is not there. */
const LEFT_OUT =
  /(vendor\/(tfjs-webgl|tfjs-webgpu|uplot)|engines\/litert|benchmark_plot|(compare|measure|downloads)\/view)\.js$/;

/** @type {Record<string, string>} script in `vendor/` -> the module that it starts with, after its files are there */
export const SCRIPTS = { "single-page": "main.js", "single-worker": "worker.js" };

/**
 * @param {import("esbuild").BuildOptions} common
 * @param {string} scripts folder of the page's modules
 * @param {string} vendor folder with the bundles that they import
 * @returns {import("esbuild").BuildOptions}
 */
export function single(common, scripts, vendor) {
  return {
    ...common,
    entryPoints: Object.keys(SCRIPTS).map((name) => ({ in: `single:${name}`, out: name })),
    format: "iife",
    define: { ...common.define, "import.meta.url": JSON.stringify(HERE) },
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
          // by name alone: esbuild's short names depend on the paths, and the folder may be another one
          build.onResolve({ filter: /\/vendor\/[\w-]+\.js$/ }, ({ path }) => ({
            path: basename(path),
            namespace: "vendor",
          }));
          build.onResolve({ filter: /^\.\/[\w-]+\.js$/, namespace: "vendor" }, ({ path }) => ({
            path: basename(path),
            namespace: "vendor",
          }));
          build.onLoad({ filter: /.*/, namespace: "vendor" }, async ({ path }) => ({
            contents: await readFile(join(vendor, path), "utf8"),
          }));
        },
      },
    ],
  };
}

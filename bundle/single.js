/**
 * Bundles the scripts for the single file, which `python -m export page --single-file` writes: one for the page and one
 * for its worker. They fetch nothing: the file contains everything that the modules request.
 */

import { basename, join } from "node:path";

import { customModule } from "./custom_module.js";
import { WHOLE } from "./operations.js";

/** The base address of the page. Nothing is requested from it: paths below it are the keys of the embedded files. */
const HERE = "https://both-sides.invalid/js/core/addresses.js";

/** Modules that are too large for the single file, or refer to other files. Importing them fails. */
const LEFT_OUT =
  /(vendor\/(tfjs-lean|tfjs-threads|tfjs-webgl|tfjs-webgpu|litert|litert-threads|uplot)|\.\/plot|own\/drop)\.js$/;

/** The module that imports the views when they are first shown. They are left out too: the file has no tabs. */
const VIEWS = "views/views.js";

/** @type {Record<string, string>} script in `vendor/` -> its first module after `embedded.js` */
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
          build.onResolve({ filter: /./ }, ({ path, importer, kind }) =>
            kind === "dynamic-import" && importer === join(scripts, VIEWS)
              ? { path, namespace: "left-out" }
              : undefined,
          );
          build.onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: "left-out" }));
          build.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
            contents: `throw new Error("It is not in this file."); export {};`,
          }));
          // from source, so that the backends share one TF.js
          build.onResolve({ filter: /\/vendor\/[\w-]+\.js$/ }, ({ path }) => ({
            path: join(root, "bundle/vendor", basename(path).replace(/js$/, "ts")),
          }));
        },
      },
      customModule(WHOLE),
    ],
  };
}

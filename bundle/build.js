/**
 * `npm run build [folder]`: writes `static/vendor/`, or the same files to another folder. The same input gives the
 * same bytes: no times, no absolute paths, sorted lists.
 */

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

import { build } from "esbuild";

import { customModule } from "./custom_module.js";
import { licences } from "./licences.js";
import { WASM as LITERT_WASM, litert, wasm as litertWasm } from "./litert.js";
import { shell } from "./shell.js";
import { single } from "./single.js";

const ROOT = dirname(import.meta.dirname);
const STATIC = join(ROOT, "static");
const OUTPUT = resolve(process.argv[2] ?? join(STATIC, "vendor"));

/** What belongs to the page and its default engine, and what is fetched when it is first used. */
const SHELL = ["tfjs", "tfjs-wasm", "tfjs-cpu", "comlink", "signature_pad", "uplot"];
const ON_DEMAND = ["tfjs-webgl", "tfjs-webgpu", "litert"];
const WASM = "tfjs-backend-wasm-simd.wasm";
const LITERT = `litert/${LITERT_WASM}`;

/** @type {import("esbuild").BuildOptions} */
const COMMON = {
  absWorkingDir: ROOT,
  outdir: OUTPUT,
  bundle: true,
  minify: true,
  metafile: true,
  legalComments: "none", // they are all in LICENCES.txt
  mainFields: ["module", "main"],
  target: ["chrome91", "firefox89", "safari16.4"], // the first ones with WebAssembly's SIMD
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
};

await rm(OUTPUT, { recursive: true, force: true });
await mkdir(dirname(join(OUTPUT, LITERT)), { recursive: true });

const modules = await build({
  ...COMMON,
  entryPoints: [...SHELL, ...ON_DEMAND].map((name) => `bundle/vendor/${name}.ts`),
  format: "esm",
  splitting: true, // one TF.js core for all backends, each of which is fetched when it is first needed
  chunkNames: "chunk-[hash]",
  plugins: [customModule, litert(ROOT)],
  logOverride: { "import-is-undefined": "silent" }, // what the converter knows and custom_module.js leaves out
});
const worker = await build({
  ...COMMON,
  entryPoints: ["bundle/vendor/workbox.ts"],
  format: "iife",
  globalName: "workbox",
});

await build(single(COMMON, join(STATIC, "js"), OUTPUT));

const wasm = await readFile(join(ROOT, "node_modules/@tensorflow/tfjs-backend-wasm/dist", WASM));
await writeFile(join(OUTPUT, WASM), wasm); // not copied: npm has it executable
await writeFile(join(OUTPUT, LITERT), await litertWasm(ROOT));
const styles = await readFile(join(ROOT, "node_modules/uplot/dist/uPlot.min.css"));
await writeFile(join(OUTPUT, "uplot.css"), styles);
await writeFile(join(OUTPUT, "LICENCES.txt"), await licences(ROOT, [modules.metafile, worker.metafile]));
await writeFile(join(OUTPUT, "shell.js"), await shell(STATIC, OUTPUT, onDemand(modules.metafile)));

/**
 * The bundles that only those of `ON_DEMAND` need.
 *
 * @param {import("esbuild").Metafile} metafile
 * @returns {string[]} names
 */
function onDemand({ outputs }) {
  /** @param {string[]} paths */
  const reached = (paths) => {
    const found = new Set(paths); // grows while it is gone through
    for (const path of found) for (const { path: next } of outputs[path].imports) if (next in outputs) found.add(next);
    return found;
  };
  const entries = Object.keys(outputs).filter((path) => outputs[path].entryPoint);
  const shell = reached(entries.filter((path) => SHELL.includes(basename(path, ".js"))));
  return Object.keys(outputs)
    .filter((path) => !shell.has(path))
    .map((path) => basename(path));
}

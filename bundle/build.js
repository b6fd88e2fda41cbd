/**
 * `npm run build [folder]`: writes `static/vendor/`, or the same files to another folder. The same input gives the
 * same bytes: no times, no absolute paths, sorted lists.
 */

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

import { build } from "esbuild";

import { customModule } from "./custom_module.js";
import { licences } from "./licences.js";
import { shell } from "./shell.js";

const ROOT = dirname(import.meta.dirname);
const STATIC = join(ROOT, "static");
const OUTPUT = resolve(process.argv[2] ?? join(STATIC, "vendor"));
const WASM = "tfjs-backend-wasm-simd.wasm";

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
await mkdir(OUTPUT, { recursive: true });

const modules = await build({
  ...COMMON,
  entryPoints: ["tfjs", "tfjs-wasm", "tfjs-cpu", "comlink", "signature_pad"].map((name) => `bundle/vendor/${name}.ts`),
  format: "esm",
  splitting: true, // one TF.js core for all backends, each of which is fetched when it is first needed
  chunkNames: "chunk-[hash]",
  plugins: [customModule],
  logOverride: { "import-is-undefined": "silent" }, // what the converter knows and custom_module.js leaves out
});
const worker = await build({
  ...COMMON,
  entryPoints: ["bundle/vendor/workbox.ts"],
  format: "iife",
  globalName: "workbox",
});

const wasm = await readFile(join(ROOT, "node_modules/@tensorflow/tfjs-backend-wasm/dist", WASM));
await writeFile(join(OUTPUT, WASM), wasm); // not copied: npm has it executable
await writeFile(join(OUTPUT, "LICENCES.txt"), await licences(ROOT, [modules.metafile, worker.metafile]));
await writeFile(join(OUTPUT, "shell.js"), await shell(STATIC, OUTPUT));

/**
 * `npm run build [folder]` writes `static/vendor/`, or the same files to another folder. The output is reproducible: no
 * times, no absolute paths, sorted lists.
 */

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

import { build } from "esbuild";

import { customModule } from "./custom_module.js";
import { engines, sizes } from "./engines.js";
import { licences } from "./licences.js";
import { WASM as LITERT_WASM, litert, wasm as litertWasm } from "./litert.js";
import { shell } from "./shell.js";
import { single } from "./single.js";
import { TYPES, types } from "./types.js";
import { WASM, wasm } from "./wasm.js";

const ROOT = dirname(import.meta.dirname);
const STATIC = join(ROOT, "static");
const OUTPUT = resolve(process.argv[2] ?? join(STATIC, "vendor"));

/** The bundles of the page and its default engine, and those that are fetched when they are first used. */
const SHELL = ["tfjs-wasm", "comlink", "png", "signature_pad", "uplot"];
const ON_DEMAND = ["tfjs", "tfjs-cpu", "tfjs-webgl", "tfjs-webgpu", "litert"];
const PNG = "png.wasm"; // as in static/js/views/compare/png.js
const LITERT = `litert/${LITERT_WASM}`;

/** Packages whose WebAssembly or styles are copied into `vendor/`, without esbuild. */
const COPIED = ["@tensorflow/tfjs-backend-wasm", "@litertjs/core", "@cf-wasm/png", "uplot"];

/** @type {import("esbuild").BuildOptions} */
const COMMON = {
  absWorkingDir: ROOT,
  outdir: OUTPUT,
  bundle: true,
  minify: true,
  metafile: true,
  legalComments: "none", // all of them are in LICENCES.txt
  mainFields: ["module", "main"],
  target: ["chrome91", "firefox89", "safari16.4"], // the first ones with WebAssembly's SIMD
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
};

if (!process.argv[2]) await writeFile(TYPES, await types());
await rm(OUTPUT, { recursive: true, force: true });
await mkdir(dirname(join(OUTPUT, LITERT)), { recursive: true });

/** @param {string[]} names in `bundle/vendor/` */
const modules = (names) => ({
  ...COMMON,
  entryPoints: names.map((name) => `bundle/vendor/${name}.ts`),
  format: /** @type {const} */ ("esm"),
  plugins: [customModule, litert(ROOT)],
  // for operations that custom_module.js leaves out
  logOverride: { "import-is-undefined": /** @type {const} */ ("silent") },
});
// Not split: every visitor downloads the start bundle, so it contains only the parts of TF.js's core that it uses.
const start = await build(modules(SHELL));
// All other backends share one core. Each is fetched when it is first needed.
const onDemand = await build({ ...modules(ON_DEMAND), splitting: true, chunkNames: "chunk-[hash]" });
const worker = await build({
  ...COMMON,
  entryPoints: ["bundle/vendor/workbox.ts"],
  format: "iife",
  globalName: "workbox",
});

const alone = await build(single(COMMON, ROOT));

await writeFile(join(OUTPUT, WASM), await wasm(ROOT));
await writeFile(join(OUTPUT, LITERT), await litertWasm(ROOT));
const png = await readFile(join(ROOT, "node_modules/@cf-wasm/png/dist/lib/png_bg.wasm"));
await writeFile(join(OUTPUT, PNG), png);
const styles = await readFile(join(ROOT, "node_modules/uplot/dist/uPlot.min.css"));
await writeFile(join(OUTPUT, "uplot.css"), styles);
const metafiles = [start, onDemand, worker].map(({ metafile }) => metafile);
await writeFile(join(OUTPUT, "LICENCES.txt"), await licences(ROOT, metafiles, COPIED));
await writeFile(join(OUTPUT, "single-licences.txt"), await licences(ROOT, [alone.metafile], [COPIED[0]]));
const later = await engines(OUTPUT, onDemand.metafile, { litert: [LITERT] });
await writeFile(join(OUTPUT, "engines.json"), JSON.stringify(later, null, 2));
await writeFile(
  join(OUTPUT, "sizes.json"),
  JSON.stringify(await sizes(OUTPUT, { wasm: ["tfjs-wasm.js", WASM] }, later)),
);
await writeFile(join(OUTPUT, "shell.js"), await shell(STATIC, OUTPUT, later));

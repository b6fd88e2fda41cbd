/**
 * `npm run build [folder]` writes `vendor/` and `built/` into `static/`, or into another folder. The output is
 * reproducible: no times, no absolute paths, sorted lists. Node's flags in `package.json` only save time: it does not
 * optimise Binaryen's WebAssembly, which runs too briefly for that to pay, and collects garbage less often.
 */

import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join, resolve } from "node:path";

import { build } from "esbuild";

import { customModule } from "./custom_module.js";
import { ENCODINGS } from "./encodings.js";
import { engines } from "./engines.js";
import { isolated } from "./isolated.js";
import { models } from "./lean_run.js";
import { leanScript } from "./lean_script.js";
import { LEAN_WASM, leanWasm } from "./lean_wasm.js";
import { licences } from "./licences.js";
import { FILES as LITERT_FILES, content as litertContent, litert } from "./litert.js";
import { namespaces } from "./namespaces.js";
import { KERNELS, LEAN, WHOLE } from "./operations.js";
import { page } from "./page.js";
import { shell } from "./shell.js";
import { single } from "./single.js";
import { engineSizes, modelSizes } from "./sizes.js";
import { TYPES, types } from "./types.js";
import { THREADED_WASM, WASM, wasm } from "./wasm.js";

const ROOT = dirname(import.meta.dirname);
const STATIC = join(ROOT, "static");
const OUTPUT = resolve(process.argv[2] ?? STATIC);
const VENDOR = join(OUTPUT, "vendor");
const BUILT = join(OUTPUT, "built");

/** The default engine: with what the default model needs, and whole. */
const [LEAN_ENGINE, WASM_ENGINE] = ["tfjs-lean", "tfjs-wasm"];
/** The bundles of the page and its default engine, and those that are fetched when they are first used. */
const SHELL = [WASM_ENGINE, "comlink", "fflate", "idb_keyval", "png", "signature_pad", "uplot"];
const ON_DEMAND = ["tfjs", "tfjs-cpu", "tfjs-webgl", "tfjs-webgpu", "tfjs-threads", "litert"];
/** LiteRT.js can start only one WebAssembly, so with threads it shares nothing with the one without. */
const LITERT_THREADS = /** @type {const} */ ("litert-threads");
const PNG = "png.wasm"; // as in static/js/views/compare/png.js
const LITERT = "litert"; // a folder, as in static/js/engines/litert.js

/** Packages whose WebAssembly or styles are copied into `vendor/`, without esbuild. */
const COPIED = ["@tensorflow/tfjs-backend-wasm", "@litertjs/core", "@cf-wasm/png", "uplot"];

/** @type {import("esbuild").BuildOptions} */
const COMMON = {
  absWorkingDir: ROOT,
  outdir: VENDOR,
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
for (const folder of [VENDOR, BUILT]) await clear(folder);
await mkdir(join(VENDOR, LITERT), { recursive: true });

/**
 * @param {string[]} names in `bundle/vendor/`
 * @param {import("esbuild").Plugin[]} plugins
 */
const modules = (names, plugins) => ({
  ...COMMON,
  entryPoints: names.map((name) => `bundle/vendor/${name}.ts`),
  format: /** @type {const} */ ("esm"),
  plugins,
  // for operations that custom_module.js leaves out
  logOverride: { "import-is-undefined": /** @type {const} */ ("silent") },
});
// Not split: every visitor downloads the start bundle, so it contains only the parts of TF.js's core that it uses.
const start = await build(modules(SHELL, [customModule(WHOLE)]));
// What every visitor downloads before the first answer. It is made smaller below.
const lean = await build({
  ...modules([LEAN_ENGINE], [namespaces(ROOT), isolated, customModule(LEAN)]),
  define: { ...COMMON.define, process: "undefined" },
  minify: false,
  write: false,
});
// All other backends share one core. Each is fetched when it is first needed.
const onDemand = await build({
  ...modules(ON_DEMAND, [customModule(WHOLE, true), litert(ROOT)]),
  ...{ splitting: true, chunkNames: "chunk-[hash]" },
});
const litertThreads = await build(modules([LITERT_THREADS], [litert(ROOT, LITERT_THREADS)]));
const worker = await build({
  ...COMMON,
  entryPoints: ["bundle/vendor/workbox.ts"],
  format: "iife",
  globalName: "workbox",
});

const alone = await build(single(COMMON, ROOT));

await writeFile(join(VENDOR, WASM), await wasm(ROOT, KERNELS));
const source = lean.outputFiles[0].text;
const leanWhole = await wasm(ROOT, LEAN.kernels);
const folder = join(STATIC, "models");
const needed = await models(folder);
await writeFile(join(VENDOR, `${LEAN_ENGINE}.js`), await leanScript(source, leanWhole, needed, folder, COMMON));
await writeFile(join(VENDOR, LEAN_WASM), await leanWasm(source, leanWhole, needed, folder));
await writeFile(join(VENDOR, THREADED_WASM), await wasm(ROOT, KERNELS, THREADED_WASM));
for (const name of Object.values(LITERT_FILES).flat())
  await writeFile(join(VENDOR, LITERT, name), await litertContent(ROOT, name, COMMON));
const png = await readFile(join(ROOT, "node_modules/@cf-wasm/png/dist/lib/png_bg.wasm"));
await writeFile(join(VENDOR, PNG), png);
const styles = await readFile(join(ROOT, "node_modules/uplot/dist/uPlot.min.css"));
await writeFile(join(VENDOR, "uplot.css"), styles);
const metafiles = [start, lean, onDemand, litertThreads, worker].map(({ metafile }) => metafile);
await writeFile(join(VENDOR, "LICENCES.txt"), await licences(ROOT, metafiles, COPIED));
await writeFile(join(VENDOR, "single-licences.txt"), await licences(ROOT, [alone.metafile], [COPIED[0]]));
const [plain, threaded] = [LITERT_FILES.litert, LITERT_FILES[LITERT_THREADS]].map((names) =>
  names.map((name) => `${LITERT}/${name}`),
);
const later = await engines(VENDOR, [onDemand.metafile, litertThreads.metafile], {
  ...{ litert: plain, "litert-webgpu": plain, [LITERT_THREADS]: threaded },
  "wasm-threads": [THREADED_WASM],
});
await writeFile(join(VENDOR, "engines.json"), JSON.stringify(later, null, 2));
const leanFiles = [`${LEAN_ENGINE}.js`, LEAN_WASM];
// a model that needs the whole engine has downloaded the lean one before
const first = { wasm: leanFiles, "wasm-whole": [...leanFiles, `${WASM_ENGINE}.js`, WASM] };
const sizes = {
  engines: await engineSizes(VENDOR, join(STATIC, "vendor"), first, later),
  models: await modelSizes(folder),
};
await writeFile(join(VENDOR, "sizes.json"), JSON.stringify(sizes));
const built = await page(COMMON, ROOT, VENDOR, BUILT, [LEAN_ENGINE, WASM_ENGINE, ...ON_DEMAND, LITERT_THREADS]);
await writeFile(join(VENDOR, "shell.js"), await shell(STATIC, OUTPUT, built, later));

/** Deletes the files of an earlier build. The compressed ones stay: they take longer to make than all the rest. */
async function clear(/** @type {string} */ folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !(extname(entry.name) in ENCODINGS));
  await Promise.all(files.map(({ parentPath, name }) => rm(join(parentPath, name))));
}

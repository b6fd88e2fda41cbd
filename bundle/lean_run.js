/**
 * Runs the lean TF.js with the default model and its front end as the page does, to see what of it the page needs: its
 * script and its WebAssembly are made from that.
 */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compileFunction } from "node:vm";

import { inWasm, open } from "../static/js/engines/tfjs.js";

const HOST = "https://both-sides.invalid/";
/** Inks on white. The first answer is recorded, the second is compared with the record, which gives the others. */
const INKS = [0, 255, 128, 0];
/** 64 MB: the WebAssembly begins with 16 MB, and has to grow. */
const LARGE = 16e6;

/**
 * The addresses of the default model's files for TF.js, and of its front end's.
 *
 * @param {string} folder of the models
 * @returns {Promise<string[]>}
 */
export async function models(folder) {
  const catalog = JSON.parse(await readFile(join(folder, "catalog.json"), "utf8"));
  const model = catalog.models.find((/** @type {{name: string}} */ { name }) => name === catalog.default);
  const features = model.features ? [model.features.file] : [];
  return [...model.files, ...features, ...(catalog.front_end?.files ?? [])]
    .filter((/** @type {{format: string}} */ { format }) => format === "tfjs")
    .map((/** @type {{path: string}} */ { path }) => HOST + path);
}

/**
 * Starts TF.js, shows pictures to each model, and lets go of it. TF.js is shown a worker of a browser.
 *
 * @param {string} source of the lean TF.js, a module
 * @param {string} name of the source, for the profiler
 * @param {Response} binary the WebAssembly, as the host answers
 * @param {string[]} addresses of the models
 * @param {string} folder of the models
 * @param {typeof WebAssembly} [assembly] instead of Node's
 */
export async function run(source, name, binary, addresses, folder, assembly = WebAssembly) {
  /** @type {Record<string, unknown>} */
  const worker = {
    ...{ process: undefined, window: undefined, global: undefined, document: undefined },
    ...{ navigator: undefined, Buffer: undefined, console: { ...console, warn: () => {} } },
    self: { location: { href: HOST } },
    importScripts: () => {},
    WorkerGlobalScope: Object,
    WebAssembly: assembly,
    fetch: async () => binary.clone(),
  };
  const body = source.replace(
    /export \{([^}]*)\};\s*$/,
    (_, list) => `return {${list.replace(/(\w+) as (\w+)/g, "$2: $1")}};`,
  );
  const bundle = compileFunction(body, Object.keys(worker), { filename: name })(...Object.values(worker));
  const tfjs = await inWasm("lean", bundle, `${HOST}lean.wasm`);
  if (!(await tfjs.setBackend("lean"))) throw new Error("TF.js could not start its backend 'lean'.");
  tfjs.tensor(new Float32Array(LARGE)).dispose();
  for (const address of addresses) {
    const engine = await open(
      tfjs,
      "lean",
      address,
      async (url) => new Response(await readFile(url.replace(HOST, `${folder}/`))),
    );
    for (const ink of INKS) await engine.predict(picture(engine.input, ink));
    engine.dispose();
  }
}

/** A stroke of some ink on white. @param {[number, number, number, number]} shape @param {number} ink */
function picture([, height, width, channels], ink) {
  const pixels = new Float32Array(height * width * channels).fill(255);
  for (let y = height >> 2; y < (height * 3) >> 2; y++) {
    const from = (y * width + (width >> 1)) * channels;
    pixels.fill(255 - ink, from, from + 10 * channels);
  }
  return pixels;
}

/**
 * Bundles the sources of the page, `static/js/` and `static/css/`, into `static/built/`: what loads together is one
 * file. Rollup, because it does not split off what the importing script has already loaded, as esbuild does.
 */

import { basename, dirname, join } from "node:path";

import { build, transform } from "esbuild";
import { rollup } from "rollup";

/** A script in `built/js/` -> its source. The names are in `index.html`, `relay.html`, `engines/inference.js`, the app. */
const PAGE = {
  main: "main.js",
  worker: "engines/worker.js",
  own_worker: "own/own_worker.js",
  relay: "views/compare/relay.js",
};
const APP = { home: "home/home.js" };
/** Style sheets that a view fetches when it is first shown. The others are part of `page.css`. */
const VIEW_STYLES = ["hybrid.css", "latencies.css", "own.css", "teach.css"];

const BUNDLES = /\/vendor\/[\w-]+\.js$/;

/**
 * @param {import("esbuild").BuildOptions} common
 * @param {string} root folder with `static`
 * @param {string} vendor folder with the bundles of npm's packages
 * @param {string} output
 * @param {string[]} engines names in `vendor/` that stay files of their own: a visitor downloads one of them, and other
 *   pages import them through `engine.js`
 * @returns {Promise<string[]>} the files that the page needs, relative to `output`, without those of the Gradio app
 */
export async function page(common, root, vendor, output, engines) {
  const sources = join(root, "static/js");
  /** @type {import("rollup").Plugin} */
  const bundles = {
    name: "bundles",
    resolveId(source) {
      if (!BUNDLES.test(source)) return undefined;
      const name = basename(source);
      return engines.includes(basename(name, ".js"))
        ? { id: `../../vendor/${name}`, external: "relative" }
        : join(vendor, name);
    },
    async renderChunk(code) {
      return (await transform(code, { minify: true, target: common.target })).code;
    },
  };
  /** @param {string} name @param {string} source */
  async function script(name, source) {
    const bundle = await rollup({
      input: { [name]: join(sources, source) },
      preserveEntrySignatures: "allow-extension", // else a script whose chunks import it is split in two
      plugins: [bundles],
    });
    const { output: chunks } = await bundle.write({
      dir: join(output, "js"),
      entryFileNames: "[name].js",
      chunkFileNames: ({ name, moduleIds }) => `${name === "view" ? viewIn(moduleIds) : "[name]"}-[hash].js`,
      hashCharacters: "hex",
    });
    // its address has a query, so a chunk that imports it would start it a second time
    if (name.endsWith("worker") && chunks.length > 1) throw new Error("The worker must be one file.");
    return chunks.map(({ fileName }) => `js/${fileName}`);
  }
  /** The view's name. @param {string[]} modules of its chunk */
  const viewIn = (modules) => basename(dirname(modules.find((path) => path.endsWith("/view.js")) ?? ""));
  /** @param {Record<string, string>} scripts */
  const all = async (scripts) =>
    (await Promise.all(Object.entries(scripts).map(([name, source]) => script(name, source)))).flat();
  await build({
    ...common,
    entryPoints: ["page.css", ...VIEW_STYLES].map((name) => join(root, "static/css", name)),
    outdir: join(output, "css"),
  });
  await all(APP);
  return [...(await all(PAGE)), ...["page.css", ...VIEW_STYLES].map((name) => `css/${name}`)].sort();
}

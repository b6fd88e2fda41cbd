import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Files of the page outside of its folders. Models are not listed, so that one can be exported without Node. */
const PAGE = [
  ...[
    "index.html",
    "relay.html",
    "css/tokens.css",
    "css/controls.css",
    "css/cards.css",
    "css/lanes.css",
    "css/style.css",
    "css/header.css",
    "css/stage.css",
    "css/answer.css",
  ],
  ...["css/benchmark.css", "css/compare.css", "css/pay.css", "css/measure.css", "css/downloads.css", "css/keeping.css"],
  ...["favicon.svg", "manifest.webmanifest", "icon-192.png"],
];

/** Files in `js/` that are not kept: the scripts of the Gradio app, which needs its server. */
const APP = "home/";

/** Files in `vendor/` that are not kept: of the service worker, of the single file, and those only a server needs. */
const WORKER = ["workbox.js", "png.wasm", "LICENCES.txt", "single-page.js", "single-worker.js", "single-licences.txt"];

/**
 * A script for the service worker with the list of files that it keeps. It changes when a file changes, which makes a
 * new version of the page. It also lists the files of the engines that are kept when they are first used.
 *
 * @param {string} folder the folder that is served
 * @param {string} vendor folder with the bundles
 * @param {Record<string, import("./engines.js").Part[]>} engines
 * @returns {Promise<string>}
 */
export async function shell(folder, vendor, engines) {
  const later = Object.fromEntries(
    Object.values(engines).flatMap((parts) => parts.map(({ url, sha256 }) => [url, sha256])),
  );
  const scripts = (await readdir(join(folder, "js"), { recursive: true })).filter(
    (name) => name.endsWith(".js") && !name.startsWith(APP),
  );
  const bundles = (await readdir(vendor, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !WORKER.includes(entry.name) && !(`vendor/${entry.name}` in later))
    .map((entry) => entry.name);
  /** @type {[url: string, path: string][]} */
  const files = [
    ...PAGE.map((name) => /** @type {const} */ ([name, join(folder, name)])),
    ...scripts.map((name) => /** @type {const} */ ([`js/${name}`, join(folder, "js", name)])),
    ...bundles.map((name) => /** @type {const} */ ([`vendor/${name}`, join(vendor, name)])),
  ];
  const entries = files.sort().map(async ([url, path]) => {
    const revision = createHash("sha256")
      .update(await readFile(path))
      .digest("hex")
      .slice(0, 16);
    return { url, revision };
  });
  return `self.SHELL = ${JSON.stringify(await Promise.all(entries), null, 2)};
self.ENGINES = ${JSON.stringify(later, null, 2)};
`;
}

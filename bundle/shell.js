import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What the page is made of, apart from folders. Models are not listed, so one can be exported without Node. */
const PAGE = [
  ...["index.html", "style.css", "answer.css", "benchmark.css", "compare.css", "measure.css", "downloads.css"],
  ...["favicon.svg", "manifest.webmanifest", "icon-192.png"],
];

/** In `vendor/`, and not the page's: the service worker's own, and those of the page in one file. */
const WORKER = ["workbox.js", "LICENCES.txt", "single-page.js", "single-worker.js"];

/**
 * The lists of files that the service worker keeps, as a script for it: with the content of any of them it changes,
 * and that makes a new version of the page. `SHELL` is kept at once, `ON_DEMAND` when it is first used.
 *
 * @param {string} folder that is served
 * @param {string} vendor folder with the bundles
 * @param {string[]} onDemand the bundles that are not for everybody, relative to `vendor`
 * @returns {Promise<string>}
 */
export async function shell(folder, vendor, onDemand) {
  const scripts = (await readdir(join(folder, "js"), { recursive: true })).filter((name) => name.endsWith(".js"));
  const bundles = (await readdir(vendor, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && ![...WORKER, ...onDemand].includes(entry.name))
    .map((entry) => entry.name);
  /** @type {[url: string, path: string][]} */
  const files = [
    ...PAGE.map((name) => /** @type {const} */ ([name, join(folder, name)])),
    ...scripts.map((name) => /** @type {const} */ ([`js/${name}`, join(folder, "js", name)])),
    ...bundles.map((name) => /** @type {const} */ ([`vendor/${name}`, join(vendor, name)])),
  ];
  const later = onDemand.map((name) => /** @type {[string, string]} */ ([`vendor/${name}`, join(vendor, name)]));
  return `self.SHELL = ${await listed(files)};\nself.ON_DEMAND = ${await listed(later)};\n`;
}

/** @param {[url: string, path: string][]} files */
async function listed(files) {
  const entries = files.sort().map(async ([url, path]) => {
    const revision = createHash("sha256")
      .update(await readFile(path))
      .digest("hex")
      .slice(0, 16);
    return { url, revision };
  });
  return JSON.stringify(await Promise.all(entries), null, 2);
}

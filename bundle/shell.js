import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The curves of hybrids, which are measured, not exported. */
const HYBRID = "models/hybrid.json";
/** Files of the page that are not built. Models are not listed, so that one can be exported without Node. */
const PAGE = ["index.html", "relay.html", "favicon.svg", "manifest.webmanifest", "icon-192.png", HYBRID];

/** Files in `vendor/` that the page requests, apart from the engines that are fetched when they are first used. */
const VENDOR = [
  "tfjs-lean.js",
  "tfjs-lean.wasm",
  "tfjs-wasm.js",
  "tfjs-backend-wasm-simd.wasm",
  "engines.json",
  "sizes.json",
  "uplot.css",
];

/**
 * A script for the service worker with the list of files that it keeps. It changes when a file changes, which makes a
 * new version of the page. It also lists the files of the engines that are kept when they are first used.
 *
 * @param {string} folder the folder that is served
 * @param {string} output folder with `vendor/` and `built/`
 * @param {string[]} built the page's files in `built/`
 * @param {Record<string, import("./engines.js").Part[]>} engines
 * @returns {Promise<string>}
 */
export async function shell(folder, output, built, engines) {
  const later = Object.fromEntries(
    Object.values(engines).flatMap((parts) => parts.map(({ url, sha256 }) => [url, sha256])),
  );
  /** @type {[url: string, path: string][]} */
  const files = [
    ...PAGE.map((name) => /** @type {const} */ ([name, join(folder, name)])),
    ...[...built.map((name) => `built/${name}`), ...VENDOR.map((name) => `vendor/${name}`)].map(
      (name) => /** @type {const} */ ([name, join(output, name)]),
    ),
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

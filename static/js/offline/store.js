/** What is kept on this device for use without a network, and whether there is anything newer. */

import { CATALOG, integrityOf, requestOf } from "../core/catalog.js";

/**
 * @typedef {import("../core/catalog.js").Catalog} Catalog
 * @typedef {import("../core/catalog.js").File} File
 * @typedef {{url: string, bytes: number, sha256: string}} EnginePart one file; its address is relative to the page
 * @typedef {Record<string, EnginePart[]>} Engines by backend, those that are not kept with the page itself
 */

const PAGE = new URL("../../", import.meta.url);
const PICTURES = new URL("data/examples/", PAGE).href;

/** @returns {Promise<ServiceWorkerRegistration | undefined>} none on `file:`, on plain HTTP and in some frames */
export async function registerServiceWorker() {
  if (!navigator.serviceWorker) return undefined;
  try {
    const script = new URL("../../sw.js", import.meta.url);
    await navigator.serviceWorker.register(script, { updateViaCache: "none" });
    return await navigator.serviceWorker.ready;
  } catch {
    return undefined; // the page works without
  }
}

/** @returns {Promise<Engines>} */
export async function loadEngines() {
  return (await fetch(new URL("vendor/engines.json", PAGE))).json();
}

/**
 * Keeps models and an engine for use without a network. The catalog goes in last, so whenever the network goes away,
 * the kept catalog and the kept files belong together; only then what nothing names any more is thrown away.
 *
 * @param {ServiceWorkerRegistration} registration
 * @param {Catalog} catalog
 * @param {File[]} files
 * @param {Engines} engines
 * @param {string} backend
 * @throws {Error} a file cannot be fetched, or is not what its hash says; then the catalog kept before stays
 */
export async function keep(registration, catalog, files, engines, backend) {
  const cache = await open(registration);
  for (const request of files.flatMap(requestsOf)) {
    if (!(await cache.match(request))) await add(cache, request);
  }
  for (const part of engines[backend] ?? []) {
    if (!(await cache.match(keyOf(part)))) await addEngine(cache, part);
  }
  await cache.put(CATALOG, new Response(JSON.stringify(catalog), { headers: { "Content-Type": "application/json" } }));
  const named = new Set([
    ...publishedIn(catalog).flatMap((file) => requestsOf(file).map(({ url }) => url)),
    ...Object.values(engines).flat().map(keyOf),
  ]);
  for (const { url } of await cache.keys()) {
    if (new URL(url).searchParams.has("sha256") && !named.has(url)) await cache.delete(url);
  }
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {Engines} engines
 * @returns {Promise<{file(file: File): boolean, missing(backend: string): number, catalog: boolean}>} what is kept now:
 *   a file of a model, a catalog; and how many bytes of an engine are not
 */
export async function whatIsKept(registration, engines) {
  const urls = new Set((await (await open(registration)).keys()).map(({ url }) => url));
  return {
    file: (file) => requestsOf(file).every(({ url }) => urls.has(url)),
    missing: (backend) =>
      (engines[backend] ?? []).filter((part) => !urls.has(keyOf(part))).reduce((sum, { bytes }) => sum + bytes, 0),
    catalog: urls.has(CATALOG),
  };
}

/** @returns {Promise<Catalog | undefined>} the one that the host has now; none where it cannot be had */
export async function newestCatalog() {
  const response = await fetch(`${CATALOG}?newest`, { cache: "no-cache" }).catch(() => undefined); // past what is kept
  return response?.ok ? response.json().catch(() => undefined) : undefined;
}

/**
 * Whether two catalogs name the same files, whatever else they say of them.
 *
 * @param {Catalog} one
 * @param {Catalog} other
 */
export function nameTheSame(one, other) {
  const [these, those] = [one, other].map((catalog) =>
    publishedIn(catalog)
      .flatMap(requestsOf)
      .map(({ url }) => url),
  );
  return String(these.sort()) === String(those.sort());
}

/** @param {Catalog} catalog */
function publishedIn({ models, front_end }) {
  return [...models, ...(front_end ? [front_end] : [])].flatMap(({ files }) => files);
}

/** @param {ServiceWorkerRegistration} registration */
function open(registration) {
  return caches.open(`both-sides 2 ${registration.scope}`); // as in sw.js
}

/**
 * @param {Cache} cache
 * @param {Request} request
 */
function add(cache, request) {
  // once more past the browser's own cache, which may have kept a broken download
  return cache.add(request.clone()).catch(() => cache.add(new Request(request, { cache: "reload" })));
}

/**
 * @param {Cache} cache
 * @param {EnginePart} part
 */
async function addEngine(cache, part) {
  const response = await fetch(new URL(part.url, PAGE), { integrity: integrityOf(part) });
  if (!response.ok) throw new Error(`${part.url} could not be kept: the host answers ${response.status}.`);
  await cache.put(keyOf(part), response);
}

/** What an engine's file is kept by, as in sw.js. @param {EnginePart} part */
function keyOf({ url, sha256 }) {
  return `${new URL(url, PAGE).href}?sha256=${sha256}`;
}

/**
 * Keeps pictures by their addresses, and throws away what no address in `known` names. One that is missing on the
 * host is left out.
 *
 * @param {ServiceWorkerRegistration} registration
 * @param {string[]} pictures addresses
 * @param {string[]} known addresses of all pictures there are
 */
export async function keepPictures(registration, pictures, known) {
  const cache = await open(registration);
  for (const url of pictures) {
    if (!(await cache.match(url))) await cache.add(url).catch(console.warn);
  }
  for (const { url } of await cache.keys()) {
    if (url.startsWith(PICTURES) && !known.includes(url)) await cache.delete(url);
  }
}

/** @param {import("../core/catalog.js").File} file */
function requestsOf(file) {
  return [file, ...file.parts].map(requestOf);
}

/**
 * Calls `offer` when another version of the page is ready. It takes over when the function that `offer` is given is
 * called, or else when the last tab is closed.
 *
 * @param {ServiceWorkerRegistration} registration
 * @param {(update: () => void) => void} offer
 */
export function onNewVersion(registration, offer) {
  const found = () => {
    const { waiting } = registration;
    if (!waiting) return;
    offer(() => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("activate");
    });
  };
  found();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", found);
  });
}

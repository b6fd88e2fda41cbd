/** Stores files on this device for offline use, and finds newer versions. */

import { PAGE } from "../core/addresses.js";
import { BEGINNING, CATALOG, beginningOf, integrityOf, requestOf } from "../core/catalog.js";
import { alone } from "./alone.js";

/**
 * @typedef {import("../core/catalog.js").Catalog} Catalog
 * @typedef {import("../core/catalog.js").File} File
 * @typedef {{url: string, bytes: number, sha256: string}} EnginePart a file; its address is relative to the page
 * @typedef {Record<string, EnginePart[]>} Engines by backend: engines that are not part of the page itself
 * @typedef {{file(file: File): boolean, missing(backend: string): number, catalog: boolean}} Stored whether a file and a
 *   catalog are stored, and how many bytes of an engine are missing
 */

const PICTURES = new URL("data/examples/", PAGE).href;

/** @returns {Promise<ServiceWorkerRegistration | undefined>} undefined on `file:`, on plain HTTP and in some iframes */
export async function registerServiceWorker() {
  if (!navigator.serviceWorker) return undefined;
  try {
    const script = new URL("sw.js", PAGE);
    await navigator.serviceWorker.register(script, { updateViaCache: "none" });
    return await navigator.serviceWorker.ready;
  } catch {
    return undefined; // the page works without it
  }
}

/** @returns {Promise<Engines>} */
export async function loadEngines() {
  return (await fetch(new URL("vendor/engines.json", PAGE))).json();
}

/**
 * Stores models and an engine for offline use, one caller after another in all tabs. The catalog is stored after its
 * files, so that it always matches them, even if the network fails. If another tab has meanwhile stored a catalog of
 * other files, that one stays, with its files.
 *
 * @param {ServiceWorkerRegistration} registration
 * @param {Catalog} catalog
 * @param {File[]} files
 * @param {Engines} engines
 * @param {string} backend
 * @throws {Error} a file cannot be fetched, or does not match its hash; the old catalog then stays
 */
export const keep = (registration, catalog, files, engines, backend) =>
  alone(nameFor(registration), async () => {
    const cache = await open(registration);
    await addMissing(cache, files);
    await keepEngine(registration, engines, backend);
    /** @type {Catalog | undefined} */
    const stored = await (await cache.match(CATALOG))?.json();
    if (!stored || listSameFiles(stored, catalog)) await keepCatalog(cache, catalog, engines);
  });

/**
 * Replaces the stored catalog and its files, in the same order. Files that are stored while others are being fetched get
 * their successors too.
 *
 * @param {ServiceWorkerRegistration} registration
 * @param {Catalog} newest
 * @param {(stored: Stored) => File[]} successorsOf the files of `newest` that replace the stored ones
 * @param {Engines} engines
 * @param {string} backend
 * @throws {Error} as `keep`
 */
export const replace = (registration, newest, successorsOf, engines, backend) =>
  alone(nameFor(registration), async () => {
    const cache = await open(registration);
    const findMissing = async () => {
      const stored = await findStored(registration, engines);
      return successorsOf(stored).filter((file) => !stored.file(file));
    };
    for (let files = await findMissing(); files.length; files = await findMissing()) await addMissing(cache, files);
    await keepEngine(registration, engines, backend);
    await keepCatalog(cache, newest, engines);
  });

/**
 * @param {Cache} cache
 * @param {File[]} files
 */
async function addMissing(cache, files) {
  for (const request of files.flatMap(requestsOf)) {
    if (!(await cache.match(request))) await add(cache, request);
  }
}

/**
 * Stores the catalog and its beginning, and deletes the files that it does not name.
 *
 * @param {Cache} cache
 * @param {Catalog} catalog
 * @param {Engines} engines
 */
async function keepCatalog(cache, catalog, engines) {
  await cache.put(BEGINNING, json(beginningOf(catalog)));
  await cache.put(CATALOG, json(catalog));
  const named = new Set([
    ...publishedIn(catalog).flatMap((file) => requestsOf(file).map(({ url }) => url)),
    ...Object.values(engines).flat().map(keyOf),
  ]);
  for (const { url } of await cache.keys()) {
    if (new URL(url).searchParams.has("sha256") && !named.has(url)) await cache.delete(url);
  }
}

/** @param {Catalog} catalog */
function json(catalog) {
  return new Response(JSON.stringify(catalog), { headers: { "Content-Type": "application/json" } });
}

/**
 * Stores an engine, unless it is part of the page itself.
 *
 * @param {ServiceWorkerRegistration} registration
 * @param {Engines} engines
 * @param {string} backend
 */
export async function keepEngine(registration, engines, backend) {
  const cache = await open(registration);
  for (const part of engines[backend] ?? []) {
    if (!(await cache.match(keyOf(part)))) await addEngine(cache, part);
  }
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {Engines} engines
 * @returns {Promise<Stored>}
 */
export async function findStored(registration, engines) {
  const urls = new Set((await (await open(registration)).keys()).map(({ url }) => url));
  return {
    file: (file) => requestsOf(file).every(({ url }) => urls.has(url)),
    missing: (backend) =>
      (engines[backend] ?? []).filter((part) => !urls.has(keyOf(part))).reduce((sum, { bytes }) => sum + bytes, 0),
    catalog: urls.has(CATALOG),
  };
}

/**
 * Stores one file once the service worker is there, which it is not on `file:` and on plain HTTP.
 *
 * @param {File} file
 */
export async function keepFile(file) {
  if (!navigator.serviceWorker) return;
  const registration = await navigator.serviceWorker.ready;
  await alone(nameFor(registration), async () => addMissing(await open(registration), [file]));
}

/** @returns {Promise<Catalog | undefined>} the current catalog of the host; undefined if it cannot be fetched */
export async function newestCatalog() {
  const response = await fetch(`${CATALOG}?newest`, { cache: "no-cache" }).catch(() => undefined); // the query bypasses the service worker
  return response?.ok ? response.json().catch(() => undefined) : undefined;
}

/**
 * Whether two catalogs list the same files.
 *
 * @param {Catalog} one
 * @param {Catalog} other
 */
export function listSameFiles(one, other) {
  const [these, those] = [one, other].map((catalog) =>
    publishedIn(catalog)
      .flatMap(requestsOf)
      .map(({ url }) => url),
  );
  return String(these.sort()) === String(those.sort());
}

/** @param {Catalog} catalog */
function publishedIn({ models, front_end }) {
  const files = [...models, ...(front_end ? [front_end] : [])].flatMap(({ files }) => files);
  return [...files, ...models.flatMap(({ features }) => (features ? [features.file] : []))];
}

/** @param {ServiceWorkerRegistration} registration */
function open(registration) {
  return caches.open(nameFor(registration));
}

/** @param {ServiceWorkerRegistration} registration */
function nameFor({ scope }) {
  return `both-sides 2 ${scope}`; // as in sw.js
}

/**
 * @param {Cache} cache
 * @param {Request} request
 */
function add(cache, request) {
  // retry without the browser's cache, which may contain a broken download
  return cache.add(request.clone()).catch(() => cache.add(new Request(request, { cache: "reload" })));
}

/**
 * @param {Cache} cache
 * @param {EnginePart} part
 */
async function addEngine(cache, part) {
  const response = await fetch(new URL(part.url, PAGE), { integrity: integrityOf(part) });
  if (!response.ok) throw new Error(`${part.url} could not be stored: the host answers ${response.status}.`);
  await cache.put(keyOf(part), response);
}

/** The cache key of an engine's file, as in sw.js. @param {EnginePart} part */
function keyOf({ url, sha256 }) {
  return `${new URL(url, PAGE).href}?sha256=${sha256}`;
}

/**
 * Stores pictures, and deletes those that are not in `known`. A picture that is missing on the host is skipped.
 *
 * @param {ServiceWorkerRegistration} registration
 * @param {string[]} pictures addresses
 * @param {string[]} known addresses of all pictures
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
 * Calls `offer` when a new version of the page is ready. The new version takes over when the function that `offer`
 * receives is called, in any tab, or when the last tab is closed. A tab shows it when its own function is called.
 *
 * @param {ServiceWorkerRegistration} registration
 * @param {(update: () => void) => void} offer
 */
export function onNewVersion(registration, offer) {
  const update = () => {
    const { waiting } = registration;
    if (!waiting) return location.reload(); // it has taken over in another tab
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("activate");
  };
  const found = () => registration.waiting && offer(update);
  found();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", found);
  });
}

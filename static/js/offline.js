import { CATALOG, requestOf } from "./catalog.js";

/** @returns {Promise<ServiceWorkerRegistration | undefined>} none on `file:`, on plain HTTP and in some frames */
export async function registerServiceWorker() {
  if (!navigator.serviceWorker) return undefined;
  try {
    const script = new URL("../sw.js", import.meta.url);
    await navigator.serviceWorker.register(script, { updateViaCache: "none" });
    return await navigator.serviceWorker.ready;
  } catch {
    return undefined; // the page works without
  }
}

/**
 * Keeps models for use without a network. The catalog goes in last, so whenever the network goes away, the kept
 * catalog and the kept files belong together; only then what it no longer names is thrown away.
 *
 * @param {ServiceWorkerRegistration} registration
 * @param {import("./catalog.js").Catalog} catalog
 * @param {import("./catalog.js").File[]} files
 */
export async function keep(registration, catalog, files) {
  const cache = await caches.open(`models ${registration.scope}`); // as in sw.js
  for (const request of files.flatMap(requestsOf)) {
    if (!(await cache.match(request))) await cache.add(request);
  }
  await cache.put(CATALOG, new Response(JSON.stringify(catalog), { headers: { "Content-Type": "application/json" } }));
  const named = new Set(
    catalog.models.flatMap((model) => model.files.flatMap(requestsOf)).map((request) => request.url),
  );
  for (const { url } of await cache.keys()) {
    if (url !== CATALOG && !named.has(url)) await cache.delete(url);
  }
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
  const cache = await caches.open(`examples ${registration.scope}`); // as in sw.js
  for (const url of pictures) {
    if (!(await cache.match(url))) await cache.add(url).catch(console.warn);
  }
  for (const { url } of await cache.keys()) {
    if (!known.includes(url)) await cache.delete(url);
  }
}

/** @param {import("./catalog.js").File} file */
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

/*
 * Stores the page and its models for offline use, in one cache whose entries are versioned one by one.
 *
 * The page, with its default engine, is precached and updated as a whole: `vendor/shell.js`, written by `npm run
 * build`, lists its files with their revisions. Models change independently of that. Their files, and those of the
 * other engines, are stored and checked by their hashes, so that no stale or broken file is used. The stored catalog
 * lists the files of the models, and stays until a newer one is stored together with its files. `js/offline/store.js`
 * stores the catalog, the models and the example pictures.
 */

importScripts("vendor/workbox.js", "vendor/shell.js");

const { CacheFirst, clientsClaim, PrecacheController, PrecacheRoute, registerRoute } = self.workbox;

const CATALOG = new URL("models/catalog.json", self.registration.scope).href;
const PICTURES = new URL("data/examples/", self.registration.scope).href;
// The number changes when older stored catalogs no longer fit this page. The scope: an origin may serve several copies.
const CACHE = `both-sides 2 ${self.registration.scope}`; // as in js/offline/store.js

/** Address of an engine's file -> its cache key, as in `js/offline/store.js`. */
const ENGINES = new Map(
  Object.entries(self.ENGINES).map(([url, sha256]) => {
    const { href } = new URL(url, self.registration.scope);
    return [href, `${href}?sha256=${sha256}`];
  }),
);

/** Only the page stores these: the catalog after its files, an engine after it was used. */
const byPage = { cacheWillUpdate: async () => null };
const byHash = { cacheKeyWillBeUsed: async ({ request }) => ENGINES.get(request.url) };

/** Revalidates what the page has just loaded, so that it is not downloaded again. */
const revalidated = { requestWillFetch: async ({ request }) => new Request(request, { cache: "no-cache" }) };

const shell = new PrecacheController({ cacheName: CACHE, plugins: [revalidated] });
shell.addToCacheList(self.SHELL);

self.addEventListener("install", (event) => shell.install(event));
self.addEventListener("activate", (event) => event.waitUntil(forgetOutdated()));
clientsClaim();

// the page is the same for every model in its address
const ignored = [/^(model|precision|engine|view|lang|server|result|utm_.*|fbclid)$/];
registerRoute(new PrecacheRoute(shell, { ignoreURLParametersMatching: ignored }));
const cached = (...plugins) => new CacheFirst({ cacheName: CACHE, plugins });
registerRoute(({ url }) => url.searchParams.has("sha256"), cached());
registerRoute(({ url }) => url.href.startsWith(PICTURES), cached());
registerRoute(({ url }) => url.href === CATALOG, cached(byPage));
registerRoute(({ url }) => ENGINES.has(url.href), cached(byPage, byHash));

/** Replaces `shell.activate`, which would delete everything that is not part of the shell. */
async function forgetOutdated() {
  const current = new Set(shell.getURLsToCacheKeys().values());
  const cache = await caches.open(CACHE);
  for (const { url } of await cache.keys()) {
    if (new URL(url).searchParams.has("__WB_REVISION__") && !current.has(url)) await cache.delete(url);
  }
  for (const name of await caches.keys()) {
    if (name !== CACHE && name.endsWith(self.registration.scope)) await caches.delete(name);
  }
}

self.addEventListener("message", ({ data }) => {
  if (data === "activate") self.skipWaiting();
});

/*
 * Keeps the page and its models for use without a network, in one cache, where each entry carries its own version.
 *
 * The page itself, with its default engine, is precached as one, which changes as a whole: `vendor/shell.js` lists its
 * files with their revisions and is written by `npm run build`. Models change without that: their files, and those of
 * the engines that are fetched when they are first used, are kept by their hashes, so a kept one is never stale, and
 * are checked by them, so a broken one is never kept. Which files of models those are says the kept catalog, which
 * stays until a newer one is taken with the files that it names; `js/offline/store.js` keeps them, and the example pictures.
 */

importScripts("vendor/workbox.js", "vendor/shell.js");

const { CacheFirst, clientsClaim, PrecacheController, PrecacheRoute, registerRoute } = self.workbox;

const CATALOG = new URL("models/catalog.json", self.registration.scope).href;
const PICTURES = new URL("data/examples/", self.registration.scope).href;
// Another number where a kept catalog of before would not do for the page of now; an origin may serve several copies.
const CACHE = `both-sides 2 ${self.registration.scope}`; // as in js/offline/store.js

/** The engines' files by what they are kept by, as in `js/offline/store.js`. */
const ENGINES = new Map(
  Object.entries(self.ENGINES).map(([url, sha256]) => {
    const { href } = new URL(url, self.registration.scope);
    return [href, `${href}?sha256=${sha256}`];
  }),
);

/** The page alone keeps these: the catalog after the files that it names, an engine after it was used. */
const byPage = { cacheWillUpdate: async () => null };
const byHash = { cacheKeyWillBeUsed: async ({ request }) => ENGINES.get(request.url) };

/** What the page has just loaded is asked for again, and not sent again. */
const revalidated = { requestWillFetch: async ({ request }) => new Request(request, { cache: "no-cache" }) };

const shell = new PrecacheController({ cacheName: CACHE, plugins: [revalidated] });
shell.addToCacheList(self.SHELL);

self.addEventListener("install", (event) => shell.install(event));
self.addEventListener("activate", (event) => event.waitUntil(forgetOutdated()));
clientsClaim();

// the page is the same whichever model its address names
const ignored = [/^(model|precision|engine|view|lang|server|result|utm_.*|fbclid)$/];
registerRoute(new PrecacheRoute(shell, { ignoreURLParametersMatching: ignored }));
const kept = (...plugins) => new CacheFirst({ cacheName: CACHE, plugins });
registerRoute(({ url }) => url.searchParams.has("sha256"), kept());
registerRoute(({ url }) => url.href.startsWith(PICTURES), kept());
registerRoute(({ url }) => url.href === CATALOG, kept(byPage));
registerRoute(({ url }) => ENGINES.has(url.href), kept(byPage, byHash));

/** Not `shell.activate`: it takes all that is not of the shell for outdated. */
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

/*
 * Keeps the page and its models for use without a network.
 *
 * The page itself, with its default engine, is precached as one version, which changes as a whole: `vendor/shell.js`
 * lists its files and is written by `npm run build`. Models change without that, and so they and the engines that are
 * fetched when they are first used stand in a cache of their own. Each of their files is kept by its hash, so a kept
 * one is never stale, and is checked by it, so a broken one is never kept. Which files of models those are says the
 * kept catalog, which stays until a newer one is taken with the files that it names; `js/offline.js` keeps them, and
 * the example pictures.
 */

importScripts("vendor/workbox.js", "vendor/shell.js");

const { CacheFirst, cleanupOutdatedCaches, clientsClaim, precacheAndRoute, registerRoute } = self.workbox;

const CATALOG = new URL("models/catalog.json", self.registration.scope).href;
const PICTURES = new URL("data/examples/", self.registration.scope).href;
const MODELS = `models ${self.registration.scope}`; // one origin may serve several copies of the page
const EXAMPLES = `examples ${self.registration.scope}`;

/** The engines' files by what they are kept by, as in `js/offline.js`. */
const ENGINES = new Map(
  Object.entries(self.ENGINES).map(([url, sha256]) => {
    const { href } = new URL(url, self.registration.scope);
    return [href, `${href}?sha256=${sha256}`];
  }),
);

/** The page alone keeps these: the catalog after the files that it names, an engine after it was used. */
const byPage = { cacheWillUpdate: async () => null };
const byHash = { cacheKeyWillBeUsed: async ({ request }) => ENGINES.get(request.url) };

// the page is the same whichever model its address names
precacheAndRoute(self.SHELL, { ignoreURLParametersMatching: [/^(model|precision|engine|view|lang|server|result|utm_.*|fbclid)$/] });
cleanupOutdatedCaches();
clientsClaim();

registerRoute(({ url }) => url.searchParams.has("sha256"), new CacheFirst({ cacheName: MODELS }));
registerRoute(({ url }) => url.href.startsWith(PICTURES), new CacheFirst({ cacheName: EXAMPLES }));
registerRoute(({ url }) => url.href === CATALOG, new CacheFirst({ cacheName: MODELS, plugins: [byPage] }));
registerRoute(({ url }) => ENGINES.has(url.href), new CacheFirst({ cacheName: MODELS, plugins: [byPage, byHash] }));

self.addEventListener("message", ({ data }) => {
  if (data === "activate") self.skipWaiting();
});

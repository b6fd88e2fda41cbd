/*
 * Keeps the page and its models for use without a network.
 *
 * The page itself is precached as one version, which changes as a whole: `vendor/shell.js` lists its files and is
 * written by `npm run build`. Models change without that. Each of their files has its hash in its address, so a kept
 * one is never stale, and the request holds the same hash as its `integrity`, so a broken one is never kept. Which
 * files those are says the catalog, and a newer catalog wins wherever there is a network; `js/offline.js` keeps it,
 * and the example pictures.
 */

importScripts("vendor/workbox.js", "vendor/shell.js");

const { CacheFirst, NetworkFirst, cleanupOutdatedCaches, clientsClaim, precacheAndRoute, registerRoute } = self.workbox;

const CATALOG = new URL("models/catalog.json", self.registration.scope).href;
const PICTURES = new URL("data/examples/", self.registration.scope).href;
const MODELS = `models ${self.registration.scope}`; // one origin may serve several copies of the page
const EXAMPLES = `examples ${self.registration.scope}`;

/** A server's error is as good as no network; and the catalog is kept by the page alone, after the files it names. */
const withCare = {
  fetchDidSucceed: async ({ response }) => (response.ok ? response : Promise.reject(new Error(`${response.status}`))),
  cacheWillUpdate: async () => null,
};

// the page is the same whichever model its address names
precacheAndRoute(self.SHELL, { ignoreURLParametersMatching: [/^(model|precision|engine|view|lang|server|result|utm_.*|fbclid)$/] });
cleanupOutdatedCaches();
clientsClaim();

registerRoute(({ url }) => url.searchParams.has("sha256"), new CacheFirst({ cacheName: MODELS }));
registerRoute(({ url }) => url.href.startsWith(PICTURES), new CacheFirst({ cacheName: EXAMPLES }));
registerRoute(
  ({ url }) => url.href === CATALOG,
  new NetworkFirst({ cacheName: MODELS, networkTimeoutSeconds: 3, plugins: [withCare] }),
);

self.addEventListener("message", ({ data }) => {
  if (data === "activate") self.skipWaiting();
});

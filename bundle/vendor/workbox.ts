/** What `sw.js` uses of Workbox, as the global `workbox`: not every browser takes modules in a service worker. */
export { clientsClaim } from "workbox-core";
export { PrecacheController, PrecacheRoute } from "workbox-precaching";
export { registerRoute } from "workbox-routing";
export { CacheFirst } from "workbox-strategies";

/** Counts what leaves the device from this page: the bytes of the bodies of all requests that `fetch` sends. */

let bytes = 0;
/** @type {Set<(bytes: number) => void>} */
const listeners = new Set();

/** Counts from now on what this page sends by `fetch`. Importing this module alone changes nothing. */
export function startCounting() {
  const { fetch } = globalThis;
  globalThis.fetch = async (resource, options) => {
    const method = options?.method ?? (resource instanceof Request ? resource.method : "GET");
    if (["GET", "HEAD"].includes(method.toUpperCase())) return fetch(resource, options); // which have no body
    const request = new Request(resource, options);
    add((await request.clone().arrayBuffer()).byteLength);
    return fetch(request);
  };
}

/** @param {number} more bytes that were sent in another way than by this page's `fetch` */
export const countSent = (more) => add(more);

/** @param {number} more */
function add(more) {
  bytes += more;
  for (const listener of listeners) listener(bytes);
}

/** @param {(bytes: number) => void} listener hears of the bytes of now, and whenever they grow */
export function onSent(listener) {
  listeners.add(listener);
  listener(bytes);
}

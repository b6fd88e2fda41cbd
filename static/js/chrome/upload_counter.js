/** Counts the bytes that leave the device: the bodies of all requests that this page sends. */

let bytes = 0;
/** @type {Set<(bytes: number) => void>} */
const listeners = new Set();

/** Starts counting what this page sends by `fetch`. Importing this module changes nothing by itself. */
export function startCounting() {
  const { fetch } = globalThis;
  globalThis.fetch = async (resource, options) => {
    const method = options?.method ?? (resource instanceof Request ? resource.method : "GET");
    if (["GET", "HEAD"].includes(method.toUpperCase())) return fetch(resource, options); // these have no body
    const request = new Request(resource, options);
    add((await request.clone().arrayBuffer()).byteLength);
    return fetch(request);
  };
}

/** @param {number} more bytes that were sent in another way */
export const countSent = (more) => add(more);

/** @param {number} more */
function add(more) {
  bytes += more;
  for (const listener of listeners) listener(bytes);
}

/** @param {(bytes: number) => void} listener is called with the count now, and whenever it grows */
export function onSent(listener) {
  listeners.add(listener);
  listener(bytes);
}

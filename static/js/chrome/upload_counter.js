/** Counts the bytes that leave the device: the bodies of all requests that this page sends. */

let bytes = 0;
/** @type {Set<(bytes: number) => void>} */
const listeners = new Set();

/** Starts counting what this page sends by `fetch`, which is replaced. Importing this module has no effect. */
export function startCounting() {
  const { fetch } = globalThis;
  globalThis.fetch = async (resource, options) => {
    const method = options?.method ?? (resource instanceof Request ? resource.method : "GET");
    if (["GET", "HEAD"].includes(method.toUpperCase())) return fetch(resource, options); // these have no body
    const { body } = options ?? {};
    if (ArrayBuffer.isView(body)) {
      add(body.byteLength);
      return fetch(resource, options); // without a copy, whose time the comparison would measure
    }
    const request = new Request(resource, options);
    add((await request.clone().arrayBuffer()).byteLength);
    return fetch(request);
  };
}

/** Counts bytes that were not sent by `fetch`. @param {number} more */
export const countSent = (more) => add(more);

/** @param {number} more */
function add(more) {
  bytes += more;
  for (const listener of listeners) listener(bytes);
}

/** @param {(bytes: number) => void} listener is called with the count immediately, and whenever it grows */
export function onSent(listener) {
  listeners.add(listener);
  listener(bytes);
}

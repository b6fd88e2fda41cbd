/**
 * Which server is asked, and how. The page's own server is asked by `fetch`. A server that the address names is asked
 * through `relay.html`, because the policy of this page allows requests to its own host only.
 */

import { countSent } from "../../chrome/upload_counter.js";
import { PAGE } from "../../core/addresses.js";
import { serverIn } from "./address.js";
import { Problem, request as direct } from "./transport.js";

/** @typedef {import("./transport.js").Reply} Reply */

/**
 * `named` is the origin of the server that the address names; `problem` is what it names if that is not a server.
 *
 * @type {{named?: string, problem?: string}}
 */
export const { named, problem } = read();

export const API = new URL("api/", named ?? new URL("../", PAGE)).href;

function read() {
  try {
    return { named: serverIn(location.search) };
  } catch (error) {
    return { problem: /** @type {Error} */ (error).message };
  }
}

/** @type {Promise<HTMLIFrameElement> | undefined} */
let frame;

/** @param {string} server */
function relay(server) {
  const element = document.createElement("iframe");
  element.hidden = true;
  element.src = `${new URL("relay.html", PAGE)}?server=${encodeURIComponent(server)}`;
  return new Promise((/** @type {(loaded: HTMLIFrameElement) => void} */ resolve) => {
    element.addEventListener("load", () => resolve(element), { once: true });
    document.body.append(element);
  });
}

/** @type {typeof direct} */
export async function request(url, body, signal) {
  if (!named) return direct(url, body, signal);
  const { contentWindow } = await (frame ??= relay(named));
  const { port1, port2 } = new MessageChannel();
  const stop = () => port1.postMessage("stop");
  signal?.addEventListener("abort", stop);
  try {
    const message = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
    contentWindow?.postMessage({ url, body }, location.origin, [port2]);
    if (body) countSent(body.byteLength);
    const { reply, kind, detail, origin } = await message;
    if (signal?.aborted) throw signal.reason;
    if (!reply) throw new Problem(kind, detail);
    return shifted(reply, origin - performance.timeOrigin);
  } finally {
    signal?.removeEventListener("abort", stop);
    port1.close();
  }
}

/**
 * Converts the times of a reply to this page's clock.
 *
 * @param {Reply} reply
 * @param {number} later milliseconds by which the iframe's clock started later
 * @returns {Reply}
 */
function shifted({ entry, received, ...reply }, later) {
  const { responseStart, responseEnd } = entry;
  const moments = { responseStart: responseStart + later, responseEnd: responseEnd + later };
  return { ...reply, received: received + later, entry: { ...entry, ...moments } };
}

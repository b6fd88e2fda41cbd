/**
 * Which server is asked, and how. The page's own server is asked by `fetch`. A server that the address names is asked
 * through `relay.html`, because the policy of this page allows requests to its own host only.
 */

import { messageOf } from "../../core/message.js";
import { make } from "../../elements/make.js";
import { countSent } from "../../chrome/upload_counter.js";
import { PAGE } from "../../core/addresses.js";
import { serverIn } from "./address.js";
import { Problem, request as direct } from "./transport.js";
import { wait } from "./wait.js";

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
    return { problem: messageOf(error) };
  }
}

/** Milliseconds: longer than the relay's own limits, after which it says why there is no answer. */
const LIMIT = 25_000;

/** @type {ReturnType<typeof relay> | undefined} */
let frame;

/** @param {string} server */
function relay(server) {
  const element = make("iframe", {
    hidden: true,
    src: `${new URL("relay.html", PAGE)}?server=${encodeURIComponent(server)}`,
  });
  const loaded = new Promise((/** @type {(relay: Window | null) => void} */ resolve, reject) => {
    const settle = () => {
      const isRelay = element.contentDocument?.documentElement.dataset.ready; // an error page loads too
      if (isRelay) resolve(element.contentWindow);
      else reject(new Problem("stopped"));
    };
    element.addEventListener("load", settle, { once: true });
  });
  document.body.append(element);
  return { element, loaded };
}

/** The next request makes a new relay. @param {ReturnType<typeof relay>} failed */
function drop(failed) {
  failed.element.remove();
  if (frame === failed) frame = undefined;
}

/** @type {typeof direct} */
export async function request(url, body, signal) {
  if (!named) return direct(url, body, signal);
  const used = (frame ??= relay(named));
  const { port1, port2 } = new MessageChannel();
  const over = new AbortController();
  const stop = () => over.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  const late = wait(LIMIT, over.signal).then(() => {
    throw new Problem("slow");
  });
  let answer;
  try {
    const relay = await Promise.race([used.loaded, late]);
    const message = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
    relay?.postMessage({ url, body }, location.origin, [port2]);
    if (body) countSent(body.byteLength);
    answer = await Promise.race([message, late]);
  } catch (error) {
    if (error instanceof Problem) drop(used); // it is the relay that fails: it would report a server's problem
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
    port1.postMessage("stop"); // nothing, if it has answered
    port1.close();
    over.abort();
  }
  const { reply, kind, detail, origin } = answer;
  if (!reply) throw new Problem(kind, detail);
  return shifted(reply, origin - performance.timeOrigin);
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

/**
 * The script of `relay.html`: sends requests to one server on another host for the page, whose policy does not allow
 * that. The relay's own policy allows any HTTPS server, so it first restricts itself to the named server.
 */

import { serverIn } from "./address.js";
import { Problem, request } from "./transport.js";

const server = serverIn(location.search);
if (!server) throw new Error("The address names no server.");
const policy = document.createElement("meta");
policy.httpEquiv = "Content-Security-Policy";
policy.content = `connect-src ${server}`;
document.head.append(policy);

addEventListener("message", async ({ data, origin, ports: [port] }) => {
  if (origin !== location.origin || !port) return;
  const { url, body } = data;
  const controller = new AbortController();
  port.onmessage = () => controller.abort();
  try {
    if (new URL(url).origin !== server) throw new Problem("refused", url);
    port.postMessage({ reply: await request(url, body, controller.signal), origin: performance.timeOrigin });
  } catch (error) {
    const { kind, message } = /** @type {Problem} */ (error);
    port.postMessage({ kind: kind ?? "stopped", detail: message });
  }
});
document.documentElement.dataset.ready = "true";

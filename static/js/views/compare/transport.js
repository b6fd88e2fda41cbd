import { countText } from "../../core/count.js";
import { wait } from "./wait.js";

/**
 * One request, and the browser's own record of it.
 *
 * @typedef {"missing" | "stopped" | "slow" | "busy" | "refused" | "nonsense" | "offline"} ProblemKind
 * @typedef {{responseStart: number, responseEnd: number, encodedBodySize: number,
 *   serverTiming: readonly {name: string, duration: number}[]}} Entry milliseconds on the clock of `performance.now()`
 * @typedef {{status: number, text: string, entry: Entry, received: number}} Reply `received` is when the page had the
 *   whole text, on the same clock
 */

/** Milliseconds: longer than the server's own limit, after which it answers with an error. */
const LIMIT = 20_000;

/** Bytes; an answer has a few kilobytes, so a longer response is invalid. */
const MOST = 1_000_000;

/** Why there is no answer. */
export class Problem extends Error {
  /**
   * @param {ProblemKind} kind
   * @param {string} [detail]
   */
  constructor(kind, detail = "") {
    super(detail);
    this.kind = kind;
  }
}

/**
 * @param {string} url unique to this request
 * @param {Uint8Array<ArrayBuffer>} [body] PNG, which is posted
 * @param {AbortSignal} [signal] stops it
 * @returns {Promise<Reply>} whatever its status is
 * @throws {Problem}
 * @throws {DOMException} "AbortError", when it was stopped
 */
export async function request(url, body, signal) {
  const controller = new AbortController();
  const stop = () => controller.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  const timer = setTimeout(() => controller.abort(new Problem("slow")), LIMIT);
  const record = recordOf(url);
  try {
    const post = body && { method: "POST", headers: { "Content-Type": "image/png" }, body };
    const response = await fetch(url, { ...post, signal: controller.signal });
    const text = await textOf(response);
    const received = performance.now();
    return { status: response.status, text, received, entry: await record.entry() };
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (controller.signal.aborted) throw controller.signal.reason;
    throw new Problem("stopped");
  } finally {
    clearTimeout(timer);
    record.stop();
    signal?.removeEventListener("abort", stop);
  }
}

/**
 * @param {Response} response
 * @throws {Problem} the response is too long
 */
async function textOf(response) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MOST) {
      reader.cancel().catch(() => {}); // it may never end
      throw new Problem("nonsense", `more than ${countText(MOST)} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

/** How long to wait for the browser's record of a request after its end, in milliseconds. */
const RECORD = 2000;

/**
 * The browser's own record of a request, which appears shortly after its end. An observer gets it, because the
 * browser's list of records is full after 250.
 *
 * @param {string} url unique to the request
 */
function recordOf(url) {
  /** @type {(entry: PerformanceResourceTiming) => void} */
  let found;
  const entry = new Promise((/** @type {typeof found} */ resolve) => (found = resolve));
  const observer = new PerformanceObserver((list) => {
    const last = /** @type {PerformanceResourceTiming | undefined} */ (list.getEntriesByName(url).at(-1));
    if (last) found(last);
  });
  observer.observe({ type: "resource" });
  return {
    /** @returns {Promise<Entry>} */
    async entry() {
      const none = wait(RECORD).then(() => {
        throw new Problem("nonsense", "The browser has no record of the request.");
      });
      const { responseStart, responseEnd, encodedBodySize, serverTiming } = await Promise.race([entry, none]);
      // Firefox keeps it to itself at an address without TLS
      const times = (serverTiming ?? []).map(({ name, duration }) => ({ name, duration }));
      return { responseStart, responseEnd, encodedBodySize, serverTiming: times };
    },
    stop: () => observer.disconnect(),
  };
}

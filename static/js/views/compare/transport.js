import { wait } from "./wait.js";

/**
 * One request, and the browser's own record of it.
 *
 * @typedef {"missing" | "stopped" | "slow" | "busy" | "refused" | "nonsense" | "offline"} ProblemKind
 * @typedef {{responseStart: number, responseEnd: number, encodedBodySize: number,
 *   serverTiming: readonly {name: string, duration: number}[]}} Entry milliseconds on the clock of `performance.now()`
 * @typedef {{status: number, text: string, entry: Entry}} Reply
 */

/** Longer than the server's own limit, after which it says itself that it is too late. */
const LIMIT = 20_000;

/** Bytes; an answer has some kilobytes, and what has more is none. */
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

performance.setResourceTimingBufferSize(100_000); // of 250 it is full after a few drawings

/**
 * @param {string} url of this request only
 * @param {Blob} [body] is posted
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
  try {
    const response = await fetch(url, { method: body ? "POST" : "GET", body, signal: controller.signal });
    const text = await textOf(response);
    return { status: response.status, text, entry: await entryOf(url) };
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (controller.signal.aborted) throw controller.signal.reason;
    throw new Problem("stopped");
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/**
 * @param {Response} response
 * @throws {Problem} it does not end where an answer would
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
      throw new Problem("nonsense", `more than ${MOST.toLocaleString("en")} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * The browser's own record of a request, which it makes a moment after its end.
 *
 * @param {string} url of one request only
 * @returns {Promise<Entry>}
 */
async function entryOf(url) {
  for (let tries = 0; tries < 50; tries++) {
    const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByName(url, "resource"));
    const entry = entries.at(-1);
    if (entry) {
      const { responseStart, responseEnd, encodedBodySize, serverTiming } = entry;
      const times = serverTiming.map(({ name, duration }) => ({ name, duration }));
      return { responseStart, responseEnd, encodedBodySize, serverTiming: times };
    }
    await wait(10);
  }
  throw new Problem("nonsense", "The browser has no record of the request.");
}

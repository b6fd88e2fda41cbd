/**
 * Where the time of an answer goes, in milliseconds.
 *
 * Both sides are measured with one clock, the page's, from the same start to the same end: from the moment at which the
 * picture is ready, before it is resized, to the moment at which the page has the answer.
 *
 * @typedef {Record<string, number>} Parts name -> milliseconds, in chronological order
 * @typedef {{parts: Parts, total: number}} Taken `total` is read from the clock, not added up
 */

/** Parts that the server reports in `Server-Timing`, beside `total`, which includes them, and `cpu`, the CPU time. */
const NAMED = ["queue", "decode", "inference"];

/** Milliseconds that the clocks of both sides may drift apart during one request. */
const SLACK = 2;

/**
 * @typedef {{resize: number, started: number, encoded: number, received: number, read: number}} Moments `started` and
 *   `encoded` are the start and the end of the encoding, `received` is when the page had the answer's text, on the
 *   clock of `performance.now()`; `resize` before them and `read` after them are durations in milliseconds
 * @param {import("./transport.js").Entry} entry of the request, with the server's `Server-Timing`
 * @param {Moments} moments
 * @param {{network: number, download: number}} simulated milliseconds that are added
 * @returns {Taken & {cpu: number}}
 * @throws {Error} `Server-Timing` is incomplete or impossible
 */
export function serverTimes(entry, { resize, started, encoded, received, read }, simulated) {
  const reported = Object.fromEntries(entry.serverTiming.map(({ name, duration }) => [name, duration]));
  const missing = ["total", "decode", "inference", "cpu"].filter((name) => !(name in reported));
  if (missing.length) throw new Error(`Server-Timing has no '${missing.join("', '")}'.`);
  const named = Object.fromEntries(NAMED.map((name) => [name, reported[name] ?? 0]));
  const network = entry.responseStart - encoded - reported.total;
  if (!(network > -SLACK)) throw new Error(`Server-Timing says ${reported.total} ms, and the request took less.`);
  const other = reported.total - Object.values(named).reduce((sum, each) => sum + each, 0);
  if (!(other > -SLACK)) throw new Error(`Server-Timing's parts take longer than its total, ${reported.total} ms.`);
  return {
    cpu: reported.cpu,
    parts: {
      resize,
      encode: encoded - started,
      network: network + simulated.network,
      ...named,
      other,
      download: entry.responseEnd - entry.responseStart + simulated.download,
      read: received - entry.responseEnd + read,
    },
    total: resize + received - started + read + simulated.network + simulated.download,
  };
}

/**
 * @param {import("../../answer/session.js").Times} times
 * @returns {Taken}
 */
export function browserTimes({ total, ...parts }) {
  return { parts, total };
}

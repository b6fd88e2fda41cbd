/**
 * Where the time of an answer goes, in milliseconds.
 *
 * Both sides have one clock, the page's, and one beginning: the moment at which the picture is there, before it is
 * resized. They have one end too: the moment at which the page has the answer in its hands.
 *
 * @typedef {Record<string, number>} Parts name -> milliseconds, in the order in which they pass
 * @typedef {{parts: Parts, total: number}} Taken `total` is read from the clock, not added up
 */

/** The server names these in `Server-Timing`; `total` holds them, and `cpu` is what of them its processor worked. */
const NAMED = ["queue", "decode", "inference"];

/** Milliseconds that the clocks of both sides may differ by, over one request. */
const SLACK = 2;

/**
 * @typedef {{resize: number, started: number, encoded: number, received: number, read: number}} Moments `started`, when
 *   the encoding began, `encoded`, when it had ended, and `received`, when the page had the answer's text, on the clock
 *   of `performance.now()`; `resize`, what was done before, and `read`, what was done after, in milliseconds
 * @param {import("./transport.js").Entry} entry of the request, with the server's `Server-Timing`
 * @param {Moments} moments
 * @param {{network: number, download: number}} simulated what is added
 * @returns {Taken & {cpu: number}}
 * @throws {Error} the answer tells no times
 */
export function serverTimes(entry, { resize, started, encoded, received, read }, simulated) {
  const said = Object.fromEntries(entry.serverTiming.map(({ name, duration }) => [name, duration]));
  const missing = ["total", "decode", "inference", "cpu"].filter((name) => !(name in said));
  if (missing.length) throw new Error(`Server-Timing has no '${missing.join("', '")}'.`);
  const named = Object.fromEntries(NAMED.map((name) => [name, said[name] ?? 0]));
  const network = entry.responseStart - encoded - said.total;
  if (!(network > -SLACK)) throw new Error(`Server-Timing says ${said.total} ms, and the request took less.`);
  const other = said.total - Object.values(named).reduce((sum, each) => sum + each, 0);
  if (!(other > -SLACK)) throw new Error(`Server-Timing's parts take longer than its total, ${said.total} ms.`);
  return {
    cpu: said.cpu,
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

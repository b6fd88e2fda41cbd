import { percentile } from "../../core/percentile.js";

/**
 * Where the time of an answer goes, in milliseconds.
 *
 * @typedef {Record<string, number>} Parts name -> milliseconds, in the order in which they pass
 */

/** The server names these in `Server-Timing`; `total` holds them, and `cpu` is what of them its processor worked. */
const NAMED = ["queue", "decode", "inference"];

/** Milliseconds that the clocks of both sides may differ by, over one request. */
const SLACK = 2;

/**
 * @param {import("./transport.js").Entry} entry of the request, with the server's `Server-Timing`
 * @param {number} started when the encoding of the picture began, on the clock of `performance.now()`
 * @param {number} encoded when it had ended
 * @param {{network: number, download: number}} simulated what is added
 * @returns {{parts: Parts, total: number, cpu: number}} `total` is taken from the clock and the delay, not from the
 *   parts
 * @throws {Error} the answer tells no times
 */
export function serverTimes(entry, started, encoded, simulated) {
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
      encode: encoded - started,
      network: network + simulated.network,
      ...named,
      other,
      download: entry.responseEnd - entry.responseStart + simulated.download,
    },
    total: entry.responseEnd - started + simulated.network + simulated.download,
  };
}

/**
 * @param {{resize: number, inference: number, readback: number}} milliseconds
 * @returns {{parts: Parts, total: number}}
 */
export function browserTimes({ resize, inference, readback }) {
  return { parts: { resize, inference, readback }, total: resize + inference + readback };
}

/**
 * @param {number[]} totals
 * @returns {{n: number, p50: number, p95: number} | undefined} undefined of none
 */
export function summaryOf(totals) {
  if (!totals.length) return undefined;
  return { n: totals.length, p50: percentile(totals, 50), p95: percentile(totals, 95) };
}

/** What a hybrid costs for a share of pictures that are sent: arithmetic only. */

import { percentiles } from "../../../core/percentile.js";
import { startOfBrowser } from "../costs.js";
import { ENOUGH } from "../samples.js";

/**
 * @typedef {import("../figures.js").Figures} Figures
 * @typedef {{small: ArrayLike<number>, large: ArrayLike<number>, exchanged: number | null, cpu: number | null,
 *   bytes: number}} Measured `small` and `large` are milliseconds of answers of the small model in the browser and of
 *   the large one on the server, network included; `exchanged` is bytes of a request and its answer, `cpu` milliseconds
 *   of the server for an answer, both null while nothing was sent; `bytes` is the size of the small model
 * @typedef {{p50: number | null, p95: number | null, exchanged: number | null, cpu: number | null}} Costs for a
 *   picture: milliseconds, bytes on average, and milliseconds of the server on average; null: not measured often enough
 * @typedef {Measured & {share: number}} Hybrid `share` of the pictures that are sent, 0 to 1
 */

/**
 * The costs of a picture. Which pictures are sent is taken as independent of how long an answer takes.
 *
 * @param {Hybrid} hybrid
 * @returns {Costs}
 */
export function costsOf({ small, large, exchanged, cpu, share }) {
  const counts = [...(share < 1 ? [small.length] : []), ...(share > 0 ? [small.length, large.length] : [])];
  const n = Math.min(...counts);
  const middle = n ? percentiles(small, 50)[0] : 0;
  const kept = Array.from(small, (time) => /** @type {const} */ ([time, (1 - share) / small.length]));
  const sent = Array.from(large, (time) => /** @type {const} */ ([middle + time, share / large.length]));
  const times = [...kept, ...sent].filter(([, weight]) => weight > 0);
  return {
    p50: n < ENOUGH.typical ? null : weightedPercentile(times, 0.5),
    p95: n < ENOUGH.slowest ? null : weightedPercentile(times, 0.95),
    exchanged: share === 0 ? 0 : exchanged === null ? null : share * exchanged,
    cpu: share === 0 ? 0 : cpu === null ? null : share * cpu,
  };
}

/**
 * The smallest value that values with at least this share of the weight do not exceed.
 *
 * @param {(readonly [value: number, weight: number])[]} weighted at least one; the weights add up to 1
 * @param {number} share 0 to 1
 */
export function weightedPercentile(weighted, share) {
  const sorted = [...weighted].sort(([a], [b]) => a - b);
  let reached = 0;
  // the sum of many weights is not exactly what it should be
  const found = sorted.find(([, weight]) => (reached += weight) >= share - 1e-9);
  return (found ?? sorted[sorted.length - 1])[0];
}

/**
 * The hybrid's line in 'When does each pay?'.
 *
 * @param {Figures} figures of the comparison
 * @param {Hybrid} hybrid
 * @param {import("../pay.js").What} what
 * @returns {import("../pay.js").Line | undefined} undefined while it has not been measured
 */
export function lineOf(figures, hybrid, what) {
  const { small, large, share, exchanged, cpu, bytes } = hybrid;
  const { browser, price } = figures;
  if (what === "data") {
    if (share > 0 && exchanged === null) return undefined;
    return { once: browser.runtime + bytes, each: share * (exchanged ?? 0) };
  }
  if (what === "money") {
    if (share > 0 && cpu === null) return undefined;
    const seconds = (share * (cpu ?? 0)) / 1000;
    return { once: 0, each: price === null ? seconds : (seconds / 3600) * price };
  }
  if (small.length < ENOUGH.typical || (share > 0 && large.length < ENOUGH.typical)) return undefined;
  const [here] = percentiles(small, 50);
  const there = share > 0 ? percentiles(large, 50)[0] : 0;
  const start = startOfBrowser({ ...figures, browser: { ...browser, model: bytes } });
  return { once: Math.max(0, start - here), each: here + share * there };
}

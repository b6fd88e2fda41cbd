import { percentile } from "../../core/percentile.js";

/** How many numbers are kept: the newest. */
const KEPT = 1000;

/** So many numbers have a median that is shown, or a quantile far out: of fewer it would be chance. */
export const ENOUGH = { typical: 10, slowest: 20 };

/**
 * Numbers as they come. All are counted, and the newest are kept, so a long session takes no more memory than a short
 * one. The first stands apart: an engine, a connection and a cache are cold then.
 */
export class Samples {
  #kept = new Float64Array(KEPT);
  n = 0;
  first = NaN;
  sum = 0;

  /** @param {number} value */
  add(value) {
    if (!this.n) this.first = value;
    else this.#kept[(this.n - 1) % KEPT] = value;
    this.n++;
    this.sum += value;
  }

  /** What is kept, without the first, in no order. */
  get later() {
    return this.#kept.subarray(0, Math.min(Math.max(this.n - 1, 0), KEPT));
  }

  /** What is kept, with the first. */
  get all() {
    return this.n ? [this.first, ...this.later] : [];
  }

  get summary() {
    return summaryOf(this.later);
  }
}

/**
 * @typedef {{n: number, p25: number, p50: number, p75: number, p95: number | null}} Summary `p95` is null of too few
 * @param {ArrayLike<number>} numbers
 * @returns {Summary | undefined} undefined of none
 */
export function summaryOf(numbers) {
  const all = Array.from(numbers);
  if (!all.length) return undefined;
  const [p25, p50, p75] = [25, 50, 75].map((percent) => percentile(all, percent));
  return { n: all.length, p25, p50, p75, p95: all.length < ENOUGH.slowest ? null : percentile(all, 95) };
}

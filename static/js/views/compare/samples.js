import { percentiles } from "../../core/percentile.js";

/** How many numbers are stored: the newest ones. */
const CAPACITY = 1000;

/** How many numbers are needed to show their median, or their 95th percentile: with fewer it would be noise. */
export const ENOUGH = { typical: 10, slowest: 20 };

/**
 * A series of measurements. All are counted, but only the newest are stored, so a long session takes no more memory
 * than a short one. The first is stored separately, because the engine, the connection and the caches are cold then.
 */
export class Samples {
  #stored = new Float64Array(CAPACITY);
  n = 0;
  first = NaN;
  sum = 0;

  /** @param {number} value */
  add(value) {
    if (!this.n) this.first = value;
    else this.#stored[(this.n - 1) % CAPACITY] = value;
    this.n++;
    this.sum += value;
  }

  /** The stored numbers without the first, in no particular order. */
  get later() {
    return this.#stored.subarray(0, Math.min(Math.max(this.n - 1, 0), CAPACITY));
  }

  /** The stored numbers including the first. */
  get all() {
    return this.n ? [this.first, ...this.later] : [];
  }

  get summary() {
    return summaryOf(this.later);
  }
}

/**
 * @typedef {{n: number, p25: number, p50: number, p75: number, p95: number | null}} Summary `p95` is null if there are
 *   too few numbers
 * @param {ArrayLike<number>} numbers
 * @returns {Summary | undefined} undefined if there are none
 */
export function summaryOf(numbers) {
  const n = numbers.length;
  if (!n) return undefined;
  const [p25, p50, p75, p95] = percentiles(numbers, 25, 50, 75, 95);
  return { n, p25, p50, p75, p95: n < ENOUGH.slowest ? null : p95 };
}

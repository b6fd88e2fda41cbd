/** Times and probabilities as text. Uses no document. */

import { countText } from "../core/count.js";

/**
 * @param {number} milliseconds
 * @returns {{number: string, unit: "ms" | "s"}} one decimal below 10 ms and from 10 s on, otherwise an integer
 */
export function timeOf(milliseconds) {
  if (milliseconds >= 9_950) return { number: (milliseconds / 1000).toFixed(1), unit: "s" };
  const digits = milliseconds < 9.95 ? 1 : 0;
  return { number: digits ? milliseconds.toFixed(1) : countText(Math.round(milliseconds)), unit: "ms" };
}

/** @param {number} milliseconds */
export function timeText(milliseconds) {
  const { number, unit } = timeOf(milliseconds);
  return `${number} ${unit}`;
}

/**
 * A probability in percent. It is never rounded up to 100 %, or down to 0 % unless it is 0.
 *
 * @param {number} share
 */
export function percentOf(share) {
  if (share > 0.999) return "> 99.9 %";
  if (share < 0.001 && share > 0) return "< 0.1 %";
  return `${(share * 100).toFixed(1)} %`;
}

/** Two times count as equal below this difference, as a fraction of the longer one or in milliseconds. */
const EQUAL = { share: 0.05, milliseconds: 0.3 };

/**
 * @param {number} browser milliseconds
 * @param {number} server milliseconds
 * @returns {{first: "browser" | "server" | "none", lead: number}} which side was first, and by how many milliseconds;
 *   "none" if the times are too close
 */
export function winnerOf(browser, server) {
  const lead = Math.abs(browser - server);
  if (lead < Math.max(EQUAL.milliseconds, EQUAL.share * Math.max(browser, server))) return { first: "none", lead };
  return { first: browser < server ? "browser" : "server", lead };
}

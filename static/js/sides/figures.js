/** Times and shares as people read them. No document here. */

/**
 * @param {number} milliseconds
 * @returns {{number: string, unit: "ms" | "s"}} two digits that count, or three
 */
export function timeOf(milliseconds) {
  if (milliseconds >= 9_950) return { number: (milliseconds / 1000).toFixed(1), unit: "s" };
  const digits = milliseconds < 9.95 ? 1 : 0;
  return { number: digits ? milliseconds.toFixed(1) : Math.round(milliseconds).toLocaleString("en"), unit: "ms" };
}

/** @param {number} milliseconds */
export function timeText(milliseconds) {
  const { number, unit } = timeOf(milliseconds);
  return `${number} ${unit}`;
}

/**
 * A probability in percent: never 100 %, for nothing is certain, nor 0 % of what is possible.
 *
 * @param {number} share
 */
export function percentOf(share) {
  if (share > 0.999) return "> 99.9 %";
  if (share < 0.001 && share > 0) return "< 0.1 %";
  return `${(share * 100).toFixed(1)} %`;
}

/** Two times that are nearer to each other than this, as a share of the longer one or in milliseconds, are alike. */
const ALIKE = { share: 0.05, milliseconds: 0.3 };

/**
 * @param {number} browser milliseconds
 * @param {number} server milliseconds
 * @returns {{first: "browser" | "server" | "none", lead: number}} who was first, and by how many milliseconds; "none"
 *   where that cannot be told
 */
export function winnerOf(browser, server) {
  const lead = Math.abs(browser - server);
  if (lead < Math.max(ALIKE.milliseconds, ALIKE.share * Math.max(browser, server))) return { first: "none", lead };
  return { first: browser < server ? "browser" : "server", lead };
}

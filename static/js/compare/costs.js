/** What each side costs: arithmetic only. */

/**
 * After how many answers what was paid once is paid back.
 *
 * @param {number} once what the browser pays once more than the server
 * @param {number} saved what each answer of the browser costs less than one of the server
 * @returns {number} a whole number; 0: from the first answer on, Infinity: never
 */
export function breakEven(once, saved) {
  if (once <= 0) return 0;
  if (saved <= 0) return Infinity;
  return Math.ceil(once / saved);
}

/**
 * @param {number} milliseconds of the server's processor for one answer
 * @returns {number} seconds for a million answers
 */
export function secondsForAMillion(milliseconds) {
  return milliseconds * 1000;
}

/**
 * @param {ArrayLike<number>} a probabilities
 * @param {ArrayLike<number>} b as many
 */
export function largestDifference(a, b) {
  if (a.length !== b.length) throw new Error(`Both sides have as many labels; here are ${a.length} and ${b.length}.`);
  return Array.from(a, (value, index) => Math.abs(value - b[index])).reduce((most, each) => Math.max(most, each), 0);
}

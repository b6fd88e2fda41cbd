/**
 * @param {ArrayLike<number>} a probabilities
 * @param {ArrayLike<number>} b of the same length
 */
export function largestDifference(a, b) {
  if (a.length !== b.length) throw new Error(`Both sides must have the same labels, not ${a.length} and ${b.length}.`);
  return Array.from(a, (value, index) => Math.abs(value - b[index])).reduce((most, each) => Math.max(most, each), 0);
}

/**
 * A difference in a sentence, such as "1.2e\u22127". A line may end after a hyphen, but not after a minus sign.
 *
 * @param {number} value
 * @param {number} [digits] after the point
 */
export const differenceText = (value, digits = 1) => value.toExponential(digits).replace("-", "\u2212");

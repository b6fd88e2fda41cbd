/**
 * @param {ArrayLike<number>} a probabilities
 * @param {ArrayLike<number>} b of the same length
 */
export function largestDifference(a, b) {
  if (a.length !== b.length) throw new Error(`Both sides must have the same labels, not ${a.length} and ${b.length}.`);
  let most = 0;
  for (let index = 0; index < a.length; index++) most = Math.max(most, Math.abs(a[index] - b[index]));
  return most;
}

/**
 * A difference in a sentence, such as "1.2e\u22127". A line may end after a hyphen, but not after a minus sign.
 *
 * @param {number} value
 * @param {number} [digits] after the point
 */
export const differenceText = (value, digits = 1) => value.toExponential(digits).replace("-", "\u2212");

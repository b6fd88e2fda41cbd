/**
 * @param {ArrayLike<number>} a probabilities
 * @param {ArrayLike<number>} b of the same length
 */
export function largestDifference(a, b) {
  if (a.length !== b.length) throw new Error(`Both sides must have the same labels, not ${a.length} and ${b.length}.`);
  return Array.from(a, (value, index) => Math.abs(value - b[index])).reduce((most, each) => Math.max(most, each), 0);
}

/** How far from uniform a distribution may be and still say nothing, which is how the models answer a blank picture. */
const TOLERANCE = 1e-3;

/** @param {ArrayLike<number>} probabilities */
export function isUniform(probabilities) {
  return Math.max(...Array.from(probabilities)) - 1 / probabilities.length < TOLERANCE;
}

/**
 * The indices of the `count` most probable labels, the most probable first.
 *
 * @param {ArrayLike<number>} probabilities
 * @param {number} count
 * @returns {number[]}
 */
export function top(probabilities, count) {
  return Array.from(probabilities, (_, index) => index)
    .sort((a, b) => probabilities[b] - probabilities[a])
    .slice(0, count);
}

/**
 * Whether an answer says that the picture is blank.
 *
 * @param {ArrayLike<number>} probabilities
 * @param {number | null} most the model's `blank`: the largest difference between two probabilities of a blank picture;
 *   null if the model cannot tell
 */
export function isBlank(probabilities, most) {
  const values = Array.from(probabilities);
  return most !== null && Math.max(...values) - Math.min(...values) <= most;
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

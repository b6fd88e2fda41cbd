/**
 * Whether an answer says that the picture shows nothing.
 *
 * @param {ArrayLike<number>} probabilities
 * @param {number | null} most `blank` of the model: by how much two of them may differ then; null where none says so
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

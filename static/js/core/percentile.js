/**
 * The smallest of the numbers that as many percent of them do not exceed.
 *
 * @param {number[]} numbers
 * @param {number} percent
 */
export function percentile(numbers, percent) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)];
}

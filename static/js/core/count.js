/**
 * A whole number as text, its thousands apart. Not with `toLocaleString`: the first use of it loads the browser's rules
 * for numbers, which takes a phone a tenth of a second, often before its first answer.
 *
 * @param {number} whole at least 0
 */
export function countText(whole) {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The most characters of a label that are kept, so that a hostile one cannot fill the page. */
const LONGEST = 200;

/**
 * The labels in a text: one a line, or one a line after its number ("0 cat", "0,cat"), as tools write them.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function labelsIn(text) {
  const lines = text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.trim().slice(0, LONGEST));
  const numbered = lines.map((line, index) => new RegExp(`^${index}[ ,:\\t]+(.+)$`).exec(line)?.[1]);
  return lines.length > 1 && numbered.every((label) => label) ? /** @type {string[]} */ (numbered) : lines;
}

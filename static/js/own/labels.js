/** The most characters of a label that are kept, so that a hostile one cannot fill the page. */
const LONGEST = 200;

/**
 * The text in a file: in UTF-8, or in UTF-16 if it begins with that one's byte order mark, as Windows writes it.
 *
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function textIn(bytes) {
  const mark = bytes[0] * 256 + bytes[1];
  const encoding = { 0xfffe: "utf-16le", 0xfeff: "utf-16be" }[mark] ?? "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

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
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().slice(0, LONGEST));
  const numbered = lines.map((line, index) => new RegExp(`^${index}[ ,:\\t]+(.+)$`).exec(line)?.[1]);
  return lines.length > 1 && numbered.every((label) => label) ? /** @type {string[]} */ (numbered) : lines;
}

/** Writes a ZIP archive without compression: a model's weights hardly compress. */

/** @typedef {{name: string, content: Uint8Array<ArrayBuffer>}} Entry `name` is ASCII */

/** The remainders of all bytes for the CRC-32 of ZIP. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});

/** @param {Uint8Array} content */
export function crc32(content) {
  let sum = 0xffffffff;
  for (const byte of content) sum = REMAINDERS[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/**
 * @param {Entry[]} entries
 * @returns {Blob}
 */
export function zip(entries) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const files = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const directory = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const ascii = new TextEncoder().encode(name);
    // version 1.0, no flags, stored, 1 January 1980, so that the same model gives the same archive
    const about = [10, 0, 0, 0, 0x21, ...halves(crc32(content)), ...halves(content.length), ...halves(content.length)];
    const head = [...numbers([0x4b50, 0x0403, ...about, ascii.length, 0]), ...ascii];
    files.push(Uint8Array.from(head), content);
    const place = [ascii.length, 0, 0, 0, 0, 0, 0, ...halves(offset)];
    directory.push(Uint8Array.from([...numbers([0x4b50, 0x0201, 10, ...about, ...place]), ...ascii]));
    offset += head.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  const end = numbers([0x4b50, 0x0605, 0, 0, count, count, ...halves(size), ...halves(offset), 0]);
  return new Blob([...files, ...directory, Uint8Array.from(end)], { type: "application/zip" });
}

/** Two bytes for each number, the lower one first. @param {number[]} values */
const numbers = (values) => values.flatMap((value) => [value & 255, (value >>> 8) & 255]);

/** The lower and the upper 16 bits. @param {number} value */
const halves = (value) => [value & 0xffff, value >>> 16];

import { readFile } from "node:fs/promises";
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from "node:zlib";

/** @type {Record<string, {pack(content: Buffer): Buffer, unpack(content: Buffer): Buffer}>} by a file's last suffix */
export const ENCODINGS = {
  ".br": {
    pack: (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }), // at its best
    unpack: (content) => brotliDecompressSync(content),
  },
  ".gz": { pack: (content) => gzipSync(content, { level: 9 }), unpack: (content) => gunzipSync(content) },
};

/** A file is compressed if it has at least so many bytes, and at most this share of them is left. */
const [LEAST, MOST] = [1000, 0.8];
/** If a quick compression leaves more than this share, the best one, which takes a hundred times as long, leaves too much. */
const MOST_IF_QUICK = 0.85;
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * The content, compressed, or undefined if that makes it hardly smaller. Brotli takes seconds for a megabyte, so what
 * lies beside the original is taken if it is still the same.
 *
 * @param {string} original path of the file
 * @param {Buffer} content
 * @param {string} suffix
 */
export async function smaller(original, content, suffix) {
  if (content.length < LEAST) return undefined;
  const { pack, unpack } = ENCODINGS[suffix];
  const there = await readFile(original + suffix).catch(() => undefined);
  if (there && unpack(there).equals(content)) return there;
  if (brotliCompressSync(content, QUICK).length > MOST_IF_QUICK * content.length) return undefined;
  const compressed = pack(content);
  return compressed.length <= MOST * content.length ? compressed : undefined;
}

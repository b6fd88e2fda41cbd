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

/**
 * The content, compressed. Brotli takes seconds for a megabyte, so what lies beside the original is taken if it is still
 * the same.
 *
 * @param {string} original path of the file
 * @param {Buffer} content
 * @param {string} suffix
 */
export async function packed(original, content, suffix) {
  const { pack, unpack } = ENCODINGS[suffix];
  const there = await readFile(original + suffix).catch(() => undefined);
  return there && unpack(there).equals(content) ? there : pack(content);
}

/**
 * A file in a zip archive at the end of another file, where TFLite metadata keeps its labels. Only what a `.tflite` has:
 * no encryption, no zip64, few small files.
 *
 * It is no library's work, because the archive may be hostile: fflate believes the size that an entry states and unpacks
 * to the end all the same (36 seconds for a megabyte that holds a gigabyte), gives zeros for what lies outside the file,
 * and knows no archive whose offsets count from its own start. `tests/js/own/zip.test.js` has all three.
 */

import { LABEL_BYTES as MOST_BYTES } from "./limits.js";
import { Damaged } from "./words.js";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const [STORED, DEFLATED] = [0, 8];
/** The size of the record at the end, and the longest comment after it. */
const END_BYTES = 22;
const COMMENT = 65_535;

const MOST_FILES = 64;

/**
 * One file of the archive; the others are not unpacked.
 *
 * @param {Uint8Array} bytes
 * @param {string} wanted its name
 * @returns {Promise<Uint8Array | undefined>} undefined if there is no archive, or no such file in it
 */
export async function fileIn(bytes, wanted) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_FILES) throw new Damaged("files", { count, most: MOST_FILES });
  const size = view.getUint32(end + 12, true);
  // offsets count from the start of the archive, or from that of the file: `shift` is 0 for the latter
  const shift = end - size - view.getUint32(end + 16, true);
  let at = end - size;
  for (let index = 0; index < count; index++) {
    if (at < 0 || at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new Damaged("archive");
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + lengths[0]));
    const local = view.getUint32(at + 42, true) + shift;
    if (name === wanted) return unpacked(view, local, view.getUint16(at + 10, true), view.getUint32(at + 20, true));
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return undefined;
}

/** @param {DataView} view @returns {number | undefined} */
function endOf(view) {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - COMMENT); at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

/**
 * @param {DataView} view
 * @param {number} local offset of its header
 * @param {number} method
 * @param {number} size packed
 */
async function unpacked(view, local, method, size) {
  if (local < 0 || local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw new Damaged("archive");
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > view.byteLength) throw new Damaged("archive");
  const packed = new Uint8Array(view.buffer, view.byteOffset + start, size);
  if (method === STORED && size <= MOST_BYTES) return packed;
  if (method === DEFLATED) return inflated(packed);
  throw new Damaged("method", { bytes: size, method });
}

/** Stops at the limit: a small archive may unpack to gigabytes. @param {Uint8Array} packed */
async function inflated(packed) {
  const stream = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (packed)])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const chunks = [];
  let bytes = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      bytes += read.value.length;
      if (bytes > MOST_BYTES) throw new Damaged("unpacked", { most: MOST_BYTES });
      chunks.push(read.value);
    }
  } catch (error) {
    throw error instanceof Damaged ? error : new Damaged("archive");
  } finally {
    reader.cancel().catch(() => {});
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

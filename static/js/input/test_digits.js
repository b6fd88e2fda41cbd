/** Reads the MNIST test set, `data/t10k-*.gz`. */

import { PAGE } from "../core/addresses.js";
import { translator } from "../core/i18n.js";

const t = translator({
  en: { missing: "{path} is not on this host: it answers {status}." },
  ko: { missing: "{path}: 이 호스트에 없습니다(응답 코드 {status})." },
});

const SIDE = 28;
export const DIGITS = 10;

/** @typedef {{images: Uint8Array[], labels: Uint8Array}} TestDigits `images` are 28x28, light on dark, 0 to 255 */

/**
 * @returns {Promise<TestDigits>} all 10,000, in the order of the files
 * @throws {Error} the host does not have them
 */
export async function readTestDigits() {
  const files = [read("t10k-images-idx3-ubyte.gz", 16), read("t10k-labels-idx1-ubyte.gz", 8)];
  const [pixels, labels] = await Promise.all(files);
  const images = Array.from(labels, (_, index) => pixels.subarray(index * SIDE * SIDE, (index + 1) * SIDE * SIDE));
  return { images, labels };
}

/**
 * A test image, enlarged as for the accuracies in the catalog: each pixel becomes a square.
 *
 * @param {Uint8Array} image 28x28, light on dark
 * @param {readonly [1, number, number, 3]} input
 * @returns {Uint8ClampedArray<ArrayBuffer>} RGBA
 */
export function pictureOf(image, [, height, width]) {
  const pixels = new Uint8ClampedArray(height * width * 4);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor((y * SIDE) / height) * SIDE;
    for (let x = 0; x < width; x++, at += 4) {
      pixels.fill(image[row + Math.floor((x * SIDE) / width)], at, at + 3);
      pixels[at + 3] = 255;
    }
  }
  return pixels;
}

/**
 * @param {string} name of a compressed file in `data/`
 * @param {number} header number of bytes to skip
 * @throws {Error} the host does not have it
 */
async function read(name, header) {
  const path = `data/${name}`;
  const response = await fetch(new URL(path, PAGE));
  if (!response.ok || !response.body) throw new Error(t("missing", { path, status: response.status }));
  let bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    // already decompressed if the host sent `Content-Encoding: gzip`
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
  }
  return bytes.subarray(header);
}

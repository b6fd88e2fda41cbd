/** Pictures of examples: as PNG, which keeps every pixel, and as pixels and thumbnails. */

import { pixelsOf, resized } from "../../input/picture.js";
import { SIDE } from "./file.js";

/** @type {[1, number, number, 3]} */
export const INPUT = [1, SIDE, SIDE, 3];
/** Width and height of a thumbnail's bitmap, for dense screens. */
const THUMBNAIL = 96;

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function pngOf(canvas) {
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ resolve) => canvas.toBlob(resolve));
  if (!blob) throw new Error("This browser cannot write a PNG.");
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * @param {Uint8Array<ArrayBuffer>} png
 * @returns {Promise<Uint8ClampedArray>} RGBA
 */
export async function pixelsIn(png) {
  const bitmap = await decoded(png);
  try {
    return pixelsOf(bitmap, INPUT);
  } finally {
    bitmap.close();
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} png
 * @param {HTMLCanvasElement} canvas
 */
export async function showThumbnail(png, canvas) {
  const bitmap = await decoded(png);
  resized(bitmap, [1, THUMBNAIL, THUMBNAIL, 3], canvas);
  bitmap.close();
}

/** @param {Uint8Array<ArrayBuffer>} png */
function decoded(png) {
  return createImageBitmap(new Blob([png], { type: "image/png" }), { colorSpaceConversion: "none" });
}

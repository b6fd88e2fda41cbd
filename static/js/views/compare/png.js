/** A lossless PNG encoder in WebAssembly, several times as fast as a canvas. */

import { BitDepth, ColorType, Compression, FilterType, encode, initPng } from "../../../vendor/png.js";
import { PAGE } from "../../core/addresses.js";
import { once } from "../../core/once.js";

/** @typedef {(pixels: Uint8ClampedArray, input: readonly [1, number, number, 3]) => Uint8Array<ArrayBuffer>} Encode */

/**
 * @returns {Promise<Encode>} encodes opaque RGBA; grey pictures, such as drawings, take a third of the bytes
 * @throws {Error} its WebAssembly could not be fetched
 */
export const pngEncoder = once(async () => {
  const response = await fetch(new URL("vendor/png.wasm", PAGE));
  if (!response.ok) throw new Error(`The PNG encoder could not be loaded: ${response.status} from ${response.url}.`);
  const module = await WebAssembly.compile(await response.arrayBuffer());
  await initPng(/** @type {any} */ ({ module_or_path: module })); // this form is not deprecated
  encodePng(...FIRST);
  return encodePng;
});

/**
 * A picture that is encoded at the start: a browser compiles WebAssembly when it is first called, which would take
 * longer than the user's first picture itself.
 *
 * @type {Parameters<Encode>}
 */
const FIRST = [Uint8ClampedArray.from({ length: 4 * 4 * 4 }, (_, at) => at), [1, 4, 4, 3]];

/** No other tested setting was both faster and smaller: the difference from the row above, run-length encoded. */
const OPTIONS = { depth: BitDepth.Eight, compression: Compression.Rle, filter: FilterType.Up, stripAlpha: false };

/** @type {Encode} */
function encodePng(pixels, [, height, width]) {
  const grey = greyOf(pixels);
  const color = grey ? ColorType.Grayscale : ColorType.RGB;
  return /** @type {Uint8Array<ArrayBuffer>} */ (encode(grey ?? rgbOf(pixels), width, height, { ...OPTIONS, color }));
}

/** @param {Uint8ClampedArray} pixels @returns {Uint8Array | undefined} undefined if a pixel has a colour */
function greyOf(pixels) {
  const grey = new Uint8Array(pixels.length / 4);
  for (let from = 0, to = 0; from < pixels.length; from += 4) {
    const red = pixels[from];
    if (red !== pixels[from + 1] || red !== pixels[from + 2]) return undefined;
    grey[to++] = red;
  }
  return grey;
}

/** @param {Uint8ClampedArray} pixels */
function rgbOf(pixels) {
  const rgb = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4) {
    rgb[to++] = pixels[from];
    rgb[to++] = pixels[from + 1];
    rgb[to++] = pixels[from + 2];
  }
  return rgb;
}

/**
 * Converts the pixels of a picture to the input of a model.
 *
 * @param {Float32Array | Uint8Array | Uint8ClampedArray} pixels height x width x 3 (RGB) or 4 (RGBA; alpha is
 *   ignored), 0 to 255
 * @param {[number, number, number, number]} input
 * @returns {Float32Array} RGB, 0 to 255
 */
export function rgb(pixels, [, height, width]) {
  const size = height * width;
  if (pixels.length === size * 3) return new Float32Array(pixels);
  if (pixels.length !== size * 4)
    throw new Error(`The picture must have ${size * 3} or ${size * 4} values, but has ${pixels.length}.`);
  const values = new Float32Array(size * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4) {
    values[to++] = pixels[from];
    values[to++] = pixels[from + 1];
    values[to++] = pixels[from + 2];
  }
  return values;
}

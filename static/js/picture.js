const canvas = document.createElement("canvas");
const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));

/**
 * A picture of the size that a model takes. That is all there is to do here: the models know the rest.
 *
 * @param {CanvasImageSource} source
 * @param {readonly [1, number, number, 3]} input
 * @returns {Uint8ClampedArray} RGBA
 */
export function pixelsOf(source, [, height, width]) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}

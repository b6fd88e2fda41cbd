/**
 * The pixels of a picture, resized to the input of a model.
 *
 * @param {CanvasImageSource} source
 * @param {readonly [1, number, number, 3]} input
 * @returns {Uint8ClampedArray} RGBA, opaque
 */
export function pixelsOf(source, input) {
  reused ??= document.createElement("canvas");
  return contextOf(resized(source, input, reused)).getImageData(0, 0, reused.width, reused.height).data;
}

/** Reused, because every stroke needs it. @type {HTMLCanvasElement | undefined} */
let reused;

/**
 * The whole picture, whatever its aspect ratio, resized to the input of a model, with transparent pixels on white. The
 * server does the same with a file.
 *
 * @param {CanvasImageSource} source
 * @param {readonly [1, number, number, 3]} input
 * @param {HTMLCanvasElement} [canvas] to draw on; default: a new one
 */
export function resized(source, [, height, width], canvas = document.createElement("canvas")) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = contextOf(canvas);
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, width, height);
  return canvas;
}

/**
 * The centre of a camera picture, cropped without distortion and resized to the input of a model. The user sees the
 * cropped picture, and can move the object into the centre.
 *
 * @param {HTMLVideoElement} video
 * @param {readonly [1, number, number, 3]} input
 * @param {HTMLCanvasElement} canvas to draw on
 */
export function cropped(video, [, height, width], canvas) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(videoWidth / width, videoHeight / height);
  const [wide, high] = [width * scale, height * scale];
  const context = contextOf(canvas);
  context.imageSmoothingQuality = "high";
  context.drawImage(video, (videoWidth - wide) / 2, (videoHeight - high) / 2, wide, high, 0, 0, width, height);
  return canvas;
}

/** @param {HTMLCanvasElement} canvas */
function contextOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
}

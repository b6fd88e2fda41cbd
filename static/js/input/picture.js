/**
 * A picture of the size that a model takes, and the rest the models know.
 *
 * @param {CanvasImageSource} source
 * @param {readonly [1, number, number, 3]} input
 * @returns {Uint8ClampedArray} RGBA, opaque
 */
export function pixelsOf(source, input) {
  reused ??= document.createElement("canvas");
  return contextOf(resized(source, input, reused)).getImageData(0, 0, reused.width, reused.height).data;
}

/** One for every stroke, which an answer follows. @type {HTMLCanvasElement | undefined} */
let reused;

/**
 * The whole of a picture, whatever its aspect, in the size that a model takes, on white where it is transparent. The
 * server does the same with a file.
 *
 * @param {CanvasImageSource} source
 * @param {readonly [1, number, number, 3]} input
 * @param {HTMLCanvasElement} [canvas] to draw on; a new one if left out
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
 * The middle of a camera's picture, in the size that a model takes and with nothing squeezed: there the frame shows what
 * is taken, and whoever holds something before it moves it there.
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

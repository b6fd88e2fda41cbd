/** The MNIST test set, answered in this page: how many digits are right, and which is taken for which. */

import { transfer } from "../../vendor/comlink.js";
import { startInference } from "../inference.js";

const SIDE = 28;
export const DIGITS = 10;

/**
 * @typedef {{done: number, right: number, confusion: number[][], seconds: number}} Evaluation `confusion[digit][answer]`
 *   counts images; `seconds` since the first
 */

/**
 * Answers the first `count` images in a worker of its own, one after another, so that the page goes on answering.
 *
 * @param {import("../session.js").Loaded} loaded model of digits
 * @param {number} count 1 to 10,000
 * @param {AbortSignal} signal stops it
 * @param {(evaluation: Evaluation) => void} onProgress hears of each answer
 * @throws {Error} the images or the model could not be loaded
 */
export async function evaluate({ model, file, backend }, count, signal, onProgress) {
  const files = [read("t10k-images-idx3-ubyte.gz", 16), read("t10k-labels-idx1-ubyte.gz", 8)];
  const [images, labels] = await Promise.all(files);
  const { inference, failed, stop } = startInference();
  try {
    await Promise.race([inference.load(file, backend), failed]);
    const confusion = Array.from({ length: DIGITS }, () => new Array(DIGITS).fill(0));
    const started = performance.now();
    let right = 0;
    for (let index = 0; index < count && !signal.aborted; index++) {
      const pixels = pictureOf(images.subarray(index * SIDE * SIDE, (index + 1) * SIDE * SIDE), model.input);
      const { probabilities } = await inference.predict(transfer(pixels, [pixels.buffer]));
      const answer = probabilities.indexOf(Math.max(...probabilities));
      right += Number(answer === labels[index]);
      confusion[labels[index]][answer]++;
      onProgress({ done: index + 1, right, confusion, seconds: (performance.now() - started) / 1000 });
    }
  } finally {
    stop();
  }
}

/**
 * A test image as the catalog's figures saw it: each pixel is a square, which is exact where the sides divide.
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
 * @param {string} name in `data/`, compressed
 * @param {number} header bytes
 */
async function read(name, header) {
  const response = await fetch(new URL(`../../data/${name}`, import.meta.url));
  if (!response.ok || !response.body)
    throw new Error(`data/${name} is not on this host: it answers ${response.status}.`);
  let bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    // not so where the host said `Content-Encoding: gzip`
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
  }
  return bytes.subarray(header);
}

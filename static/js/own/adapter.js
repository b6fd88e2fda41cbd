/** Adapts a picture to what a model of the reader's takes, and its numbers to probabilities. No document, no engine. */

import { countText } from "../core/count.js";
import { CLASSES, PIXELS } from "./limits.js";
import { Refused, written } from "./words.js";

/**
 * @typedef {import("./tflite.js").Quantization} Quantization
 * @typedef {import("./metadata.js").Normalization} Normalization
 * @typedef {{shape: number[], height: number, width: number, channels: 1 | 3, planar: boolean, dtype: string,
 *   quantization?: Quantization}} Input `height` and `width` are -1 if the model takes any; `planar`: one plane for each
 *   channel, as in PyTorch
 * @typedef {keyof typeof RANGES} Range
 * @typedef {"any" | "dark" | "light"} Background of the pictures that a model was trained with: dark in MNIST
 * @typedef {{normalization: Normalization, background: Background}} Adapting
 */

/** The ranges that models are trained with. `torch` is the mean and the deviation of ImageNet, as in torchvision. */
export const RANGES = {
  "0,255": { mean: [0], std: [1] },
  "0,1": { mean: [0], std: [255] },
  "-1,1": { mean: [127.5], std: [127.5] },
  torch: { mean: [123.675, 116.28, 103.53], std: [58.395, 57.12, 57.375] },
};

/** The types of numbers that both engines take. */
const DTYPES = ["float32", "uint8", "int32"];
/** Of ITU-R BT.601, as in `models/preprocessing/ink.py`. */
const LUMINANCE = [0.299, 0.587, 0.114];
/** How far the sum of probabilities may be from 1. */
const ROUNDING = 1e-3;

/**
 * @param {import("./tflite.js").Tensor[]} inputs
 * @returns {Input}
 */
export function inputOf(inputs) {
  if (inputs.length !== 1)
    throw new Refused("inputs", { count: inputs.length, names: inputs.map(({ name }) => name).join(", ") });
  const [{ shape, dtype, quantization }] = inputs;
  const [batch, ...sizes] = shape;
  if (sizes.length === 2) sizes.push(1);
  const isColour = (/** @type {number} */ size) => size === 1 || size === 3;
  const planar = sizes.length === 3 && !isColour(sizes[2]) && isColour(sizes[0]);
  const [height, width, channels] = planar ? [sizes[1], sizes[2], sizes[0]] : sizes;
  if (sizes.length !== 3 || !isColour(channels)) throw new Refused("shape", { shape: written(shape) });
  if (batch !== 1 && batch !== -1) throw new Refused("batch", { count: batch, shape: written(shape) });
  if (!DTYPES.includes(dtype)) throw new Refused("dtype", { dtype });
  const isOpen = (/** @type {number} */ size) => size === -1;
  if (![height, width].every((size) => isOpen(size) || (Number.isInteger(size) && size > 0)))
    throw new Refused("shape", { shape: written(shape) });
  if (height * width > PIXELS) throw new Refused("side", { width, height, most: countText(PIXELS) });
  return { shape, height, width, channels: channels === 1 ? 1 : 3, planar, dtype, quantization };
}

/**
 * The shape of one picture of a given size, for an input where that is open.
 *
 * @param {Input} input
 * @param {number} side
 * @returns {Input}
 */
export function sized({ shape, height, width, ...rest }, side) {
  const [, ...sizes] = shape;
  return {
    ...rest,
    shape: [1, ...sizes.map((size) => (size === -1 ? side : size))],
    height: height === -1 ? side : height,
    width: width === -1 ? side : width,
  };
}

/**
 * The range that a quantized input can represent, if it is one of the usual ones.
 *
 * @param {Quantization | undefined} quantization
 * @returns {Range | undefined}
 */
export function rangeOf(quantization) {
  if (!quantization) return undefined;
  const { scale, zero } = quantization;
  const ends = [-zero * scale, (255 - zero) * scale];
  const usual = /** @type {[Range, number, number][]} */ ([
    ["0,255", 0, 255],
    ["0,1", 0, 1],
    ["-1,1", -1, 1],
  ]);
  const near = (/** @type {number} */ value, /** @type {number} */ wanted, /** @type {number} */ size) =>
    Math.abs(value - wanted) < 0.02 * size;
  return usual.find(([, low, high]) => near(ends[0], low, high - low) && near(ends[1], high, high - low))?.[0];
}

/**
 * The numbers that a model takes for a picture.
 *
 * @param {Uint8ClampedArray} pixels RGBA, of the input's size
 * @param {Input} input
 * @param {Adapting} adapting
 * @returns {import("./engines.js").Values}
 */
export function valuesOf(pixels, { height, width, channels, planar, dtype, quantization }, adapting) {
  const { normalization, background } = adapting;
  const size = height * width;
  const inverted = background !== "any" && (background === "dark") === isLight(pixels, width, height);
  const values = new Float32Array(size * channels);
  for (let place = 0; place < size; place++) {
    const rgb = [0, 1, 2].map((channel) => pixels[4 * place + channel]);
    const colours = channels === 3 ? rgb : [rgb.reduce((sum, value, channel) => sum + value * LUMINANCE[channel], 0)];
    colours.forEach((colour, channel) => {
      const { mean, std } = normalization;
      const value = inverted ? 255 - colour : colour;
      values[planar ? channel * size + place : channels * place + channel] =
        (value - (mean[channel] ?? mean[0])) / (std[channel] ?? std[0]);
    });
  }
  if (dtype === "float32") return values;
  const { scale, zero } = quantization ?? { scale: 1, zero: 0 };
  const whole = values.map((value) => Math.round(value / scale + zero));
  return dtype === "uint8" ? Uint8Array.from(Uint8ClampedArray.from(whole)) : Int32Array.from(whole);
}

/**
 * Whether the edge of a picture is light on average: its background, if it has one.
 *
 * @param {Uint8ClampedArray} pixels RGBA
 * @param {number} width
 * @param {number} height
 */
function isLight(pixels, width, height) {
  let [sum, number] = [0, 0];
  for (let y = 0; y < height; y++) {
    const step = y === 0 || y === height - 1 ? 1 : Math.max(1, width - 1);
    for (let x = 0; x < width; x += step) {
      sum += LUMINANCE.reduce((total, weight, channel) => total + weight * pixels[4 * (y * width + x) + channel], 0);
      number++;
    }
  }
  return sum > 127.5 * number;
}

/**
 * A probability for each class.
 *
 * @param {ArrayLike<number>} answer of the model
 * @param {Quantization} [quantization] of the output
 * @returns {{probabilities: Float32Array, softmax: boolean}} `softmax`: the model gave other numbers, so softmax was
 *   applied; a single number is the probability of the second of two classes
 */
export function probabilitiesOf(answer, quantization) {
  if (!answer.length || answer.length > CLASSES)
    throw new Refused("single", { count: countText(answer.length), most: countText(CLASSES) });
  const { scale, zero } = quantization ?? { scale: 1, zero: 0 };
  const values = Float32Array.from(answer, (value) => scale * (value - zero));
  if (!values.every(Number.isFinite)) throw new Refused("numbers");
  const isShare = values.every((value) => value >= -1e-6 && value <= 1 + 1e-6);
  if (values.length === 1) {
    const share = isShare ? values[0] : 1 / (1 + Math.exp(-values[0]));
    return { probabilities: Float32Array.of(1 - share, share), softmax: !isShare };
  }
  const sum = values.reduce((total, value) => total + value, 0);
  // quantized probabilities have this scale, and their sum is rounded as often as there are classes
  const isQuantized = quantization && Math.abs(quantization.scale - 1 / 256) < 1e-4;
  if (isShare && (isQuantized || Math.abs(sum - 1) < ROUNDING)) return { probabilities: values, softmax: false };
  const largest = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const powers = values.map((value) => Math.exp(value - largest));
  const all = powers.reduce((total, value) => total + value, 0);
  return { probabilities: powers.map((value) => value / all), softmax: true };
}

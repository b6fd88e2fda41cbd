import assert from "node:assert/strict";
import { test } from "node:test";

import { inputOf, probabilitiesOf, rangeOf, sized, valuesOf, RANGES } from "../../../static/js/own/adapter.js";
import { inWords } from "../../../static/js/own/words.js";

/** @param {number[]} shape @param {object} [more] */
const tensor = (shape, more = {}) => ({ name: "image", shape, dtype: "float32", ...more });
/** @param {() => unknown} run */
const sentence = (run) => {
  try {
    run();
  } catch (error) {
    return inWords(error).message;
  }
  return "nothing was refused";
};
/** Two pixels, red and blue. */
const PIXELS = Uint8ClampedArray.of(255, 0, 0, 255, 0, 0, 255, 255);
const ADAPTING = /** @type {const} */ ({ normalization: RANGES["0,255"], background: "any" });

test("the layout follows from where the channels are", () => {
  assert.deepEqual(pick(inputOf([tensor([1, 8, 6, 3])])), [8, 6, 3, false]);
  assert.deepEqual(pick(inputOf([tensor([-1, 1, 8, 6])])), [8, 6, 1, true]);
  assert.deepEqual(pick(inputOf([tensor([1, 28, 28])])), [28, 28, 1, false]);
  assert.deepEqual(pick(sized(inputOf([tensor([-1, -1, -1, 3])]), 32)), [32, 32, 3, false]);
  /** @param {import("../../../static/js/own/adapter.js").Input} input */
  function pick({ height, width, channels, planar }) {
    return [height, width, channels, planar];
  }
});

test("what the page cannot give is refused with a sentence", () => {
  assert.match(
    sentence(() => inputOf([tensor([1, 784])])),
    /takes \[1, 784\]/,
  );
  assert.match(
    sentence(() => inputOf([tensor([1, 8, 8, 4])])),
    /1 or 3 channels/,
  );
  assert.match(
    sentence(() => inputOf([tensor([1, 0.5, 8, 3])])),
    /takes \[1, 0.5, 8, 3\]/,
  );
  assert.match(
    sentence(() => inputOf([tensor([1, NaN, 8, 3])])),
    /takes/,
  );
  assert.match(
    sentence(() => inputOf([tensor([32, 8, 8, 3])])),
    /32 pictures at a time/,
  );
  assert.match(
    sentence(() => inputOf([tensor([1, 65536, 65536, 3])])),
    /65536 x 65536/,
  );
  assert.match(
    sentence(() => inputOf([tensor([1, 8, 8, 3], { dtype: "int8" })])),
    /takes int8/,
  );
  assert.match(
    sentence(() => inputOf([tensor([1, 8, 8, 3]), tensor([1, 2])])),
    /2 inputs/,
  );
  assert.match(
    sentence(() => probabilitiesOf([NaN, 1])),
    /not finite/,
  );
  assert.match(
    sentence(() => probabilitiesOf(new Float32Array(200_000))),
    /200,000 numbers/,
  );
});

test("pixels are scaled to each range, and laid out in planes", () => {
  const input = {
    shape: [1, 1, 2, 3],
    height: 1,
    width: 2,
    channels: /** @type {const} */ (3),
    planar: false,
    dtype: "float32",
  };
  assert.deepEqual([...valuesOf(PIXELS, input, ADAPTING)], [255, 0, 0, 0, 0, 255]);
  const centred = { ...ADAPTING, normalization: RANGES["-1,1"] };
  assert.deepEqual([...valuesOf(PIXELS, input, centred)], [1, -1, -1, -1, -1, 1]);
  const numbered = Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 255);
  assert.deepEqual([...valuesOf(numbered, { ...input, planar: true }, ADAPTING)], [1, 4, 2, 5, 3, 6]);
  const torch = valuesOf(PIXELS, input, { ...ADAPTING, normalization: RANGES.torch });
  assert.ok(Math.abs(torch[0] - (1 - 0.485) / 0.229) < 1e-5 && Math.abs(torch[5] - (1 - 0.406) / 0.225) < 1e-5);
});

test("grey is the luminance of BT.601", () => {
  const input = {
    shape: [1, 1, 2, 1],
    height: 1,
    width: 2,
    channels: /** @type {const} */ (1),
    planar: false,
    dtype: "float32",
  };
  const grey = valuesOf(PIXELS, input, ADAPTING);
  assert.ok(Math.abs(grey[0] - 0.299 * 255) < 1e-4 && Math.abs(grey[1] - 0.114 * 255) < 1e-4);
});

test("a quantized input gets the numbers that stand for its range", () => {
  const input = {
    shape: [1, 1, 2, 3],
    height: 1,
    width: 2,
    channels: /** @type {const} */ (3),
    planar: false,
    dtype: "uint8",
  };
  assert.deepEqual([...valuesOf(PIXELS, input, ADAPTING)], [255, 0, 0, 0, 0, 255]);
  const quantization = { scale: 2 / 255, zero: 128 };
  const values = valuesOf(PIXELS, { ...input, quantization }, { ...ADAPTING, normalization: RANGES["-1,1"] });
  assert.deepEqual([...values], [255, 1, 1, 1, 1, 255]);
  assert.equal(rangeOf({ scale: 1 / 255, zero: 0 }), "0,1");
  assert.equal(rangeOf({ scale: 2 / 255, zero: 128 }), "-1,1");
  assert.equal(rangeOf({ scale: 1, zero: 0 }), "0,255");
  assert.equal(rangeOf({ scale: 0.017, zero: 114 }), undefined);
});

test("a picture is inverted if its background is not the one that the model knows", () => {
  const input = {
    shape: [1, 1, 1, 1],
    height: 1,
    width: 1,
    channels: /** @type {const} */ (1),
    planar: false,
    dtype: "float32",
  };
  const [paper, ink] = [Uint8ClampedArray.of(250, 250, 250, 255), Uint8ClampedArray.of(5, 5, 5, 255)];
  /** @param {Uint8ClampedArray} pixels @param {"any" | "dark" | "light"} background */
  const value = (pixels, background) => Math.round(valuesOf(pixels, input, { ...ADAPTING, background })[0]);
  assert.deepEqual([value(paper, "any"), value(paper, "light"), value(paper, "dark")], [250, 250, 5]);
  assert.deepEqual([value(ink, "any"), value(ink, "light"), value(ink, "dark")], [5, 250, 5]);
});

test("probabilities stay, and other numbers get a softmax", () => {
  assert.deepEqual(probabilitiesOf([0.25, 0.75]), { probabilities: Float32Array.of(0.25, 0.75), softmax: false });
  const { probabilities, softmax } = probabilitiesOf([1000, 1000, -1000]);
  assert.deepEqual([[...probabilities], softmax], [[0.5, 0.5, 0], true]);
  assert.equal(probabilitiesOf([0.5, 0.52]).softmax, true, "their sum is not 1");
  const quantized = probabilitiesOf([128, 120, 4], { scale: 1 / 256, zero: 0 });
  assert.deepEqual([quantized.softmax, quantized.probabilities[0]], [false, 0.5]);
});

test("a single number is the probability of the second of two classes", () => {
  assert.deepEqual([...probabilitiesOf([0.25]).probabilities], [0.75, 0.25]);
  assert.deepEqual([...probabilitiesOf([0.0001 - 0.0001]).probabilities], [1, 0]);
  assert.ok(probabilitiesOf([3]).probabilities[1] > 0.95);
});

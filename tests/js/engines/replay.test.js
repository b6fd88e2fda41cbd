/** A recorded run, replayed with TF.js's own kernels. */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as tfjs from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";

import { record } from "../../../static/js/engines/replay.js";

const SHAPE = /** @type {[number, number]} */ ([2, 3]);

/** Weights, a value that is used twice, reshaped ones, an array of inputs, two outputs, and one that nobody uses. */
function model() {
  const weights = tfjs.tensor2d([1, -2, 3, 0.5, 2, -1], [3, 2]);
  /** @param {tfjs.Tensor} image */
  const run = (image) =>
    tfjs.tidy(() => {
      const product = tfjs.matMul(/** @type {tfjs.Tensor2D} */ (image), weights);
      const [left, right] = tfjs.split(product, 2, 1);
      tfjs.neg(left);
      const parts = [tfjs.mul(tfjs.reshape(left, [2]), tfjs.scalar(3)), tfjs.reshape(right, [2])];
      return tfjs.softmax(tfjs.add(tfjs.addN(parts), tfjs.tensor1d([0.1, 0.2])));
    });
  return { run, weights };
}

/** @param {(image: tfjs.Tensor) => tfjs.Tensor} run @param {Float32Array} picture */
function executed(run, picture) {
  const image = tfjs.tensor(picture, SHAPE);
  const output = run(image);
  const answer = output.dataSync();
  tfjs.dispose([image, output]);
  return answer;
}

/** @param {(image: tfjs.Tensor) => tfjs.Tensor} run */
function recorded(run) {
  const image = tfjs.tensor(Float32Array.of(1, 2, 3, 4, 5, 6), SHAPE);
  const { output, replay } = record(/** @type {any} */ (tfjs), "cpu", () => run(image), image);
  const answer = output.dataSync();
  tfjs.dispose([image, output]);
  assert.ok(replay);
  return { answer, replay };
}

await tfjs.setBackend("cpu");

test("it gives what TF.js gives, for any picture", () => {
  const { run } = model();
  const { answer, replay } = recorded(run);
  assert.deepEqual(answer, executed(run, Float32Array.of(1, 2, 3, 4, 5, 6)));
  for (const scale of [1, -1, 0, 0.3]) {
    const picture = Float32Array.from({ length: 6 }, (_, index) => Math.sin(index + 1) * scale);
    assert.deepEqual(replay.run(picture), executed(run, picture));
  }
});

test("it frees all that it makes, and keeps the constants until the end", () => {
  const { run, weights } = model();
  const { replay } = recorded(run);
  const backend = /** @type {any} */ (tfjs.engine().backend);
  const before = backend.numDataIds();
  for (let time = 0; time < 5; time++) replay.run(new Float32Array(6).fill(time));
  assert.equal(backend.numDataIds(), before);
  assert.equal(backend.refCount(weights.dataId), 2);
  replay.dispose();
  assert.equal(backend.refCount(weights.dataId), 1);
  assert.ok(backend.numDataIds() < before); // the constants that only the record kept
});

test("a run without kernels is not replayed", () => {
  const image = tfjs.tensor(new Float32Array(6), SHAPE);
  const { output, replay } = record(/** @type {any} */ (tfjs), "cpu", () => image, image);
  assert.deepEqual([output, replay], [image, undefined]);
});

test("TF.js's kernels are its own again afterwards, also after an error", () => {
  const kernelOf = () => tfjs.getKernel("Add", "cpu").kernelFunc;
  const own = kernelOf();
  recorded(model().run);
  assert.equal(kernelOf(), own);
  const image = tfjs.tensor(new Float32Array(6), SHAPE);
  const fail = () => {
    throw new Error("no");
  };
  assert.throws(() => record(/** @type {any} */ (tfjs), "cpu", fail, image), /no/);
  assert.equal(kernelOf(), own);
});

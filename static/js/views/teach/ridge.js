/**
 * Learns classes from a few examples in one step: ridge regression on one-hot targets, with an intercept.
 *
 * With fewer examples than features the dual form is small: n examples take one inverse of an n x n matrix. The same
 * matrix gives, without learning n times, what the classifier would answer to each example if it had not seen it
 * (leave-one-out), and exactly so: R. Rifkin, R. Lippert, "Notes on Regularized Least Squares", MIT-CSAIL-TR-2007-025.
 * It is exact because nothing else depends on the examples: each feature vector is only brought to length 1, on its own.
 *
 * The scores become probabilities by softmax, with the factor under which the leave-one-out scores are likeliest; the
 * targets are smoothed as in J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999, so that a few
 * examples never make it surer than so few can.
 *
 * @typedef {{length: number, classes: number, kernel: Float32Array, bias: Float32Array}} Head a dense layer for vectors
 *   of length 1, with softmax; `kernel` is [length, classes], row by row
 * @typedef {{head: Head, right: number | undefined}} Learned `right` is the number of examples that it would answer
 *   right if it had not seen them; undefined if a class has one example only, which then would have none
 */

import { inverse } from "./cholesky.js";

/** How much weights cost, for vectors of length 1. */
const PENALTY = 0.1;
/** Factors of the scores to choose from. Without leave-one-out scores, it is the first. */
const FACTORS = [3, 1, 1.5, 2, 4, 5, 6, 8, 10, 12, 16];
/** Added to the square of a vector's length, so that a vector of zeros stays one. */
export const TINY = 1e-12;

/**
 * A vector of the same direction, of length 1.
 *
 * @param {ArrayLike<number>} vector
 * @returns {Float64Array}
 */
export function normalised(vector) {
  let squares = TINY;
  for (let k = 0; k < vector.length; k++) squares += vector[k] ** 2;
  const factor = 1 / Math.sqrt(squares);
  return Float64Array.from(vector, (value) => value * factor);
}

/**
 * @param {ArrayLike<number>[]} vectors features of the examples, all of the same length
 * @param {number[]} labels class of each example, from 0
 * @param {number} classes number of classes, at least 2, each with an example
 * @returns {Learned}
 */
export function learn(vectors, labels, classes) {
  const n = vectors.length;
  const length = vectors[0].length;
  const units = vectors.map(normalised);
  const mean = new Float64Array(length);
  for (const unit of units) for (let k = 0; k < length; k++) mean[k] += unit[k] / n;
  const centred = units.map((unit) => unit.map((value, k) => value - mean[k]));
  const counts = Array.from({ length: classes }, (_, which) => labels.filter((label) => label === which).length);

  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) gram[i * n + j] = gram[j * n + i] = dot(centred[i], centred[j]);
    gram[i * n + i] += PENALTY;
  }
  const inverted = inverse(gram, n);
  /** The dual weights, [n, classes]: the inverse times the centred targets. */
  const dual = new Float64Array(n * classes);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      for (let which = 0; which < classes; which++)
        dual[i * classes + which] += inverted[i * n + j] * (Number(labels[j] === which) - counts[which] / n);

  const isEach = counts.every((count) => count > 1);
  const unseen = isEach ? leftOut(inverted, dual, labels, classes) : [];
  const factor = factorFor(unseen, labels);
  const kernel = new Float32Array(length * classes);
  const bias = new Float32Array(classes);
  for (let which = 0; which < classes; which++) {
    const weights = new Float64Array(length);
    for (let i = 0; i < n; i++)
      for (let k = 0; k < length; k++) weights[k] += dual[i * classes + which] * centred[i][k];
    for (let k = 0; k < length; k++) kernel[k * classes + which] = factor * weights[k];
    bias[which] = factor * (counts[which] / n - dot(mean, weights));
  }
  const right = unseen.filter((scores, i) => scores.indexOf(Math.max(...scores)) === labels[i]).length;
  return { head: { length, classes, kernel, bias }, right: isEach ? right : undefined };
}

/**
 * The scores of each example, learned without it.
 *
 * @param {Float64Array} inverted
 * @param {Float64Array} dual
 * @param {number[]} labels
 * @param {number} classes
 * @returns {number[][]}
 */
function leftOut(inverted, dual, labels, classes) {
  const n = labels.length;
  return labels.map((label, i) =>
    Array.from({ length: classes }, (_, which) => {
      const residual = PENALTY * dual[i * classes + which];
      return Number(label === which) - residual / (PENALTY * inverted[i * n + i] - 1 / n);
    }),
  );
}

/** @param {number[][]} unseen leave-one-out scores @param {number[]} labels */
function factorFor(unseen, labels) {
  const smooth = 1 / (labels.length + 2);
  const losses = FACTORS.map((factor) =>
    unseen.reduce((sum, scores, i) => {
      const probabilities = softmax(scores.map((score) => factor * score));
      const wanted = (/** @type {number} */ which) =>
        which === labels[i] ? 1 - smooth : smooth / (probabilities.length - 1);
      return sum - probabilities.reduce((each, share, which) => each + wanted(which) * Math.log(share + TINY), 0);
    }, 0),
  );
  return FACTORS[losses.indexOf(Math.min(...losses))];
}

/**
 * The probability of each class.
 *
 * @param {Head} head
 * @param {ArrayLike<number>} vector features of a picture
 * @returns {number[]}
 */
export function classify({ length, classes, kernel, bias }, vector) {
  if (vector.length !== length) throw new Error(`The head takes ${length} features, but got ${vector.length}.`);
  const unit = normalised(vector);
  const logits = Array.from(bias);
  for (let k = 0; k < length; k++)
    for (let which = 0; which < classes; which++) logits[which] += unit[k] * kernel[k * classes + which];
  return softmax(logits);
}

/** @param {number[]} logits @returns {number[]} */
function softmax(logits) {
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** @param {Float64Array} one @param {Float64Array} other */
function dot(one, other) {
  let sum = 0;
  for (let k = 0; k < one.length; k++) sum += one[k] * other[k];
  return sum;
}

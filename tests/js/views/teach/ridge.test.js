/** The learner of the view Teach: known answers, and leave-one-out compared with really leaving each example out. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { inverse } from "../../../../static/js/views/teach/cholesky.js";
import { classify, learn, normalised } from "../../../../static/js/views/teach/ridge.js";

/** Numbers from -1 to 1, always the same ones. @param {number} seed */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 1073741824 - 1;
  };
}

/** Overlapping clouds: some examples are answered wrong. @param {number} n @param {number} length @param {number} classes @param {number} spread */
function clouds(n, length, classes, spread) {
  const next = numbers(7);
  const centres = Array.from({ length: classes }, () => Array.from({ length }, next));
  const labels = Array.from({ length: n }, (_, i) => i % classes);
  const vectors = labels.map((label) => centres[label].map((value) => value + spread * next()));
  return { vectors, labels };
}

/** @param {number[]} values */
const best = (values) => values.indexOf(Math.max(...values));

test("the inverse of a matrix is known", () => {
  const inverted = inverse(Float64Array.of(4, 2, 2, 3), 2);
  for (const [at, value] of [3 / 8, -2 / 8, -2 / 8, 4 / 8].entries()) assert.ok(Math.abs(inverted[at] - value) < 1e-12);
});

test("a matrix that has no inverse is refused with its pivot", () => {
  assert.throws(() => inverse(Float64Array.of(1, 1, 1, 1), 2), /not positive definite: its pivot 1 is 0/);
});

test("a vector gets the length 1, and one of zeros stays", () => {
  assert.deepEqual(
    [...normalised([3, 4])].map((value) => Math.round(value * 1e6) / 1e6),
    [0.6, 0.8],
  );
  assert.deepEqual([...normalised([0, 0])], [0, 0]);
});

test("two opposite examples: the answer is in closed form", () => {
  // centred vectors +-(1, 0), targets +-1/2: the weight of class 0 is 2 * 0.5 / (2 + 0.1), times the factor 3
  const { head, right } = learn(
    [
      [1, 0],
      [-1, 0],
    ],
    [0, 1],
    2,
  );
  assert.equal(right, undefined); // without one of them its class has no example
  const weight = (3 * 1) / 2.1;
  assert.ok(Math.abs(head.kernel[0] - weight) < 1e-6 && Math.abs(head.kernel[1] + weight) < 1e-6);
  assert.ok(Math.abs(head.bias[0] - 1.5) < 1e-6);
  const [probability] = classify(head, [5, 0]);
  assert.ok(Math.abs(probability - 1 / (1 + Math.exp(-2 * weight))) < 1e-6);
});

for (const [n, length, classes, spread] of [
  [12, 5, 3, 1.6],
  [30, 48, 5, 4],
  [9, 100, 3, 8],
]) {
  test(`leave-one-out of ${n} examples is what learning without each of them gives`, () => {
    const { vectors, labels } = clouds(n, length, classes, spread);
    const { right } = learn(vectors, labels, classes);
    const without = (/** @type {any[]} */ all, /** @type {number} */ i) => all.filter((_, at) => at !== i);
    const answers = vectors.map((vector, i) =>
      best(classify(learn(without(vectors, i), without(labels, i), classes).head, vector)),
    );
    const found = answers.filter((answer, i) => answer === labels[i]).length;
    assert.ok(found < n, "some must be wrong, or the test could not fail");
    assert.equal(right, found);
  });
}

test("it answers clouds that do not overlap, also those that it has not seen", () => {
  const { vectors, labels } = clouds(40, 10, 4, 0.3);
  const { head, right } = learn(vectors.slice(0, 20), labels.slice(0, 20), 4);
  assert.equal(right, 20);
  assert.deepEqual(
    vectors.slice(20).map((vector) => best(classify(head, vector))),
    labels.slice(20),
  );
});

test("how sure it is of what it has not seen depends on the overlap and on the number of examples", () => {
  const sure = (/** @type {number} */ n, /** @type {number} */ spread) => {
    const { vectors, labels } = clouds(400, 10, 2, spread);
    const { head } = learn(vectors.slice(0, n), labels.slice(0, n), 2);
    const shares = vectors.slice(n).map((vector, i) => classify(head, vector)[labels[n + i]]);
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  assert.ok(sure(20, 0.3) > sure(20, 2) && sure(20, 2) > sure(20, 8), "less where they overlap");
  assert.ok(sure(40, 0.3) > sure(20, 0.3) && sure(20, 0.3) > sure(4, 0.3), "more with more examples");
  assert.ok(sure(4, 0.3) < 0.9, "four examples do not make it sure");
});

test("features of another length are refused", () => {
  const { head } = learn(
    [
      [1, 0],
      [0, 1],
    ],
    [0, 1],
    2,
  );
  assert.throws(() => classify(head, [1, 2, 3]), /takes 2 features, but got 3/);
});

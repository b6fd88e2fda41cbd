/** The arithmetic of a hybrid: the curve, who answers, what it costs, and which pairs there are. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { outcomeOf } from "../../../static/js/views/compare/hybrid/answer.js";
import { costsOf, lineOf, weightedPercentile } from "../../../static/js/views/compare/hybrid/costs.js";
import { countsOf, isSent, pointAt, recommended, total } from "../../../static/js/views/compare/hybrid/curve.js";
import { pairOf } from "../../../static/js/views/compare/hybrid/pairs.js";
import { HybridSamples, measuredOf } from "../../../static/js/views/compare/hybrid/samples.js";

// the same four pictures as in tests/models/test_hybrid.py
const ANSWERS = [
  { confidence: 0.95, isBlank: false, small: true, large: true },
  { confidence: 0.65, isBlank: false, small: false, large: true },
  { confidence: 0.5, isBlank: true, small: true, large: true },
  { confidence: 0.8, isBlank: false, small: true, large: false },
];

test("the curve counts as the exporter's does", () => {
  const counts = countsOf(ANSWERS, [0, 0.7, 0.85, 1]);
  assert.deepEqual(counts, { images: 4, sent: [0, 1, 2, 3], right: [3, 4, 3, 3] });
  assert.deepEqual(pointAt(counts, 1), { share: 0.25, accuracy: 1 });
});

test("conditions are added up", () => {
  const one = { images: 4, sent: [0, 1], right: [3, 4] };
  assert.deepEqual(total([one, { images: 6, sent: [0, 5], right: [2, 6] }]), {
    images: 10,
    sent: [0, 6],
    right: [5, 10],
  });
});

test("the recommended threshold is the smallest that is good enough", () => {
  assert.equal(recommended({ images: 10_000, sent: [0, 1, 2], right: [9500, 9945, 9950] }, 0.001), 1);
  assert.equal(recommended({ images: 10_000, sent: [0, 1, 2], right: [9500, 9930, 9950] }, 0.001), 2);
});

test("0 sends nothing, 1 everything that is not blank", () => {
  assert.equal(isSent(0.01, 0, false), false);
  assert.equal(isSent(1, 1, false), true);
  assert.equal(isSent(0.1, 1, true), false);
});

const SURE = { probabilities: [0.95, 0.05], milliseconds: 3 };
const UNSURE = { probabilities: [0.6, 0.4], milliseconds: 3 };
const LARGE = { probabilities: Float64Array.of(0.1, 0.9), total: 40, up: 900, down: 200, cpu: 0.5 };
const OFFLINE = /** @type {const} */ ({ kind: "offline", detail: "" });

test("a sure answer is the browser's, whatever the server says", () => {
  const outcome = outcomeOf({ small: SURE, large: LARGE, reason: OFFLINE }, 0.9, null);
  assert.deepEqual([outcome.who, outcome.isAsked, outcome.milliseconds], ["browser", false, 3]);
});

test("an unsure one waits for the server, and takes as long as both", () => {
  assert.deepEqual(outcomeOf({ small: UNSURE }, 0.9, null), { who: "nobody", isAsked: true, sure: 0.6 });
  const outcome = outcomeOf({ small: UNSURE, large: LARGE }, 0.9, null);
  assert.deepEqual([outcome.who, outcome.milliseconds, outcome.sure], ["server", 43, 0.6]);
  assert.equal(outcome.probabilities, LARGE.probabilities);
});

test("without the server the browser's answer stays", () => {
  const outcome = outcomeOf({ small: UNSURE, reason: OFFLINE }, 0.9, null);
  assert.deepEqual([outcome.who, outcome.probabilities], ["fallback", UNSURE.probabilities]);
});

test("nothing is known before the small model has answered, and a blank picture is not sent", () => {
  assert.equal(outcomeOf({ large: LARGE }, 0.9, null).who, "nobody");
  const blank = { probabilities: [0.5, 0.5], milliseconds: 3 };
  assert.deepEqual(outcomeOf({ small: blank }, 1, 1e-6).who, "browser");
});

test("a percentile counts weights", () => {
  /** @type {[number, number][]} */
  const times = [
    [50, 0.1],
    [1, 0.45],
    [2, 0.45],
  ];
  assert.deepEqual(
    [0.45, 0.5, 0.9, 0.95].map((share) => weightedPercentile(times, share)),
    [1, 2, 2, 50],
  );
});

const small = Array.from({ length: 20 }, () => 4);
const large = Array.from({ length: 20 }, () => 100);
const MEASURED = { small, large, exchanged: 1000, cpu: 0.5, bytes: 100_000 };

test("a picture costs its share of what the server costs", () => {
  assert.deepEqual(costsOf({ ...MEASURED, share: 0.1 }), { p50: 4, p95: 104, exchanged: 100, cpu: 0.05 });
  assert.deepEqual(costsOf({ ...MEASURED, share: 0.04 }), { p50: 4, p95: 4, exchanged: 40, cpu: 0.02 });
  assert.deepEqual(costsOf({ ...MEASURED, share: 1 }), { p50: 104, p95: 104, exchanged: 1000, cpu: 0.5 });
});

test("what was not measured often enough is not said", () => {
  const few = { ...MEASURED, large: [100], exchanged: null, cpu: null };
  assert.deepEqual(costsOf({ ...few, share: 0.1 }), { p50: null, p95: null, exchanged: null, cpu: null });
  assert.deepEqual(costsOf({ ...few, share: 0 }), { p50: 4, p95: 4, exchanged: 0, cpu: 0 });
});

/** @type {any} */
const FIGURES = {
  ...{ network: "none", price: null },
  browser: { runtime: 300_000, model: 200_000, fetch: 50, compile: 30, inference: 24, requests: 3 },
};

test("the third line starts with the small model's download and rises with the share", () => {
  const hybrid = { ...MEASURED, share: 0.1 };
  assert.deepEqual(lineOf(FIGURES, hybrid, "time"), { once: 100, each: 14 });
  assert.deepEqual(lineOf(FIGURES, hybrid, "data"), { once: 400_000, each: 100 });
  assert.deepEqual(lineOf(FIGURES, hybrid, "money"), { once: 0, each: 0.1 * 0.0005 });
  assert.equal(lineOf(FIGURES, { ...hybrid, large: [1] }, "time"), undefined);
});

const WEIGHTS = "0123456789ab";
/** @param {string} name @param {string} weights */
const model = (name, weights = WEIGHTS) => ({
  ...{ name, weights },
  files: [
    { format: "tflite", path: `${name}.tflite`, command: null, withheld: null },
    { format: "tfjs", path: `${name}/model.json`, command: null, withheld: null },
  ],
  defaults: { server: `${name}.tflite`, tfjs: `${name}/model.json`, tflite: `${name}.tflite` },
});
const half = (/** @type {string} */ name) => ({ name, weights: WEIGHTS });
const condition = { kind: "clean", name: "test digits", images: 1, sent: [0], right: [1] };
const PUBLISHED = {
  thresholds: [0],
  slack: 0.001,
  pairs: [
    { small: half("tiny"), large: half("compact"), conditions: [condition] },
    { small: half("compact"), large: half("resnet50v2"), conditions: [condition] },
  ],
};
/** @param {...ReturnType<typeof model>} models @returns {any} */
const catalogOf = (...models) => ({ models });

test("a model is first the small half, else the large one", () => {
  const [tiny, compact, resnet] = ["tiny", "compact", "resnet50v2"].map((name) => model(name));
  const all = catalogOf(tiny, compact, resnet);
  const namesOf = (/** @type {any} */ pair) => pair && [pair.small.name, pair.large.name];
  assert.deepEqual(namesOf(pairOf(PUBLISHED, all, all.models[0])), ["tiny", "compact"]);
  assert.deepEqual(namesOf(pairOf(PUBLISHED, all, all.models[1])), ["compact", "resnet50v2"]);
  assert.deepEqual(namesOf(pairOf(PUBLISHED, catalogOf(tiny, compact), all.models[1])), ["tiny", "compact"]);
  assert.equal(pairOf(PUBLISHED, catalogOf(tiny, compact), /** @type {any} */ (model("mlp"))), undefined);
  assert.equal(pairOf(undefined, all, all.models[0]), undefined);
});

test("a pair of other weights, or whose large model is on no server, is left out", () => {
  const [tiny, compact] = [model("tiny"), model("compact")];
  const retrained = catalogOf(tiny, model("compact", "another"));
  assert.equal(pairOf(PUBLISHED, retrained, retrained.models[0]), undefined);
  const large = { ...compact, files: compact.files.map((file) => ({ ...file, command: "make export" })) };
  const elsewhere = catalogOf(tiny, /** @type {any} */ (large));
  assert.equal(pairOf(PUBLISHED, elsewhere, elsewhere.models[0]), undefined);
});

test("each answer counts once, the large model's by network", () => {
  const samples = new HybridSamples();
  /** @type {any} */
  const pair = { small: { name: "tiny" }, large: { name: "compact" } };
  const taken = samples.of(pair, "wasm", "none");
  for (const answer of [LARGE, LARGE, { ...LARGE }]) samples.addLarge(taken, answer);
  for (const time of [9, 4, 4]) samples.addSmall(taken, {}, time);
  const measured = measuredOf(samples.of(pair, "wasm", "none"), 7);
  assert.deepEqual([...measured.small], [4, 4], "the first does not count");
  assert.deepEqual([[...measured.large], measured.exchanged, measured.cpu, measured.bytes], [[40], 1100, 0.5, 7]);
  assert.equal(samples.of(pair, "wasm", "fast4g").large.n, 0);
  assert.equal(samples.of(pair, "wasm", "fast4g").small.n, 3);
});

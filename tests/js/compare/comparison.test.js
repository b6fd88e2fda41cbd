import assert from "node:assert/strict";
import { test } from "node:test";

import { START, after, verdictOf } from "../../../static/js/views/compare/comparison.js";

/** @typedef {import("../../../static/js/views/compare/comparison.js").Event} Event */

const LABELS = ["a", "b"];

/** @param {number} question @param {number[]} [probabilities] @returns {any} */
const browser = (question, probabilities = [0.9, 0.1], isEmpty = false) => ({
  type: "browser",
  answered: { question, probabilities, isEmpty, loaded: { model: { labels: LABELS } } },
});

/** @param {number} question @param {string} [label] @param {number[]} [probabilities] @returns {any} */
const server = (question, label = "a", probabilities = [0.9, 0.1]) => ({
  type: "server",
  question,
  answer: { label, probabilities },
});

/** @param {number} question @returns {Event} */
const question = (question, isEmpty = false) => ({ type: "question", question, isEmpty });

/** @param {number} question @param {any} [kind] @returns {Event} */
const failed = (question, kind = "stopped") => ({ type: "failed", question, kind, detail: "" });

/** @param {Event[]} events */
const run = (...events) => events.reduce(after, START);

test("both answers to one picture make a verdict", () => {
  const state = run(question(1), browser(1), server(1));
  assert.equal(state.phase, "answered");
  assert.deepEqual(state.verdict, { same: true, difference: 0 });
});

test("different labels and their largest difference are found", () => {
  const { verdict } = run(question(1), browser(1), server(1, "b", [0.3, 0.7]));
  assert.equal(verdict?.same, false);
  assert.ok(Math.abs((verdict?.difference ?? 0) - 0.6) < 1e-12);
});

test("a new picture clears everything about the previous one immediately", () => {
  const state = run(question(1), browser(1), server(1), question(2));
  assert.deepEqual(
    { ...state },
    { ...START, question: 2, phase: "waiting" },
    "nothing but the number and that the server is waited for",
  );
});

test("a late answer belongs to the previous picture, and is not shown", () => {
  for (const late of [browser(1), server(1), failed(1)]) {
    const state = run(question(1), browser(1), question(2), late);
    assert.deepEqual(
      [state.phase, state.browser, state.server, state.reason],
      ["waiting", undefined, undefined, undefined],
    );
  }
});

test("a cleared pad shows nothing, whatever arrives later", () => {
  for (const late of [server(1), failed(1), server(2), failed(2)]) {
    const state = run(question(1), browser(1), server(1), question(2, true), browser(2, [0.5, 0.5], true), late);
    assert.deepEqual(
      [state.phase, state.server, state.verdict, state.isWanted],
      ["empty", undefined, undefined, false],
    );
  }
});

test("another network removes the server's answer, and both sides are asked again", () => {
  const state = run(question(1), browser(1), server(1), { type: "network" });
  assert.deepEqual([state.phase, state.server, state.verdict], ["waiting", undefined, undefined]);
  assert.ok(after(state, browser(1)).isWanted);
});

test("the server is asked about a picture that the browser has answered, and not again after it has answered", () => {
  assert.equal(run(question(1)).isWanted, false);
  assert.equal(run(question(1), browser(1)).isWanted, true);
  assert.equal(run(question(1), browser(1), server(1)).isWanted, false);
  assert.equal(run(question(1), browser(1), failed(1)).isWanted, false);
  assert.equal(run(question(1), browser(1), failed(1), { type: "again" }).isWanted, true);
  assert.equal(run(question(1, true), { type: "again" }).isWanted, false);
});

test("the answer stays while the same picture is asked about again", () => {
  const state = run(question(1), browser(1), server(1), browser(1));
  assert.deepEqual([state.phase, state.isWanted, state.verdict?.same], ["answered", true, true]);
});

test("an unanswered picture counts once, and no longer when it is answered after all", () => {
  assert.equal(run(question(1), browser(1), failed(1), failed(1)).unanswered, 1);
  assert.equal(run(question(1), browser(1), failed(1), server(1)).unanswered, 0);
  const three = [1, 2, 3].flatMap((number) => [question(number), browser(number), failed(number, "offline")]);
  assert.equal(run(...three).unanswered, 3);
  assert.equal(run(...three, question(4), browser(4), server(4)).unanswered, 3, "those stay without");
});

test("a picture that is not sent is not a failure of the server", () => {
  const state = run(question(1), browser(1), failed(1, "kept"));
  assert.deepEqual([state.phase, state.reason?.kind, state.unanswered], ["failed", "kept", 0]);
});

test("no order of events shows anything with a picture that it does not belong to", () => {
  const events = [question(1), browser(1), server(1), question(2), browser(2), server(2), failed(1), question(3, true)];
  const all = [...events, /** @type {Event} */ ({ type: "network" }), /** @type {Event} */ ({ type: "again" })];
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let trial = 0; trial < 5000; trial++) {
    let state = START;
    for (let step = 0; step < 12; step++) {
      const event = /** @type {any} */ (all[Math.floor(random() * all.length)]);
      if (event.type === "question" && event.question <= state.question) continue; // numbers only increase
      state = after(state, event);
      assert.ok(!state.browser || state.browser.question === state.question);
      assert.ok(!state.verdict || (state.browser && state.server));
      assert.equal(Boolean(state.server), state.phase === "answered");
      assert.equal(Boolean(state.reason), state.phase === "failed");
      assert.ok(state.unanswered >= 0);
      if (event.type === "server" && event.question !== state.question) assert.notEqual(state.server, event.answer);
    }
  }
});

test("a verdict refuses answers of different lengths", () => {
  assert.throws(() => verdictOf(browser(1).answered, server(1, "a", [1]).answer), /2 and 1/);
});

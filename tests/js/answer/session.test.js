import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setImmediate } from "node:timers/promises";

import { Session, timesOf } from "../../../static/js/answer/session.js";
import { unless } from "../../../static/js/core/unless.js";
import { file, model } from "../catalog.js";

/** The part of a browser's canvas that a session needs. */
const canvas = () => {
  const made = { width: 0, height: 0, getContext: (/** @type {string} */ kind) => (kind === "2d" ? context : null) };
  const context = {
    ...{ fillRect: () => {}, drawImage: () => {} },
    getImageData: () => ({ data: new Uint8ClampedArray(made.width * made.height * 4) }),
  };
  return made;
};
describe("a session", () => {
  before(() => void Object.assign(globalThis, { document: { createElement: canvas } }));
  after(() => void Reflect.deleteProperty(globalThis, "document"));

  const CHOICES = ["a", "b"].map((name) => {
    const only = file(`${name}.json`);
    return { model: model(name, [only]), file: only, engine: /** @type {const} */ ("wasm") };
  });

  /** A session with a worker that answers and loads on command. */
  function opened() {
    /** @type {((value?: unknown) => void)[]} */
    const answers = [];
    /** @type {(() => void)[]} */
    const loads = [];
    /** @type {string[]} */
    const shown = [];
    /** @type {number[]} */
    const told = [];
    /** The views that were made, each with the number of pictures asked about before. @type {{asked: number}[]} */
    const made = [];
    const inference = {
      load: () => new Promise((resolve) => loads.push(() => resolve(undefined))),
      predict: () =>
        new Promise((resolve, reject) =>
          answers.push((error) =>
            error
              ? reject(error)
              : resolve({ probabilities: [1], milliseconds: 2, readback: 0, from: performance.timeOrigin }),
          ),
        ),
    };
    /** Ends the worker. @type {(error: Error) => void} */
    let fail = () => {};
    const failed = /** @type {Promise<never>} */ (new Promise((_, reject) => (fail = reject)));
    const worker = /** @type {any} */ ({ inference, unlessFailed: unless(failed) });
    const pad = /** @type {any} */ ({ image: {}, isEmpty: false, origin: "drawn" });
    const listener = {
      onQuestion: () => {},
      onAnswer: (/** @type {import("../../../static/js/answer/session.js").Answered} */ { question }) =>
        told.push(question),
    };
    const session = new Session(worker, () => pad, listener);
    const use = (/** @type {number} */ choice) =>
      session.use(CHOICES[choice], {
        onLoaded: () => {},
        makeView({ model }) {
          made.push({ asked: answers.length });
          return () => void shown.push(model.name);
        },
      });
    return { session, pad, use, answers, loads, made, shown, told, listener, fail };
  }

  /** Runs all pending callbacks. */
  async function settle() {
    for (let turn = 0; turn < 5; turn++) await setImmediate();
  }

  async function answering() {
    const all = opened();
    void all.use(0);
    await settle();
    all.loads[0]();
    await settle();
    all.answers[0]();
    await settle();
    assert.deepEqual(all.shown, ["a"]);
    return all;
  }

  test("the view of a picture is made once, before the time of its answer begins", async () => {
    const { session, answers, made } = await answering();
    assert.deepEqual(made, [{ asked: 0 }]);
    void session.ask(true);
    await settle();
    answers[1]();
    await settle();
    assert.equal(made.length, 1);
  });

  test("the view is made while the worker answers an empty pad", async () => {
    const all = opened();
    all.pad.isEmpty = true;
    void all.use(0);
    await settle();
    all.loads[0]();
    await settle();
    assert.deepEqual(all.made, [{ asked: 1 }]);
  });

  test("an answer to the previous picture is not shown with the one that replaced it", async () => {
    const { session, answers, shown, told } = await answering();
    void session.ask(true);
    await settle();
    const late = session.question;
    void session.ask(true);
    answers[1]();
    await settle();
    assert.deepEqual([shown.length, told.includes(late)], [1, false]);
    answers[2]();
    await settle();
    assert.deepEqual([shown.length, told.at(-1)], [2, session.question]);
  });

  test("while a stroke is drawn each answer is shown, and reported with its own picture", async () => {
    const { session, answers, shown, told } = await answering();
    void session.ask(false);
    await settle();
    const asked = session.question;
    void session.ask(false);
    answers[1]();
    await settle();
    assert.deepEqual([shown.length, told.at(-1)], [2, asked]);
    assert.notEqual(session.question, asked);
  });

  test("nothing is asked before the page is ready, and then about the current picture", async () => {
    const all = opened();
    /** @type {() => void} */
    let go = () => {};
    Object.assign(all.listener, { ready: () => new Promise((resolve) => (go = () => resolve(undefined))) });
    void all.use(0);
    await settle();
    all.loads[0]();
    await settle();
    assert.equal(all.answers.length, 0);
    void all.session.ask(true);
    go();
    await settle();
    all.answers[0]();
    await settle();
    assert.deepEqual(all.told, [all.session.question]);
  });

  test("an answer of the previous model is not shown", async () => {
    const { session, answers, shown } = await answering();
    void session.ask(false);
    await settle();
    session.leave();
    answers[1]();
    await settle();
    assert.deepEqual(shown, ["a"]);
  });

  test("a problem of the previous model is not reported", async () => {
    const { session, answers, shown } = await answering();
    const asked = session.ask(false);
    await settle();
    session.leave();
    answers[1](new Error("the model is gone"));
    await asked;
    assert.deepEqual(shown, ["a"]);
  });

  test("a worker that fails while it answers is reported, then and at each later question", async () => {
    const { session, fail } = await answering();
    const asked = [session.ask(true)];
    await settle();
    asked.push(session.ask(true));
    fail(new Error("out of memory"));
    for (const each of [...asked, session.ask(true)]) await assert.rejects(each, /out of memory/);
  });

  test("a model that was loaded too late does not answer", async () => {
    const { session, use, loads, answers, shown } = await answering();
    void use(1);
    await settle();
    session.leave(); // another model is chosen while this one loads
    loads[1]();
    await settle();
    assert.equal(answers.length, 1, "nothing is asked");
    void use(0);
    await settle();
    loads[2]();
    await settle();
    answers[1]();
    await settle();
    assert.deepEqual(shown, ["a", "a"]);
  });

  test("the time is measured in the page, from the picture to the answer, and its parts add up to it", () => {
    const worker = { milliseconds: 9, readback: 2, from: performance.timeOrigin + 104 };
    const { total, ...parts } = timesOf(worker, 100, 101, 117);
    assert.equal(total, 17);
    assert.deepEqual(
      Object.entries(parts).map(([name, value]) => [name, Math.round(value)]),
      [
        ["resize", 1],
        ["toWorker", 3],
        ["inference", 7],
        ["readback", 2],
        ["back", 4],
      ],
    );
    const sum = Object.values(parts).reduce((all, each) => all + each, 0);
    assert.ok(Math.abs(sum - total) < 1e-6);
  });

  test("rounded clocks do not change the total time of the messages", () => {
    for (const from of [90, 200]) {
      const { total, ...parts } = timesOf(
        { milliseconds: 9, readback: 0, from: performance.timeOrigin + from },
        100,
        101,
        117,
      );
      const { toWorker, back } = parts;
      assert.ok(toWorker >= 0 && back >= 0 && Math.abs(toWorker + back - 7) < 1e-6);
      assert.equal(total, 17);
    }
  });
});

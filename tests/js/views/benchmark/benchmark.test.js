/** Engines that take turns, each in a worker of its own. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { measure } from "../../../../static/js/views/benchmark/benchmark.js";
import { expose } from "../../../../static/vendor/comlink.js";
import { file, model } from "../../catalog.js";

/** The engine whose worker fails, and the number of the answer that it never gives. */
const FAILING = { backend: "webgl", answer: 10 };

/** One end of a channel of messages. */
class End extends EventTarget {
  /** @type {End} */
  other = this;

  /** @param {unknown} data */
  postMessage(data) {
    queueMicrotask(() => this.other.dispatchEvent(new MessageEvent("message", { data })));
  }
}

/** A worker whose engine answers in a millisecond. */
class FakeWorker extends End {
  constructor() {
    super();
    this.other = Object.assign(new End(), { other: this });
    let backend = "";
    let answers = 0;
    const inference = {
      load: (/** @type {unknown} */ _, /** @type {string} */ chosen) => void (backend = chosen),
      predict: () => {
        if (backend !== FAILING.backend || ++answers < FAILING.answer)
          return { milliseconds: 1, probabilities: new Float32Array([0.2, 0.8]) };
        this.dispatchEvent(Object.assign(new Event("error"), { message: "The device was lost." }));
        return new Promise(() => {});
      },
    };
    expose(inference, this.other);
  }

  terminate() {}
}

const own = Object.getOwnPropertyDescriptor(globalThis, "navigator");
describe("a benchmark", () => {
  before(() => {
    Object.assign(globalThis, { Worker: FakeWorker });
    Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
  });
  after(() => {
    Reflect.deleteProperty(globalThis, "Worker");
    if (own) Object.defineProperty(globalThis, "navigator", own);
    else Reflect.deleteProperty(globalThis, "navigator");
  });

  test("an engine that fails while it takes turns says so, and the others are measured", async () => {
    const rows = [];
    for await (const some of measure(model("small", [file("small.json")]), new Uint8ClampedArray(4)))
      rows.push(...some);
    const run = rows.filter(({ file }) => file);
    assert.deepEqual(
      run.map(({ backend, problem, times }) => [backend, problem, times?.answers]),
      [
        ["wasm", undefined, 30],
        ["webgl", "The device was lost.", undefined],
        ["cpu", undefined, 30],
      ],
    );
  });
});

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";

import { AUTOMATIC } from "../../../static/js/core/engine_names.js";
import { attemptsOf, load } from "../../../static/js/engines/loading.js";
import { CATALOG, file, model } from "../catalog.js";

/** @param {{isFast: boolean}} webgl whether it runs on a GPU */
function browserWith({ isFast }) {
  const context = isFast ? { getExtension: () => null } : null;
  Object.assign(globalThis, { document: { createElement: () => ({ getContext: () => context }) } });
}

describe("an engine", () => {
  beforeEach(() => browserWith({ isFast: false }));
  afterEach(() => void Reflect.deleteProperty(globalThis, "document"));

  /** @param {string} name @param {string} message */
  const problem = (name, message) => Object.assign(new Error(message), { name });

  /**
   * A worker that loads, or fails with the result of `fails`.
   *
   * @param {(path: string, backend: string) => Error | undefined} fails
   */
  function worker(fails) {
    /** @type {string[]} */
    const asked = [];
    const inference = {
      load: async (/** @type {{path: string}} */ { path }, /** @type {string} */ backend) => {
        asked.push(`${path} ${backend}`);
        const error = fails(path, backend);
        if (error) throw error;
      },
    };
    return { asked, inference: /** @type {any} */ (inference) };
  }

  const [small] = CATALOG.models;
  const choice = { model: small, file: small.files[2], engine: /** @type {const} */ ("auto") };

  test("only the chosen model is loaded", async () => {
    const { asked, inference } = worker(() => undefined);
    const loaded = await load(inference, choice);
    assert.deepEqual(loaded, { file: small.files[2], backend: "wasm", problems: [] });
    assert.deepEqual(asked, ["small/u8.json wasm"]);
  });

  test("an engine that does not run falls back to the next, and both are named", async () => {
    const { asked, inference } = worker((_, backend) => (backend === "wasm" ? problem("Error", "no SIMD") : undefined));
    const { backend, problems } = await load(inference, choice);
    assert.equal(backend, "cpu");
    assert.deepEqual(asked, ["small/u8.json wasm", "small/u8.json cpu"]);
    assert.match(problems.join(" "), /TensorFlow\.js, wasm.*no SIMD.*TensorFlow\.js, cpu/);
  });

  test("an engine that lacks something here says what, in the language of the page", async () => {
    const { inference } = worker((_, backend) =>
      backend === "wasm-threads" ? problem("Error", "refused") : undefined,
    );
    const { backend, problems } = await load(inference, { ...choice, engine: "wasm-threads" });
    assert.equal(backend, "wasm");
    assert.match(problems[0], /wasm threads does not run here: Threads need cross-origin isolation, which the host/);
  });

  test("a file that is not on this host is not asked for again by an engine of the same format", async () => {
    const { asked, inference } = worker(() => problem("Unavailable", "404"));
    await assert.rejects(load(inference, choice), { name: "Unavailable", message: "404" });
    assert.deepEqual(asked, ["small/u8.json wasm"]);
  });

  test("a file of another format may be available", async () => {
    const { asked, inference } = worker((path) =>
      path.endsWith(".tflite") ? problem("Unavailable", "404") : undefined,
    );
    const { backend } = await load(inference, { ...choice, engine: "litert", file: small.files[3] });
    assert.equal(backend, "wasm");
    assert.deepEqual(asked, ["small.tflite litert", "small/f32.json wasm"]);
  });

  test("another precision of the model is used if a file must be built first", async () => {
    const built = model("built", [
      file("f32", { command: "python -m export built" }),
      file("f16", { precision: "float16" }),
    ]);
    const { asked, inference } = worker((path) => (path === "f32" ? problem("Unavailable", "build it") : undefined));
    const loaded = await load(inference, { model: built, file: built.files[0], engine: "auto" });
    assert.equal(loaded.file.precision, "float16");
    assert.match(loaded.problems.join(" "), /build it\s.*float16/);
    assert.deepEqual(asked, ["f32 wasm", "f16 wasm"]);
  });

  test("if nothing runs, every engine gives its reason", async () => {
    const { inference } = worker((_, backend) => problem("Error", `${backend} is broken`));
    await assert.rejects(load(inference, choice), /could not be loaded[^]*wasm is broken[^]*cpu is broken/);
  });

  test("the chosen engine is tried first, then the automatic ones", () => {
    assert.deepEqual(attemptsOf("auto", AUTOMATIC.tfjs), ["wasm", "webgl", "cpu"]);
    assert.deepEqual(attemptsOf("litert", AUTOMATIC.tfjs), ["litert", "wasm", "webgl", "cpu"]);
    assert.deepEqual(attemptsOf("cpu", AUTOMATIC.tfjs), ["cpu", "wasm", "webgl"]);
  });

  /** The engines that are asked for one after another if none runs. @param {import("../../../static/js/core/engine_names.js").EngineName} engine */
  async function tried(engine) {
    const { asked, inference } = worker((_, backend) => problem("Error", `${backend} is broken`));
    await assert.rejects(load(inference, { ...choice, engine }));
    return asked.map((each) => each.split(" ")[1]);
  }

  test("without a GPU, plain JavaScript is used instead of WebGL", async () => {
    browserWith({ isFast: true });
    assert.deepEqual(await tried("auto"), ["wasm", "webgl", "cpu"]);
    browserWith({ isFast: false });
    assert.deepEqual(await tried("auto"), ["wasm", "cpu"]);
    assert.deepEqual(await tried("cpu"), ["cpu", "wasm"]);
    assert.deepEqual(await tried("webgl"), ["webgl", "wasm", "cpu"], "but WebGL runs where it is chosen");
  });

  test("whether there is a GPU is not asked while the first engine runs", async () => {
    Object.assign(globalThis, { document: undefined });
    assert.equal((await load(worker(() => undefined).inference, choice)).backend, "wasm");
  });
});

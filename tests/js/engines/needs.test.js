import assert from "node:assert/strict";
import { test } from "node:test";

import { BACKENDS } from "../../../static/js/core/engine_names.js";
import { lackOf, requireNeeds } from "../../../static/js/engines/needs.js";

/** @param {{isolated: boolean, gpu?: {requestAdapter(): Promise<unknown>}}} browser @param {() => Promise<void>} task */
async function inside({ isolated, gpu }, task) {
  const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });
  globalThis.crossOriginIsolated = isolated;
  try {
    await task();
  } finally {
    Object.defineProperty(globalThis, "navigator", /** @type {PropertyDescriptor} */ (before));
    delete (/** @type {any} */ (globalThis).crossOriginIsolated);
  }
}

const lacks = async () =>
  Object.fromEntries(await Promise.all(BACKENDS.map(async (each) => [each, await lackOf(each)])));
const none = Object.fromEntries(BACKENDS.map((each) => [each, undefined]));

test("threads need isolation, and WebGPU needs a device", () =>
  inside({ isolated: false }, async () => {
    const [threads, webgpu] = /** @type {const} */ (["threads", "webgpu"]);
    const expected = { "wasm-threads": threads, "litert-threads": threads, webgpu, "litert-webgpu": webgpu };
    assert.deepEqual(await lacks(), { ...none, ...expected });
    await assert.rejects(requireNeeds("wasm-threads"), /Threads need cross-origin isolation/);
    await requireNeeds("wasm");
  }));

test("a browser with WebGPU may still have no device", () =>
  inside({ isolated: true, gpu: { requestAdapter: async () => null } }, async () => {
    assert.deepEqual(await lacks(), { ...none, webgpu: "webgpu", "litert-webgpu": "webgpu" });
  }));

test("an isolated page with a device lacks nothing", () =>
  inside({ isolated: true, gpu: { requestAdapter: async () => ({}) } }, async () => {
    assert.deepEqual(await lacks(), none);
  }));

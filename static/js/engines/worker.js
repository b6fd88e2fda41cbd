/** Inference beside the page's own thread, so that drawing never stutters. */

import { expose } from "../../vendor/comlink.js";
import { MODELS, address, requestOf } from "../core/catalog.js";
import { load } from "../engine.js";
import { titleOf } from "../core/engine_names.js";
import { translator } from "../core/i18n.js";
import { sizeOf } from "../core/size.js";
import { StartRecord } from "./start_record.js";

const t = translator({
  en: {
    offline: "{path} is not kept on this device, and cannot be fetched: there is no network.",
    broken: "{path} is not what the catalog says: its download was broken, or it was changed.",
    missing: "{path} is not on this host: it answers {status}.",
    unbuilt: "{path} is not on this host: with {size} it must be built first, by\n{command}",
  },
  ko: {
    offline: "{path}: 이 기기에 없고, 네트워크가 없어 받을 수도 없습니다.",
    broken: "{path}: 카탈로그와 다릅니다. 잘못 받았거나 바뀐 파일입니다.",
    missing: "{path}: 이 호스트에 없습니다. 응답 코드 {status}.",
    unbuilt: "{path}: 이 호스트에 없습니다. {size}라서 먼저 만들어야 합니다.\n{command}",
  },
});

/** @type {import("../engine.js").Engine | undefined} */
let engine;

/** What the digit models see. @type {import("../engine.js").Engine | undefined} */
let frontEnd;

const record = new StartRecord();

/** Engines answer one picture after another, however many are waiting. @type {Promise<unknown>} */
let turn = Promise.resolve();

/** Bytes from which on it is said how much of a file has come. */
const LARGE = 1e6;

/** A file that cannot be had, which another engine for the same files would not change. */
class Unavailable extends Error {
  name = "Unavailable";
}

const inference = {
  /**
   * The model that was loaded before answers until this one does, and goes on where this one fails.
   *
   * @param {import("../core/catalog.js").File} file of the engine's format
   * @param {import("../engine.js").Backend} backend
   * @param {(loaded: number, total: number, what: string) => void} [onProgress] bytes of what is large, and its name
   */
  async load(file, backend, onProgress) {
    const from = performance.now();
    const ofEngine = (/** @type {number} */ some, /** @type {number} */ all) =>
      onProgress?.(some, all, titleOf(backend));
    const fetch = verified(file, (some) => onProgress?.(some, file.bytes, fileName(file)));
    const loaded = await load(address(file), { backend, fetch, onProgress: ofEngine });
    engine?.dispose();
    engine = loaded;
    const files = [file, ...file.parts].map((part) => requestOf(part).url);
    record.loaded(backend, files, from, performance.now());
  },

  /**
   * @param {Uint8ClampedArray} pixels RGBA
   * @returns {Promise<{probabilities: Float32Array, milliseconds: number, readback: number, from: number}>} `readback`
   *   is a part of `milliseconds`; `from` is when it began, in milliseconds since 1970
   */
  async predict(pixels) {
    const answer = turn.then(() => predict(pixels));
    turn = answer.catch(() => {}); // whoever asked hears of it
    return answer;
  },

  /**
   * @param {import("../core/catalog.js").File} file of the front end, of the engine's format
   * @param {import("../engine.js").Backend} backend
   */
  async loadFrontEnd(file, backend) {
    const loaded = await load(address(file), { backend, fetch: verified(file) });
    frontEnd?.dispose();
    frontEnd = loaded;
  },

  /**
   * @param {Uint8ClampedArray} pixels RGBA
   * @returns {Promise<Float32Array>} what a digit model sees of them: rows of pixels, 0 (paper) to 1 (ink)
   */
  async frame(pixels) {
    if (!frontEnd) throw new Error("No front end is loaded.");
    return frontEnd.predict(pixels);
  },

  /** How the model of now began. */
  startup() {
    const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
    return record.of(entries, MODELS);
  },
};

/** @typedef {typeof inference} Inference */

/** @param {Uint8ClampedArray} pixels */
async function predict(pixels) {
  if (!engine) throw new Error("No model is loaded.");
  const start = performance.now();
  const probabilities = await engine.predict(pixels);
  const milliseconds = performance.now() - start;
  record.answered(milliseconds);
  return { probabilities, milliseconds, readback: engine.readback, from: performance.timeOrigin + start };
}

/**
 * Fetches what belongs to `file`, each with the hash that the catalog has of it.
 *
 * @param {import("../core/catalog.js").File} file
 * @param {(loaded: number) => void} [onPart] hears of the bytes of a large one, whenever a part of it has come
 * @returns {typeof fetch}
 */
function verified(file, onPart) {
  let loaded = 0;
  const parts = new Map([file, ...file.parts].map((part) => [address(part), part]));
  return async (url) => {
    const part = parts.get(String(url));
    if (!part) throw new Error(`${url} is not in the catalog.`);
    const request = requestOf(part);
    try {
      // once more past the browser's own cache, which may have kept a broken download
      const response = await fetch(request).catch(() => fetch(request, { cache: "reload" }));
      if (onPart && file.bytes >= LARGE) onPart((loaded += (await response.clone().arrayBuffer()).byteLength));
      return response;
    } catch {
      throw new Unavailable(await whyNot(file, part));
    }
  };
}

/** As people know it. @param {import("../core/catalog.js").File} file */
const fileName = ({ path }) => path.split("/")[0];

/**
 * Why a part could not be fetched, which the browser does not say of a request with a hash.
 *
 * @param {import("../core/catalog.js").File} file
 * @param {import("../core/catalog.js").Part} part
 */
async function whyNot(file, part) {
  const response = await fetch(requestOf(part).url, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  const { path } = part;
  if (!response) return t("offline", { path });
  if (response.ok) return t("broken", { path });
  if (!file.command) return t("missing", { path, status: response.status });
  return t("unbuilt", { path, size: sizeOf(file.bytes), command: file.command });
}

expose(inference);

/** Inference in a web worker, so that it never blocks drawing. */

import { expose } from "../../vendor/comlink.js";
import { MODELS, address, requestOf } from "../core/catalog.js";
import { load } from "../engine.js";
import { translator } from "../core/i18n.js";
import { sizeOf } from "../core/size.js";
import { StartRecord } from "./start_record.js";
import { prepare } from "./wasm.js";

const t = translator({
  en: {
    offline: "{path} is not stored on this device and cannot be downloaded: there is no network.",
    broken: "{path} does not match the catalog: the download is damaged, or the file was changed.",
    missing: "{path} is not on this host: it answers {status}.",
    unbuilt:
      "{path} is not on this host: at {size} it is too large to be committed and must be built first:\n{command}",
  },
  ko: {
    offline: "{path}: 이 기기에 저장되어 있지 않고, 네트워크가 없어 다운로드할 수도 없습니다.",
    broken: "{path}: 카탈로그와 다릅니다. 다운로드가 손상되었거나 파일이 바뀌었습니다.",
    missing: "{path}: 이 호스트에 없습니다(응답 코드 {status}).",
    unbuilt: "{path}: 이 호스트에 없습니다. 커밋하기에 너무 큰 파일({size})이라 먼저 빌드해야 합니다.\n{command}",
  },
});

/** @type {import("../engine.js").Engine | undefined} */
let engine;

/** The front end of the digit models. @type {import("../engine.js").Engine | undefined} */
let frontEnd;

const record = new StartRecord();

/** When the default engine was started, if no model has been loaded since. @type {number | undefined} */
let prepared;

/** The last queued inference: an engine answers one picture at a time. @type {Promise<unknown>} */
let turn = Promise.resolve();

/** Progress is reported for files of at least this many bytes. */
const LARGE = 1e6;

/** A file is not available, so another engine for the same file would fail too. */
class Unavailable extends Error {
  name = "Unavailable";
}

const inference = {
  /**
   * Loads a model. The previous model answers until then, and stays if loading fails.
   *
   * @param {import("../core/catalog.js").File} file of the engine's format
   * @param {import("../engine.js").Backend} backend
   * @param {(loaded: number, total: number, file?: string) => void} [onProgress] bytes of a large file, and its name; or
   *   of the engine, which the caller knows
   */
  async load(file, backend, onProgress) {
    const from = backend === "wasm" ? (prepared ?? performance.now()) : performance.now();
    prepared = undefined;
    const fetch = verified(file, (some) => onProgress?.(some, file.bytes, fileName(file)));
    const loaded = await load(address(file), { backend, fetch, onProgress });
    engine?.dispose();
    engine = loaded;
    const files = [file, ...file.parts].map((part) => requestOf(part).url);
    record.loaded(backend, files, from, performance.now());
  },

  /**
   * @param {Uint8ClampedArray} pixels RGBA
   * @returns {Promise<{probabilities: Float32Array, milliseconds: number, readback: number, from: number}>} `readback`
   *   is a part of `milliseconds`; `from` is when the inference began, in milliseconds since 1970
   */
  async predict(pixels) {
    const answer = turn.then(() => predict(pixels));
    turn = answer.catch(() => {}); // the caller handles the error
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
   * @returns {Promise<Float32Array>} the 28x28 frame that a digit model sees: rows of pixels, 0 (paper) to 1 (ink)
   */
  async frame(pixels) {
    if (!frontEnd) throw new Error("No front end is loaded.");
    return frontEnd.predict(pixels);
  },

  /** The startup times of the current model, and what was downloaded to run it, as `vendor/sizes.json` names it. */
  startup() {
    const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
    return { ...record.of(entries, MODELS), runtime: engine?.runtime ?? engine?.backend ?? "" };
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
 * A `fetch` for the parts of `file`, which checks each against its hash in the catalog. All are requested at once, while
 * the engine starts: it would ask for one after another.
 *
 * @param {import("../core/catalog.js").File} file
 * @param {(loaded: number) => void} [onPart] called with the bytes so far after each part of a large file
 * @returns {typeof fetch}
 */
function verified(file, onPart) {
  let loaded = 0;
  const parts = new Map([file, ...file.parts].map((part) => [address(part), requested(part)]));
  for (const part of parts.values()) part.catch(() => {}); // the engine gets the error when it asks
  return async (url) => {
    const part = parts.get(String(url));
    if (!part) throw new Error(`${url} is not in the catalog.`);
    return part;
  };

  /** @param {import("../core/catalog.js").Part} part */
  async function requested(part) {
    const request = requestOf(part);
    try {
      // retry without the browser's cache, which may contain a damaged download
      const response = await fetch(request).catch(() => fetch(request, { cache: "reload" }));
      if (onPart && file.bytes >= LARGE) onPart((loaded += (await response.clone().arrayBuffer()).byteLength));
      return response;
    } catch {
      throw new Unavailable(await reasonFor(file, part));
    }
  }
}

/** The model's name. @param {import("../core/catalog.js").File} file */
const fileName = ({ path }) => path.split("/")[0];

/**
 * Why a part could not be fetched: for a request with a hash the browser gives no reason.
 *
 * @param {import("../core/catalog.js").File} file
 * @param {import("../core/catalog.js").Part} part
 */
async function reasonFor(file, part) {
  const response = await fetch(requestOf(part).url, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  const { path } = part;
  if (!response) return t("offline", { path });
  if (response.ok) return t("broken", { path });
  if (!file.command) return t("missing", { path, status: response.status });
  return t("unbuilt", { path, size: sizeOf(file.bytes), command: file.command });
}

if (new URLSearchParams(location.search).has("engine")) {
  prepared = performance.now();
  prepare().catch(console.warn); // loading a model says why
}
expose(inference);

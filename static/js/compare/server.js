import { isExact } from "../catalog.js";
import { delayOf } from "./network.js";
import { serverTimes } from "./timings.js";

/**
 * The client of the API.
 *
 * @typedef {"missing" | "stopped" | "slow" | "busy" | "refused" | "nonsense" | "offline"} ProblemKind
 * @typedef {{label: string, version: string, probabilities: Float64Array, precision: string, up: number, down: number,
 *   parts: import("./timings.js").Parts, total: number}} ServerAnswer `up` and `down` are the bytes of both bodies
 */

/** Longer than the server's own limit, after which it says itself that it is too late. */
const LIMIT = 20_000;

export class Problem extends Error {
  /**
   * @param {ProblemKind} kind
   * @param {string} [detail]
   */
  constructor(kind, detail = "") {
    super(detail);
    this.kind = kind;
  }
}

export const API = new URL("../../../api/", import.meta.url).href;

/** @type {Record<string, string>} what a precision of TF.js is called among the server's files */
const CALLED = { uint8: "int8" };

/**
 * The precision to ask the server for: the one that should say the same as the page's file.
 *
 * @param {import("../catalog.js").Model} model
 * @param {import("../catalog.js").File} file of the page
 */
export function serverPrecision(model, file) {
  const files = model.files.filter(({ format, withheld }) => format === "tflite" && !withheld);
  const there = files.map(({ precision }) => precision);
  const wanted = isExact(file) ? [] : [file.precision, CALLED[file.precision]];
  return [...wanted, "float32", "float16"].find((each) => there.includes(each)) ?? "float32";
}

/**
 * @param {Uint8ClampedArray} pixels RGBA, opaque
 * @param {readonly [1, number, number, 3]} input
 * @returns {Promise<Blob>} PNG, which loses nothing
 */
export async function encode(pixels, [, height, width]) {
  const canvas = new OffscreenCanvas(width, height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
  return canvas.convertToBlob({ type: "image/png" });
}

performance.setResourceTimingBufferSize(100_000); // of 250 it is full after a few drawings

let asked = Date.now(); // a number of its own for each request tells its record from the others

/**
 * The server's answer to a picture, shown no sooner than the simulated network would let it.
 *
 * @param {import("../catalog.js").Model} model
 * @param {string} precision of the server's file
 * @param {Uint8ClampedArray} pixels RGBA
 * @param {import("./network.js").Profile} profile
 * @returns {Promise<ServerAnswer>}
 * @throws {Problem}
 */
export async function predict(model, precision, pixels, profile) {
  const started = performance.now();
  const picture = await encode(pixels, model.input);
  const encoded = performance.now();
  const url = new URL("predict", API);
  url.search = String(new URLSearchParams({ model: model.name, precision, n: String(++asked) }));
  const text = await send(url, picture);
  const answer = read(text, model);
  const entry = await entryOf(url.href);
  const down = entry.encodedBodySize;
  const simulated = delayOf(profile, picture.size, down);
  const times = attempt(() => serverTimes(entry, started, encoded, simulated));
  await new Promise((resolve) => setTimeout(resolve, simulated.network + simulated.download));
  return { ...answer, precision, up: picture.size, down, ...times };
}

/**
 * @param {URL} url
 * @param {Blob} body
 */
async function send(url, body) {
  try {
    const response = await fetch(url, { method: "POST", body, signal: AbortSignal.timeout(LIMIT) });
    const text = await response.text();
    if (response.ok) return text;
    const detail = said(text) ?? String(response.status);
    if ([404, 405, 501].includes(response.status) && said(text) === undefined) throw new Problem("missing", detail);
    throw new Problem([408, 429, 502, 503, 504].includes(response.status) ? "busy" : "refused", detail);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(/** @type {Error} */ (error).name === "TimeoutError" ? "slow" : "stopped");
  }
}

/** @param {string} text @returns {string | undefined} the API's own sentence */
function said(text) {
  try {
    const { error } = JSON.parse(text);
    return typeof error === "string" ? error : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} text
 * @param {import("../catalog.js").Model} model
 */
function read(text, model) {
  return attempt(() => {
    const { label, version, probabilities } = JSON.parse(text);
    const values = Float64Array.from(model.labels, (name) => probabilities[name]);
    if (!model.labels.includes(label) || typeof version !== "string" || !values.every(Number.isFinite))
      throw new Error(text.slice(0, 60));
    return { label, version, probabilities: values };
  });
}

/** @template T @param {() => T} make @returns {T} */
function attempt(make) {
  try {
    return make();
  } catch (error) {
    throw new Problem("nonsense", /** @type {Error} */ (error).message);
  }
}

/**
 * The browser's own record of a request, which it makes a moment after its end.
 *
 * @param {string} url of one request only
 * @returns {Promise<PerformanceResourceTiming>}
 */
async function entryOf(url) {
  for (let tries = 0; tries < 50; tries++) {
    const [entry] = performance.getEntriesByName(url, "resource");
    if (entry) return /** @type {PerformanceResourceTiming} */ (entry);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Problem("nonsense", "The browser has no record of the request.");
}

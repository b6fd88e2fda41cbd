import { messageOf } from "../../core/message.js";
import { API, request } from "./named_server.js";
import { delayOf } from "./network.js";
import { pngEncoder } from "./png.js";
import { serverTimes } from "./timings.js";
import { Problem } from "./transport.js";
import { wait } from "./wait.js";

/**
 * The client of the API.
 *
 * @typedef {{label: string, version: string, probabilities: Float64Array, precision: string, up: number, down: number,
 *   parts: import("./timings.js").Parts, total: number, cpu: number}} ServerAnswer `up` and `down` are the bytes of the
 *   request's and the answer's body; `cpu` is the server's CPU time in milliseconds
 */

/** The format of a version. */
const VERSION = /^[\w.-]{1,64}$/;

/**
 * The precision to ask the server for, from the catalog: the one whose answers should equal those of the page's file.
 *
 * @param {import("../../core/catalog.js").File} file of the page
 */
export function serverPrecision(file) {
  return file.server_precision ?? ""; // the server's default
}

let asked = Date.now(); // a unique number for each request, to find its performance entry

/**
 * The server's answer to a picture, delayed as the simulated network would delay it.
 *
 * @param {import("../../core/catalog.js").Model} model
 * @param {string} precision of the server's file
 * @param {Uint8ClampedArray} pixels RGBA, opaque, of the model's size
 * @param {number} resize milliseconds that resizing took, which count for both sides
 * @param {import("./network.js").Profile} profile
 * @param {AbortSignal} [signal] stops it
 * @returns {Promise<ServerAnswer>}
 * @throws {Problem}
 * @throws {DOMException} "AbortError", when it was stopped
 */
export async function predict(model, precision, pixels, resize, profile, signal) {
  const encode = await encoder();
  const started = performance.now();
  const picture = encode(pixels, model.input);
  const encoded = performance.now();
  const url = new URL("predict", API);
  url.search = String(new URLSearchParams({ model: model.name, precision, n: String(++asked) }));
  const { text, entry, received } = await send(url, picture, signal);
  const reading = performance.now();
  const answer = parsed(text, model);
  const moments = { resize, started, encoded, received, read: performance.now() - reading };
  const down = entry.encodedBodySize;
  const simulated = delayOf(profile, picture.byteLength, down);
  const times = attempt(() => serverTimes(entry, moments, simulated));
  await wait(simulated.network + simulated.download, signal);
  return { ...answer, precision, up: picture.byteLength, down, ...times };
}

/**
 * @param {URL} url
 * @param {Uint8Array<ArrayBuffer>} body PNG
 * @param {AbortSignal} [signal]
 */
async function send(url, body, signal) {
  const { status, text, ...times } = await request(url.href, body, signal);
  if (status >= 200 && status < 300) return { text, ...times };
  const detail = errorIn(text) ?? String(status);
  if ([404, 405, 501].includes(status) && errorIn(text) === undefined) throw new Problem("missing", detail);
  throw new Problem([408, 429, 502, 503, 504].includes(status) ? "busy" : "refused", detail);
}

/** @param {string} text @returns {string | undefined} the API's error message */
function errorIn(text) {
  try {
    const { error } = JSON.parse(text);
    return typeof error === "string" ? error : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} text
 * @param {import("../../core/catalog.js").Model} model
 */
function parsed(text, model) {
  return attempt(() => {
    const { label, version, probabilities } = JSON.parse(text);
    const values = Float64Array.from(model.labels, (name) => probabilities[name]);
    const areValid = values.every((value) => value >= 0 && value <= 1.001); // false for NaN
    if (!model.labels.includes(label) || typeof version !== "string" || !VERSION.test(version) || !areValid)
      throw new Error(text.slice(0, 60));
    return { label, version, probabilities: values };
  });
}

/** @template T @param {() => T} make @returns {T} */
function attempt(make) {
  try {
    return make();
  } catch (error) {
    throw new Problem("nonsense", messageOf(error));
  }
}

/** @throws {Problem} the encoder could not be fetched, so the server cannot be reached either */
async function encoder() {
  try {
    return await pngEncoder();
  } catch {
    throw new Problem("stopped");
  }
}

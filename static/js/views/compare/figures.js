/**
 * The figures of one comparison: the source of its table and its sentences, and the content of a shared link.
 *
 * @typedef {{version: string, precision: string, n: number, first: number, p25?: number, p50: number, p75?: number,
 *   p95: number | null}} Side `n` counts all answers; times are in milliseconds; the quantiles leave out the first
 *   answer, and `p95` is null if there are too few
 * @typedef {{accuracy: number, p50: number, p95: number | null, throughput: number | null, n: number}} BatchSide
 * @typedef {{
 *   date: string, device: string, model: string, engine: string, network: import("./network.js").NetworkName,
 *   compared: number, same: number, difference: number, unanswered: number, offline: boolean, price: number | null,
 *   browser: Side & {runtime: number, model: number, cached: boolean, requests?: number, fetch: number,
 *     compile: number, inference: number},
 *   server: Side & {up: number, down: number, least?: number, most?: number, cpu: number},
 *   batch: {n: number, same: number, difference: number, browser: BatchSide,
 *     server: BatchSide & {up: number, down: number, busy: number}} | null,
 *   page?: import("../page_costs.js").PageCosts,
 * }} Figures `difference` is the largest difference between two probabilities; `unanswered` counts pictures that the
 *   server has not answered; `offline`: the page is stored for offline use; `price` is per CPU hour. In `browser`,
 *   `runtime` and `model` are bytes, `requests` counts the requests that ran one after another, `inference` is the
 *   first one, and `cached`: no first visit was measured. In `server`, `up` and `down` are the bytes of all requests'
 *   and answers' bodies, `least` and `most` are the quartiles of the bytes of one exchange, and `cpu` is milliseconds
 *   per answer. Older links do not have the optional keys
 */

import { NETWORKS } from "./network.js";
import { serverPrecision } from "./server.js";
import { summaryOf } from "./samples.js";

/** @typedef {((value: unknown) => boolean) & {isOptional?: boolean}} Check */

/** @type {(least: number, most: number) => Check} */
const number = (least, most) => (value) => typeof value === "number" && value >= least && value <= most;
/** @type {(pattern: RegExp) => Check} */
const text = (pattern) => (value) => typeof value === "string" && pattern.test(value);
/** @type {Check} */
const flag = (value) => typeof value === "boolean";
const milliseconds = number(0, 1e9);
const bytes = number(0, 1e12);
const count = (/** @type {unknown} */ value) => Number.isInteger(value) && number(0, 1e9)(value);
const share = number(0, 1);
const word = text(/^[\w.-]{1,64}$/);
/** @type {(check: Check) => Check} */
const orNull = (check) => (value) => value === null || check(value);
/** @type {(check: Check) => Check} */
const optional = (check) => Object.assign((/** @type {unknown} */ value) => check(value), { isOptional: true });

const SIDE = {
  ...{ version: word, precision: word, n: count, first: milliseconds, p50: milliseconds, p95: orNull(milliseconds) },
  ...{ p25: optional(milliseconds), p75: optional(milliseconds) },
};
const BATCH_SIDE = {
  ...{ accuracy: share, p50: milliseconds, p95: orNull(milliseconds), throughput: orNull(number(0, 1e6)), n: count },
};

/** @typedef {{[key: string]: Check | Shape}} Shape */

/** @type {Shape} */
const BATCH = {
  ...{ n: count, same: count, difference: share, browser: BATCH_SIDE },
  server: { ...BATCH_SIDE, up: bytes, down: bytes, busy: count },
};

/** @type {Shape} */
const PAGE = {
  ...{ start: milliseconds, requests: count, transferred: bytes, memory: optional(bytes) },
  ...{ tasks: optional(count), longest: optional(milliseconds), blocked: optional(milliseconds) },
};

/** @type {Shape} */
const FIGURES = {
  date: text(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/),
  device: text(/^[\x20-\x7e]{0,400}$/),
  ...{ model: word, engine: word, network: (value) => NETWORKS.some((name) => name === value) },
  ...{ compared: count, same: count, difference: share, unanswered: count, offline: flag },
  price: orNull(number(0, 1e6)),
  browser: {
    ...{ ...SIDE, runtime: bytes, model: bytes, cached: flag, requests: optional(count) },
    ...{ fetch: milliseconds, compile: milliseconds, inference: milliseconds },
  },
  server: { ...SIDE, up: bytes, down: bytes, least: optional(bytes), most: optional(bytes), cpu: milliseconds },
  batch: (value) => value === null || fits(value, BATCH),
  page: optional((value) => fits(value, PAGE)),
};

/**
 * Whether a value has exactly the keys of a shape, each with a valid value; optional keys may be missing.
 *
 * @param {unknown} value
 * @param {Shape} shape
 * @returns {boolean}
 */
function fits(value, shape) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    Object.entries(shape).every(([key, check]) => Object.hasOwn(value, key) || isOptional(check)) &&
    entries.every(([key, each]) => {
      if (!Object.hasOwn(shape, key)) return false;
      const check = shape[key];
      return typeof check === "function" ? check(each) : fits(each, check);
    })
  );
}

/** @param {Check | Shape} check */
const isOptional = (check) => typeof check === "function" && check.isOptional === true;

/**
 * @param {unknown} value from any source
 * @returns {value is Figures}
 */
export function isFigures(value) {
  if (!fits(value, FIGURES)) return false;
  const { same, compared, batch } = /** @type {Figures} */ (value);
  return same <= compared && (batch === null || batch.same <= batch.n);
}

/**
 * @param {import("./measurements.js").Measured} measured
 * @param {{device: string, offline: boolean, unanswered: number, price: number | null, page?:
 *   import("../page_costs.js").PageCosts}} about the session
 * @returns {Figures | undefined} undefined unless both sides have answered more than once
 */
export function figuresOf(measured, { device, ...about }) {
  const { loaded, network, browser, server, up, down, start, compared, same, difference, batch = null } = measured;
  const [here, there] = [browser.summary, server.summary];
  if (!here || !there || !start) return undefined;
  const { model, file, backend } = loaded;
  const { runtime, model: modelBytes, cached, requests, fetch, compile, first } = start;
  const exchanged = measured.exchanged.summary;
  return {
    date: new Date().toISOString(),
    device: device.replace(/[^\x20-\x7e]/g, "?").slice(0, 400),
    ...{ model: model.name, engine: backend, network, compared, same, difference, ...about },
    browser: {
      ...{ version: model.version, precision: file.precision, ...here, n: browser.n, first: browser.first },
      ...{ runtime, model: modelBytes, cached, requests, fetch, compile, inference: first },
    },
    server: {
      ...{ version: measured.version, precision: serverPrecision(file) },
      ...{ ...there, n: server.n, first: server.first, up: up.sum, down: down.sum },
      ...{ least: exchanged?.p25, most: exchanged?.p75, cpu: summaryOf(measured.cpu.all)?.p50 ?? 0 },
    },
    batch,
  };
}

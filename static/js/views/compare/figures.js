/**
 * The figures of one comparison: all that its table and its sentences say, and what a link carries.
 *
 * @typedef {{version: string, precision: string, n: number, first: number, p50: number, p95: number}} Side `n` counts
 *   answers with the first; times in milliseconds, `p50` and `p95` without the first
 * @typedef {{accuracy: number, p50: number, p95: number, throughput: number, n: number}} BatchSide
 * @typedef {{
 *   date: string, device: string, model: string, engine: string, network: import("./network.js").NetworkName,
 *   compared: number, same: number, difference: number, unanswered: number, offline: boolean, price: number | null,
 *   browser: Side & {runtime: number, model: number, cached: boolean, fetch: number, compile: number,
 *     inference: number},
 *   server: Side & {up: number, down: number, cpu: number},
 *   batch: {n: number, same: number, difference: number, browser: BatchSide,
 *     server: BatchSide & {up: number, down: number, busy: number}} | null,
 * }} Figures `difference` is the largest between two probabilities; `unanswered` counts pictures that the server has
 *   not answered; `offline`: the page is kept for use without a network; `price` of an hour of a processor; of the
 *   browser `runtime` and `model` are bytes, and `inference` the first one; of the server `up` and `down` are the bytes
 *   of all answers' bodies, and `cpu` is milliseconds an answer
 */

import { percentile } from "../../core/percentile.js";
import { NETWORKS } from "./network.js";
import { serverPrecision } from "./server.js";
import { summaryOf } from "./timings.js";

/** @typedef {(value: unknown) => boolean} Check */

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

const SIDE = { version: word, precision: word, n: count, first: milliseconds, p50: milliseconds, p95: milliseconds };
const BATCH_SIDE = { accuracy: share, p50: milliseconds, p95: milliseconds, throughput: number(0, 1e6), n: count };

/** @typedef {{[key: string]: Check | Shape}} Shape */

/** @type {Shape} */
const BATCH = {
  ...{ n: count, same: count, difference: share, browser: BATCH_SIDE },
  server: { ...BATCH_SIDE, up: bytes, down: bytes, busy: count },
};

/** @type {Shape} */
const FIGURES = {
  date: text(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/),
  device: text(/^[\x20-\x7e]{0,400}$/),
  ...{ model: word, engine: word, network: (value) => NETWORKS.some((name) => name === value) },
  ...{ compared: count, same: count, difference: share, unanswered: count, offline: flag },
  price: (value) => value === null || number(0, 1e6)(value),
  browser: {
    ...{ ...SIDE, runtime: bytes, model: bytes, cached: flag },
    ...{ fetch: milliseconds, compile: milliseconds, inference: milliseconds },
  },
  server: { ...SIDE, up: bytes, down: bytes, cpu: milliseconds },
  batch: (value) => value === null || fits(value, BATCH),
};

/**
 * Whether a value has just the keys of a shape, each with a value that it takes.
 *
 * @param {unknown} value
 * @param {Shape} shape
 * @returns {boolean}
 */
function fits(value, shape) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length === Object.keys(shape).length &&
    entries.every(([key, each]) => {
      if (!Object.hasOwn(shape, key)) return false;
      const check = shape[key];
      return typeof check === "function" ? check(each) : fits(each, check);
    })
  );
}

/**
 * @param {unknown} value from anywhere
 * @returns {value is Figures}
 */
export function isFigures(value) {
  if (!fits(value, FIGURES)) return false;
  const { same, compared, batch } = /** @type {Figures} */ (value);
  return same <= compared && (batch === null || batch.same <= batch.n);
}

/**
 * @param {import("./measurements.js").Measured} measured in which both sides have answered more than once
 * @param {{device: string, offline: boolean, unanswered: number, price: number | null}} about the session
 * @returns {Figures | undefined} undefined of too few answers
 */
export function figuresOf(measured, { device, ...about }) {
  const { loaded, network, server, start, compared, same, difference, batch = null } = measured;
  const [here, there] = [measured.browser, server.map(({ total }) => total)];
  const [browserTimes, serverTimes] = [here, there].map((totals) => summaryOf(totals.slice(1)));
  if (!browserTimes || !serverTimes || !start) return undefined;
  const { model, file, backend } = loaded;
  const newest = server[server.length - 1];
  const sum = (/** @type {"up" | "down"} */ name) => server.reduce((total, answer) => total + answer[name], 0);
  const { runtime, model: modelBytes, cached, fetch, compile, first } = start;
  return {
    date: new Date().toISOString(),
    device: device.replace(/[^\x20-\x7e]/g, "?").slice(0, 400),
    ...{ model: model.name, engine: backend, network, compared, same, difference, ...about },
    browser: {
      ...{ version: model.version, precision: file.precision, ...browserTimes, n: here.length, first: here[0] },
      ...{ runtime, model: modelBytes, cached, fetch, compile, inference: first },
    },
    server: {
      ...{ version: newest.version, precision: serverPrecision(model, file) },
      ...{ ...serverTimes, n: there.length, first: there[0], up: sum("up"), down: sum("down") },
      cpu: percentile(
        server.map((answer) => answer.cpu),
        50,
      ),
    },
    batch,
  };
}

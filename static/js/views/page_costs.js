/** What the page itself costs on this device: its start, the tasks that kept it from reacting, its memory. */

import { READY } from "../core/marks.js";

/**
 * @typedef {{start: number, requests: number, transferred: number}} Start `start` is the time from the beginning of
 *   the visit until the model could answer, in milliseconds; `transferred` are bytes with headers, 0 for what a cache had
 * @typedef {{tasks: number, longest: number, blocked: number}} LongTasks tasks of 50 ms or more, and milliseconds:
 *   `blocked` is the sum of what each took longer than 50 ms
 * @typedef {Start & Partial<LongTasks> & {memory?: number}} PageCosts `memory` is in bytes; what the browser does not
 *   tell is missing
 * @typedef {Pick<PerformanceResourceTiming, "startTime" | "transferSize">} Entry
 */

/** The Long Tasks API's own limit, in milliseconds. */
const LONG = 50;

/**
 * @param {number} ready when the first model could answer, in milliseconds since the visit began
 * @param {Entry[]} document the document and what it fetched
 * @param {{transferred: number}[]} worker what the worker fetched for its first engine and model, all before that
 * @returns {Start}
 */
export function startFrom(ready, document, worker) {
  const before = document.filter(({ startTime }) => startTime < ready);
  const sizes = [...before.map(({ transferSize }) => transferSize), ...worker.map(({ transferred }) => transferred)];
  return { start: ready, requests: sizes.length, transferred: sizes.reduce((sum, size) => sum + size, 0) };
}

/** @returns {LongTasks} */
export const noLongTasks = () => ({ tasks: 0, longest: 0, blocked: 0 });

/** @param {LongTasks} total changed in place @param {number} duration of one more long task, in milliseconds */
export function addLongTask(total, duration) {
  total.tasks++;
  total.longest = Math.max(total.longest, duration);
  total.blocked += duration - LONG;
}

/** Asked for after each answer of a comparison, so both are looked up once. @type {Start | undefined} */
let start;
/** @type {Promise<LongTasks | undefined> | undefined} */
let longTasks;

/**
 * The page's start, and its long tasks until now.
 *
 * @param {{transferred: number}[]} worker as for `startFrom`
 * @returns {Promise<PageCosts | undefined>} undefined until a model can answer
 */
export async function pageCosts(worker) {
  start ??= startOf(worker);
  if (!start) return undefined;
  longTasks ??= countLongTasks();
  return { ...start, ...(await longTasks) };
}

/** @param {{transferred: number}[]} worker @returns {Start | undefined} */
function startOf(worker) {
  const ready = performance.getEntriesByName(READY)[0]?.startTime;
  if (ready === undefined) return undefined;
  const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  return startFrom(ready, /** @type {PerformanceResourceTiming[]} */ (entries), worker);
}

/**
 * Counts those since the visit began, and goes on counting.
 *
 * @returns {Promise<LongTasks | undefined>} the running total; undefined where there is no such API
 */
async function countLongTasks() {
  if (!PerformanceObserver.supportedEntryTypes.includes("longtask")) return undefined;
  const total = noLongTasks();
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) addLongTask(total, duration);
  });
  observer.observe({ type: "longtask", buffered: true });
  await new Promise((resolve) => setTimeout(resolve)); // what is buffered comes in a task of its own
  return total;
}

/**
 * The memory of the page and its workers. The browser waits for its next garbage collection: up to half a minute.
 *
 * @returns {Promise<number | undefined>} bytes; undefined where the browser does not tell: it may have no such API, or
 *   tell it only to an isolated page, or not even then
 */
export async function memoryUsed() {
  if (!globalThis.crossOriginIsolated) return undefined;
  const { measureUserAgentSpecificMemory } = /** @type {any} */ (performance);
  return measureUserAgentSpecificMemory?.call(performance).then(
    (/** @type {{bytes: number}} */ { bytes }) => bytes,
    () => undefined,
  );
}

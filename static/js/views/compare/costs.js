/** What each side costs: arithmetic only. */

import { PROFILES, delayOf } from "./network.js";

/** @typedef {import("./figures.js").Figures} Figures */

/**
 * After how many answers what was paid once is paid back for good.
 *
 * @param {number} once what the browser pays once more than the server
 * @param {number} saved what each answer of the browser costs less than one of the server
 * @returns {number} a whole number; 0: from the first answer on, Infinity: never
 */
export function breakEven(once, saved) {
  if (saved < 0) return Infinity;
  if (once <= 0) return 0;
  return saved === 0 ? Infinity : Math.ceil(once / saved);
}

/**
 * In time: the browser's start (fetching, which the simulated network prolongs, compiling, the first inference)
 * against the server's first answer.
 *
 * @param {Figures} figures
 * @returns {{browser: number, server: number, saved: number, answers: number}} milliseconds: what each side's start
 *   takes longer than a later answer, and what each answer of the browser saves
 */
export function breakEvenInTime({ network, browser, server }) {
  const profile = network === "offline" ? PROFILES.none : PROFILES[network];
  const simulated = delayOf(profile, 0, browser.runtime + browser.model);
  const start = browser.fetch + browser.compile + browser.inference + simulated.network + simulated.download;
  const here = Math.max(0, start - browser.p50);
  const there = Math.max(0, server.first - server.p50);
  const saved = server.p50 - browser.p50;
  return { browser: here, server: there, saved, answers: breakEven(here - there, saved) };
}

/**
 * In bytes: model and runtime, fetched once, against a picture up and an answer down each time.
 *
 * @param {Figures} figures
 * @returns {{once: number, saved: number, answers: number}} bytes once, and of each answer of the server
 */
export function breakEvenInBytes({ browser, server }) {
  const once = browser.runtime + browser.model;
  const saved = (server.up + server.down) / server.n;
  return { once, saved, answers: breakEven(once, saved) };
}

/**
 * @param {Figures} figures
 * @returns {{seconds: number, price: number | null}} of a processor of the server for a million answers; `price` in
 *   the unit of the figures', null where they have none
 */
export function costOfAMillion({ server, price }) {
  const seconds = server.cpu * 1000;
  return { seconds, price: price === null ? null : (seconds / 3600) * price };
}

/**
 * @param {ArrayLike<number>} a probabilities
 * @param {ArrayLike<number>} b as many
 */
export function largestDifference(a, b) {
  if (a.length !== b.length) throw new Error(`Both sides have as many labels; here are ${a.length} and ${b.length}.`);
  return Array.from(a, (value, index) => Math.abs(value - b[index])).reduce((most, each) => Math.max(most, each), 0);
}

/** What each side costs: arithmetic only. */

import { PROFILES, delayOf } from "./network.js";
import { ENOUGH } from "./samples.js";

/**
 * @typedef {import("./figures.js").Figures} Figures
 * @typedef {{answers: number, low: number, high: number}} BreakEven pictures until the download has paid for itself;
 *   `low` and `high` are the same for the quartiles of each side
 */

/**
 * The number of answers after which a one-time cost is recovered.
 *
 * @param {number} once the browser's extra one-time cost compared with the server
 * @param {number} saved how much less each answer costs in the browser than on the server
 * @returns {number} an integer; 0: from the first answer on, Infinity: never
 */
export function breakEven(once, saved) {
  if (saved < 0) return Infinity;
  if (once <= 0) return 0;
  return saved === 0 ? Infinity : Math.ceil(once / saved);
}

/**
 * The browser's startup time on a first visit: download, compiling and the first inference. The simulated network slows
 * the download; requests that depend on each other pay its latency each time.
 *
 * @param {Pick<Figures, "network"> & {browser: Pick<Figures["browser"],
 *   "runtime" | "model" | "requests" | "fetch" | "compile" | "inference">}} figures
 * @returns {number} milliseconds
 */
export function startOfBrowser({ network, browser }) {
  const profile = network === "offline" ? PROFILES.none : PROFILES[network];
  const { download } = delayOf(profile, 0, browser.runtime + browser.model);
  const waiting = profile.latency * (browser.requests ?? 1);
  return browser.fetch + browser.compile + browser.inference + waiting + download;
}

/**
 * Break-even in time: the browser's startup against the server's first answer.
 *
 * @param {Figures} figures
 * @returns {BreakEven & {browser: number, server: number, saved: number}} milliseconds: `browser` and `server` are how
 *   much longer each side's startup takes than a later answer, `saved` is what each answer of the browser saves
 */
export function breakEvenInTime(figures) {
  const { browser, server } = figures;
  const here = Math.max(0, startOfBrowser(figures) - browser.p50);
  const there = Math.max(0, server.first - server.p50);
  const saved = server.p50 - browser.p50;
  const [most, least] = [
    (server.p75 ?? server.p50) - (browser.p25 ?? browser.p50),
    (server.p25 ?? server.p50) - (browser.p75 ?? browser.p50),
  ];
  return { browser: here, server: there, saved, ...spreadOf(here - there, least, saved, most) };
}

/**
 * @param {number} once
 * @param {number} least
 * @param {number} saved of each answer
 * @param {number} most
 * @returns {BreakEven}
 */
function spreadOf(once, least, saved, most) {
  return { answers: breakEven(once, saved), low: breakEven(once, most), high: breakEven(once, least) };
}

/**
 * Whether both sides have answered often enough to say when the download has paid for itself.
 *
 * @param {Figures} figures
 */
export function isEnough({ browser, server }) {
  return Math.min(browser.n, server.n) > ENOUGH.typical; // the first answer does not count
}

/**
 * Break-even in bytes: model and runtime, downloaded once, against one picture up and one answer down each time.
 *
 * @param {Figures} figures
 * @returns {BreakEven & {once: number, saved: number}} bytes: `once` downloaded, `saved` per answer of the server
 */
export function breakEvenInBytes({ browser, server }) {
  const once = browser.runtime + browser.model;
  const saved = (server.up + server.down) / server.n;
  return { once, saved, ...spreadOf(once, server.least ?? saved, saved, server.most ?? saved) };
}

/**
 * @param {Figures} figures
 * @returns {{seconds: number, price: number | null}} the server's CPU time for a million answers, and its `price` in
 *   the currency of the figures' price; null if the figures have no price
 */
export function costOfAMillion({ server, price }) {
  const seconds = server.cpu * 1000;
  return { seconds, price: price === null ? null : (seconds / 3600) * price };
}

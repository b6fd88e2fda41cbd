/** When does each side pay? Two lines over 'pictures per visitor', and where they cross. Arithmetic only. */

import { breakEvenInBytes, breakEvenInTime, costOfAMillion } from "./costs.js";

/**
 * @typedef {import("./figures.js").Figures} Figures
 * @typedef {"time" | "data" | "money"} What
 * @typedef {{once: number, each: number}} Line cost before the first picture, and cost per picture
 * @typedef {{what: What, browser: Line, server: Line, hybrid?: Line, most: number, top: number,
 *   crossing: {answers: number, low: number, high: number} | undefined}} Plan the x axis ends at `most` pictures, the y
 *   axis at cost `top`; `crossing`: pictures after which the download has paid for itself, with the range
 */

/** The x axis shows at least this many pictures. */
const LEAST = 20;
const STEPS = [1, 2, 4, 6, 8]; // a quarter of each is a round number, or half of one

/**
 * @param {Figures} figures
 * @param {What} what
 * @param {Line} [hybrid] a third line, where a hybrid has been measured
 * @returns {Plan}
 */
export function planOf(figures, what, hybrid) {
  const { browser, server, breakEven } = LINES[what](figures);
  const { answers, low, high } = breakEven ?? { answers: Infinity, low: Infinity, high: Infinity };
  const most = roundUp(Math.max(LEAST, answers === Infinity ? 0 : answers * 1.6));
  const top = roundUp(
    Math.max(...[browser, server, ...(hybrid ? [hybrid] : [])].map(({ once, each }) => once + each * most)),
  );
  const crossing = answers > 0 && answers <= most ? { answers, low, high } : undefined;
  return { ...{ what, browser, server, most, top, crossing }, ...(hybrid && { hybrid }) };
}

/** @type {Record<What, (figures: Figures) => {browser: Line, server: Line, breakEven?: import("./costs.js").BreakEven}>} */
const LINES = {
  time(figures) {
    const breakEven = breakEvenInTime(figures);
    return {
      browser: { once: breakEven.browser, each: figures.browser.p50 },
      server: { once: breakEven.server, each: figures.server.p50 },
      breakEven,
    };
  },
  data(figures) {
    const breakEven = breakEvenInBytes(figures);
    return { browser: { once: breakEven.once, each: 0 }, server: { once: 0, each: breakEven.saved }, breakEven };
  },
  money(figures) {
    const { seconds, price } = costOfAMillion(figures);
    return { browser: { once: 0, each: 0 }, server: { once: 0, each: (price ?? seconds) / 1e6 } };
  },
};

/** The next round number: 1, 2, 4, 6, 8, 10, 20 and so on, or a decimal fraction of one. @param {number} value */
export function roundUp(value) {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((each) => each * power >= value);
  return step ? step * power : 10 * power;
}

/** The table and the sentence of a hybrid. */

import { countText } from "../../../core/count.js";
import { percentOf, timeText } from "../../../sides/figures.js";
import { durationOf } from "../decision.js";
import { costsOf } from "./costs.js";
import { pointAt } from "./curve.js";
import { t } from "./words.js";
import { ENOUGH, summaryOf } from "../samples.js";

/**
 * @typedef {import("./curve.js").Counts} Counts
 * @typedef {import("./costs.js").Costs} Costs
 * @typedef {{share: number, accuracy: number, costs: Costs}} Column
 */

/** With a space at which no line ends. @param {number} share */
const percent = (share) => `${(share * 100).toFixed(2)}\u00a0%`;
/** @template T @param {T | null} value @param {(value: T) => string} format */
const orFew = (value, format) => (value === null ? t("few") : format(value));

/**
 * The browser alone, the hybrid, and the server alone.
 *
 * @param {Counts} counts
 * @param {number} place of the threshold
 * @param {import("./costs.js").Measured} measured
 * @returns {[browser: Column, hybrid: Column, server: Column]}
 */
export function columnsOf(counts, place, measured) {
  const [browser, hybrid] = [0, place].map((each) => {
    const point = pointAt(counts, each);
    return { ...point, costs: costsOf({ ...measured, share: point.share }) };
  });
  const { accuracy } = pointAt(counts, counts.sent.length - 1);
  const { large, exchanged, cpu } = measured;
  const times = summaryOf(large);
  const p50 = times && times.n >= ENOUGH.typical ? times.p50 : null;
  return [browser, hybrid, { share: 1, accuracy, costs: { p50, p95: times?.p95 ?? null, exchanged, cpu } }];
}

/**
 * @param {Column[]} columns
 * @returns {string[][]} a row for each figure, with its title first
 */
export function rowsOf(columns) {
  /** @param {(column: Column) => string} format */
  const all = (format) => columns.map(format);
  return [
    [t("right"), ...all(({ accuracy }) => percent(accuracy))],
    [t("left"), ...all(({ share }) => percent(share))],
    [t("bytes"), ...all(({ costs }) => orFew(costs.exchanged, (value) => `${countText(Math.round(value))} B`))],
    [t("typical"), ...all(({ costs }) => orFew(costs.p50, timeText))],
    [t("slowest"), ...all(({ costs }) => orFew(costs.p95, timeText))],
    // milliseconds for one are thousands of seconds for a million
    [t("cpu"), ...all(({ costs }) => orFew(costs.cpu, (value) => (value ? durationOf(value * 1000) : "0")))],
  ];
}

/** @param {Column[]} columns */
export function sentenceOf([browser, hybrid, server]) {
  const [right, small, large] = [hybrid, browser, server].map(({ accuracy }) => percent(accuracy));
  return t("sentence", { share: percent(hybrid.share), right, small, large });
}

/** @param {number} threshold */
export function thresholdText(threshold) {
  if (threshold <= 0) return t("never");
  if (threshold >= 1) return t("always");
  return t("sure", { share: `${Number((threshold * 100).toFixed(2))}\u00a0%` });
}

/**
 * What the answer to a picture has cost.
 *
 * @param {import("./answer.js").Outcome} outcome
 * @param {import("./answer.js").Known} known
 * @param {boolean} isBlank
 * @param {(reason: NonNullable<import("./answer.js").Known["reason"]>) => string} problemOf
 */
export function costText({ who, isAsked, sure }, { large, reason }, isBlank, problemOf) {
  const said = percentOf(sure);
  if (who === "browser") return isBlank ? t("blank") : t("fromBrowser", { sure: said });
  if (who === "server" && large) {
    const bytes = countText(large.up + large.down);
    return t("fromServer", { sure: said, bytes, cpu: large.cpu.toFixed(2) });
  }
  if (who === "fallback" && reason)
    return reason.kind === "offline"
      ? t("offline", { sure: said })
      : t("problem", { sure: said, problem: problemOf(reason) });
  return isAsked ? t("asking") : "";
}

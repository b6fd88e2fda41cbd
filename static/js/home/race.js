/**
 * The state of the current question, and what is derived from it. Uses no document.
 *
 * @typedef {{state: "idle"} | {state: "later"} | {state: "loading", what: string} | {state: "waiting", since: number}
 *   | {state: "failed", message: string, isGone: boolean} | ({state: "answered"} & Answer)} Half `later`: it is asked
 *   when the stroke has ended; `since` is on the clock of `performance.now()`; `isGone`: that side cannot be reached
 * @typedef {{labels: readonly string[], probabilities: ArrayLike<number>, isBlank: boolean, precision: string,
 *   version: string, parts: Record<string, number>, total: number}} Answer `parts` and `total` in milliseconds
 * @typedef {{question: number, browser: Half, server: Half}} Race
 * @typedef {{label: string, probability: number}} Likely
 */

import { largestDifference } from "../core/difference.js";
import { top } from "../core/probabilities.js";

/** @type {Race} */
export const START = { question: 0, browser: { state: "idle" }, server: { state: "idle" } };

/**
 * The race with the news of one side, if they are about the current question.
 *
 * @param {Race} race
 * @param {number} question that the news are about
 * @param {Partial<Pick<Race, "browser" | "server">>} news
 * @returns {Race}
 */
export function after(race, question, news) {
  return question === race.question ? { ...race, ...news } : race;
}

/**
 * @param {Answer} answer
 * @param {number} count
 * @returns {Likely[]} the most likely first
 */
export function likeliest({ labels, probabilities }, count) {
  return top(probabilities, count).map((index) => ({ label: labels[index], probability: probabilities[index] }));
}

/**
 * @param {Race} race
 * @returns {{same: boolean, difference: number} | undefined} undefined unless both sides have answered a picture that is not blank
 */
export function verdictOf({ browser, server }) {
  if (browser.state !== "answered" || server.state !== "answered" || browser.isBlank || server.isBlank)
    return undefined;
  const [[here], [there]] = [likeliest(browser, 1), likeliest(server, 1)];
  return {
    same: here.label === there.label,
    difference: largestDifference(browser.probabilities, server.probabilities),
  };
}

/**
 * The lane of one side.
 *
 * @param {Half} half
 * @returns {import("../sides/lanes.js").Lane}
 */
export function laneOf(half) {
  if (half.state === "waiting") return { state: "running", since: half.since };
  if (half.state === "answered") return { state: "done", parts: half.parts, total: half.total };
  return { state: half.state === "failed" && half.isGone ? "cut" : "empty" };
}

/**
 * The parts of the time of the server's answer, on the page's clock. Time that the server does not report was spent on
 * the network and in Gradio's queue.
 *
 * @param {{queue: number, decode: number, inference: number, total: number}} reported by the server, in milliseconds
 * @param {{resize: number, encode: number, waited: number, took: number}} measured in the page, in milliseconds
 * @returns {{parts: Record<string, number>, total: number}}
 */
export function serverTimes({ queue, decode, inference, total }, { resize, encode, waited, took }) {
  const other = Math.max(total - queue - decode - inference, 0);
  const parts = { resize, encode, network: Math.max(took - total, 0), queue: waited + queue, decode, inference, other };
  return { parts, total: resize + encode + waited + took };
}

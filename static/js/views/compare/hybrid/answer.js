/**
 * Who answers a picture, without document, clock or network.
 *
 * @typedef {import("../comparison.js").Reason} Reason
 * @typedef {{probabilities: ArrayLike<number>, milliseconds: number}} Small the small model's answer in the browser
 * @typedef {Pick<import("../server.js").ServerAnswer, "probabilities" | "total" | "up" | "down" | "cpu">} Large the
 *   large model's answer on the server
 * @typedef {{small?: Small, large?: Large, reason?: {kind: Reason, detail: string}}} Known `reason`: why the server has
 *   not answered
 * @typedef {{who: "nobody" | "browser" | "server" | "fallback", isAsked: boolean, sure: number,
 *   probabilities?: ArrayLike<number>, milliseconds?: number}} Outcome "nobody": not yet; "fallback": the server should
 *   have answered and cannot, so the browser's answer stays; `isAsked`: the server is to be asked; `sure` is the small
 *   model's highest probability
 */

import { isBlank } from "../../../core/probabilities.js";
import { isSent } from "./curve.js";

/**
 * @param {Known} known
 * @param {number} threshold
 * @param {number | null} blank of the small model, as the catalog has it
 * @returns {Outcome}
 */
export function outcomeOf({ small, large, reason }, threshold, blank) {
  if (!small) return { who: "nobody", isAsked: false, sure: 0 };
  const { probabilities, milliseconds } = small;
  const sure = Math.max(...Array.from(probabilities));
  const isAsked = isSent(sure, threshold, isBlank(probabilities, blank));
  if (!isAsked) return { who: "browser", isAsked, sure, probabilities, milliseconds };
  if (large)
    return {
      ...{ who: "server", isAsked, sure, probabilities: large.probabilities },
      milliseconds: milliseconds + large.total,
    };
  if (reason) return { who: "fallback", isAsked, sure, probabilities, milliseconds };
  return { who: "nobody", isAsked, sure };
}

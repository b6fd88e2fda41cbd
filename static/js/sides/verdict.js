import { make } from "../elements/make.js";
import { timeText, winnerOf } from "./figures.js";
import { t } from "./words.js";

/**
 * The verdict between the cards: whether both sides give the same label to the current picture, and which was first.
 *
 * @typedef {{same: boolean, browser: number, server: number, difference?: string}} Verdict `browser` and `server` are
 *   milliseconds; `difference` describes the difference between the answers
 */

/**
 * @param {{verdict?: string, difference?: string}} [testids]
 * @returns {{element: HTMLElement, verdict: HTMLElement, difference: HTMLElement,
 *   show(verdict: Verdict): void, wait(message: string): void}} `wait` shows a message while there is no verdict; it
 *   must not say that the sides agree
 */
export function makeVerdict(testids = {}) {
  const box = make("div", { className: "side-verdict" });
  const verdict = make("p", { className: "verdict", testid: testids.verdict });
  verdict.setAttribute("role", "status");
  const lead = make("p", { className: "lead" });
  const difference = make("p", { className: "difference", testid: testids.difference });
  box.append(verdict, lead, difference);

  return {
    ...{ element: box, verdict, difference },
    show({ same, browser, server, difference: text = "" }) {
      const winner = winnerOf(browser, server);
      box.dataset.first = winner.first;
      verdict.textContent = t(same ? "same" : "different");
      const key = winner.first === "none" ? "draw" : winner.first === "browser" ? "browserFirst" : "serverFirst";
      lead.textContent = t(key, { lead: timeText(winner.lead) });
      difference.textContent = text;
    },
    wait(message) {
      delete box.dataset.first;
      verdict.textContent = message;
      lead.textContent = difference.textContent = "";
    },
  };
}

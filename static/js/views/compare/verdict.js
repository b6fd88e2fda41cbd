import { largestDifference } from "./costs.js";
import { make } from "./dom.js";
import { t } from "./words.js";

/**
 * Whether both say the same of one picture.
 *
 * @param {HTMLElement} root
 */
export function verdictView(root) {
  const verdict = make("p", "verdict", t("waiting"));
  verdict.setAttribute("role", "status");
  const difference = make("p", "max-difference");
  root.append(verdict, difference);

  return {
    /**
     * @param {import("../../answer/session.js").Answered} answered
     * @param {import("./server.js").ServerAnswer} answer to the same picture
     * @returns {{same: boolean, difference: number}} the labels, and the largest of the probabilities'
     */
    show({ loaded: { model, file }, probabilities }, answer) {
      const most = largestDifference(probabilities, answer.probabilities);
      const best = model.labels[probabilities.indexOf(Math.max(...probabilities))];
      const same = best === answer.label;
      verdict.textContent = t(same ? "same" : "different");
      verdict.dataset.same = String(same);
      difference.dataset.value = String(most);
      const precisions = { browser: file.precision, server: answer.precision };
      const named = file.precision === answer.precision ? "" : ` ${t("precisions", precisions)}`;
      difference.textContent = t("largest", { value: most.toExponential(1) }) + named;
      return { same, difference: most };
    },
    /** @param {string} [sentence] */
    clear(sentence = "") {
      verdict.textContent = sentence;
      delete verdict.dataset.same;
      difference.textContent = "";
    },
  };
}

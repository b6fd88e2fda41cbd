import { make } from "./dom.js";
import { t } from "./words.js";

/**
 * Whether both say the same of the picture of now.
 *
 * @param {HTMLElement} root
 * @returns {(state: import("./comparison.js").Comparison) => void}
 */
export function verdictView(root) {
  const verdict = make("p", "verdict", t("waiting"));
  verdict.setAttribute("role", "status");
  const difference = make("p", "max-difference");
  root.append(verdict, difference);

  return ({ phase, browser, server, verdict: said }) => {
    if (!said || !browser || !server) {
      verdict.textContent = phase === "failed" ? "" : t("waiting");
      difference.textContent = "";
      delete verdict.dataset.same;
      delete verdict.dataset.question;
      delete difference.dataset.value;
      return;
    }
    verdict.textContent = t(said.same ? "same" : "different");
    verdict.dataset.same = String(said.same);
    verdict.dataset.question = String(browser.question);
    difference.dataset.value = String(said.difference);
    const precisions = { browser: browser.loaded.file.precision, server: server.precision };
    const named = precisions.browser === precisions.server ? "" : ` ${t("precisions", precisions)}`;
    difference.textContent = t("largest", { value: said.difference.toExponential(1) }) + named;
  };
}

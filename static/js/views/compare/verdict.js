import { differenceText } from "../../core/difference.js";
import { makeVerdict } from "../../sides/verdict.js";
import { t } from "./words.js";

/**
 * Shows whether both sides give the same label to the current picture, and which was first.
 *
 * @param {HTMLElement} root
 * @returns {(state: import("./comparison.js").Comparison) => void}
 */
export function verdictView(root) {
  const view = makeVerdict({ verdict: "verdict", difference: "max-difference" });
  const { verdict, difference } = view;
  root.append(view.element);

  return ({ phase, browser, server, verdict: said }) => {
    if (!said || !browser || !server) {
      view.wait(phase === "failed" ? "" : t(phase === "empty" ? "who" : browser ? "asked" : "waiting"));
      delete verdict.dataset.same;
      delete verdict.dataset.question;
      delete difference.dataset.value;
      return;
    }
    const precisions = { browser: browser.loaded.file.precision, server: server.precision };
    const named = precisions.browser === precisions.server ? "" : ` ${t("precisions", precisions)}`;
    view.show({
      ...{ same: said.same, browser: browser.milliseconds.total, server: server.total },
      difference: t("largest", { value: differenceText(said.difference) }),
    });
    verdict.dataset.same = String(said.same);
    verdict.dataset.question = String(browser.question);
    difference.dataset.value = String(said.difference);
    difference.title = `${t("largestLong", { value: differenceText(said.difference) })}${named}`;
  };
}

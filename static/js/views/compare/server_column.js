import { answerView, forget } from "../../answer/answer.js";
import { useCard } from "../../sides/card.js";
import { byId } from "../../elements/find.js";
import { t } from "./words.js";

/**
 * The server's card, beside the browser's.
 *
 * @returns {(state: import("./comparison.js").Comparison) => void}
 */
export function serverColumn() {
  const root = byId("server");
  const card = useCard(root, "server");
  const [label, bars] = ["output", "ol"].map((tag) => /** @type {HTMLElement} */ (root.querySelector(tag)));
  const elements = { card, label };
  let key = "";
  /** @type {ReturnType<typeof answerView>} */
  let view;

  return ({ question, phase, browser, server, reason }) => {
    if (browser && server) {
      const { model } = browser.loaded;
      if (key !== model.name) view = answerView(elements, model, t("ask"));
      key = model.name;
      view(server.probabilities, { total: server.total }, browser.isEmpty);
      bars.dataset.probabilities = label.dataset.probabilities;
      label.dataset.question = String(question);
      return;
    }
    delete bars.dataset.probabilities;
    delete label.dataset.question;
    if (phase === "empty") forget(elements, { state: "empty", message: t("ask") });
    else if (reason) forget(elements, { state: "problem", message: sentenceOf(reason) });
    else forget(elements, { state: "waiting", message: t("asked") });
  };
}

/** @param {{kind: import("./comparison.js").Reason, detail: string}} reason */
function sentenceOf({ kind, detail }) {
  const sentence = problemOf({ kind, detail });
  return kind === "kept" || kind === "offline" ? sentence : t("again", { problem: sentence });
}

/** @param {{kind: import("./comparison.js").Reason, detail: string}} reason */
export function problemOf({ kind, detail }) {
  return kind === "kept" ? detail : t(kind, { detail });
}

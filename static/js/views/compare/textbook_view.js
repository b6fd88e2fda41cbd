import { textbookOf } from "./decision.js";
import { make } from "../../elements/make.js";
import { t } from "./words.js";

/**
 * The claims of textbooks as cards, each with what was measured here.
 *
 * @param {HTMLElement} root
 * @returns {(figures: import("./figures.js").Figures | undefined) => void}
 */
export function textbookView(root) {
  const list = root.appendChild(make("ul", { testid: "textbook", className: "claims" }));
  return (figures) => {
    list.replaceChildren(
      ...(figures ? textbookOf(figures) : []).map(([claim, measured]) => {
        const card = make("li", {}, make("q", { textContent: claim }), make("p", { textContent: measured }));
        return card;
      }),
    );
    if (!figures) list.append(make("li", { textContent: t("few") }));
  };
}

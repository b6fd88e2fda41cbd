import { captionOf, rowsOf, sentencesOf, unansweredOf } from "./decision.js";
import { t as words } from "./decision_words.js";
import { fillTable } from "../../elements/table.js";
import { make } from "../../elements/make.js";

/**
 * All figures: a table of both sides, and a sentence for each kind of cost.
 *
 * @param {HTMLElement} root
 * @returns {{show(figures: import("./figures.js").Figures): void, showUnanswered(about: {unanswered: number, offline:
 *   boolean}): void}} `showUnanswered` shows, while there are no figures, how many pictures the server has not answered
 */
export function decisionView(root) {
  const table = make("table", { testid: "decision-table" });
  const list = make("ul", { testid: "decision-sentences" });
  const box = make("div", { className: "wide" }, table);
  root.append(box, list);

  /** @param {import("./decision.js").Sentence[]} sentences */
  function showSentences(sentences) {
    list.replaceChildren(
      ...sentences.map(({ key, text, value }) => {
        const item = make("li", { testid: `decision-${key}`, textContent: text });
        item.dataset.value = String(value);
        return item;
      }),
    );
  }

  return {
    show(figures) {
      box.hidden = false;
      fillTable(table, ["", words("browser"), words("server")], rowsOf(figures));
      table.prepend(make("caption", { textContent: captionOf(figures) }));
      showSentences(sentencesOf(figures));
      root.dataset.figures = JSON.stringify(figures);
    },
    showUnanswered(about) {
      box.hidden = true;
      showSentences(about.unanswered ? [unansweredOf(about)] : []);
      delete root.dataset.figures;
    },
  };
}

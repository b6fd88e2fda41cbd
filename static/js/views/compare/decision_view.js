import { translator } from "../../core/i18n.js";
import { captionOf, rowsOf, sentencesOf, textbookOf, unansweredOf } from "./decision.js";
import { t as words } from "./decision_words.js";
import { make } from "./dom.js";

const t = translator({
  en: { said: "What textbooks say", measured: "What was measured here" },
  ko: { said: "교과서에서 말하는 것", measured: "여기서 측정한 것" },
});

/**
 * @param {HTMLElement} root
 * @returns {{show(figures: import("./figures.js").Figures): void, showUnanswered(about: {unanswered: number, offline: boolean}): void}}
 *   `showUnanswered` says of a network without figures how many pictures the server has not answered
 */
export function decisionView(root) {
  const table = make("table", "decision-table");
  const list = make("ul", "decision-sentences");
  const textbook = make("table", "textbook");
  const boxes = [wide(table), wide(textbook)];
  root.append(boxes[0], list, boxes[1]);

  /** @param {import("./decision.js").Sentence[]} sentences */
  function showSentences(sentences) {
    list.replaceChildren(
      ...sentences.map(({ key, text, value }) => {
        const item = make("li", `decision-${key}`, text);
        item.dataset.value = String(value);
        return item;
      }),
    );
  }

  return {
    show(figures) {
      for (const box of boxes) box.hidden = false;
      fill(table, ["", words("browser"), words("server")], rowsOf(figures));
      table.prepend(make("caption", undefined, captionOf(figures)));
      showSentences(sentencesOf(figures));
      fill(textbook, [t("said"), t("measured")], textbookOf(figures));
      root.dataset.figures = JSON.stringify(figures);
    },
    showUnanswered(about) {
      for (const box of boxes) box.hidden = true;
      showSentences(about.unanswered ? [unansweredOf(about)] : []);
      delete root.dataset.figures;
    },
  };
}

/** @param {HTMLTableElement} table that may be wider than the page */
function wide(table) {
  const box = make("div");
  box.className = "wide";
  box.append(table);
  return box;
}

/**
 * @param {HTMLTableElement} table emptied first
 * @param {string[]} heads
 * @param {string[][]} rows
 */
function fill(table, heads, rows) {
  table.replaceChildren();
  table
    .createTHead()
    .insertRow()
    .append(...heads.map((text) => make("th", undefined, text)));
  const body = table.createTBody();
  for (const cells of rows) body.insertRow().append(...cells.map((text) => make("td", undefined, text)));
}

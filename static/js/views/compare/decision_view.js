import { translator } from "../../core/i18n.js";
import { captionOf, rowsOf, sentencesOf, textbookOf } from "./decision.js";
import { t as words } from "./decision_words.js";
import { make } from "./dom.js";

const t = translator({
  en: { said: "What textbooks say", measured: "What was measured here" },
  ko: { said: "교과서에서 말하는 것", measured: "여기서 측정한 것" },
});

/**
 * @param {HTMLElement} root
 * @returns {(figures: import("./figures.js").Figures) => void} shows these
 */
export function decisionView(root) {
  const table = make("table", "decision-table");
  const list = make("ul", "decision-sentences");
  const textbook = make("table", "textbook");
  root.append(wide(table), list, wide(textbook));
  return (figures) => {
    const rows = rowsOf(figures);
    fill(table, ["", words("browser"), words("server")], rows);
    table.prepend(make("caption", undefined, captionOf(figures)));
    list.replaceChildren(
      ...sentencesOf(figures).map(({ key, text, value }) => {
        const item = make("li", `decision-${key}`, text);
        item.dataset.value = String(value);
        return item;
      }),
    );
    fill(textbook, [t("said"), t("measured")], textbookOf(figures));
    root.dataset.figures = JSON.stringify(figures);
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

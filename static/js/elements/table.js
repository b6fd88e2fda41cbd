import { make } from "./make.js";

/**
 * @param {HTMLTableElement} table emptied first
 * @param {string[]} heads
 * @param {string[][]} rows
 * @returns {HTMLTableRowElement[]} one for each of `rows`
 */
export function fillTable(table, heads, rows) {
  const cells = (/** @type {"th" | "td"} */ tag, /** @type {string[]} */ texts) =>
    texts.map((textContent) => make(tag, { textContent }));
  table.replaceChildren();
  table
    .createTHead()
    .insertRow()
    .append(...cells("th", heads));
  const body = table.createTBody();
  return rows.map((texts) => {
    const row = body.insertRow();
    row.append(...cells("td", texts));
    return row;
  });
}

import { percentOf, timeOf } from "./figures.js";
import { make } from "../elements/make.js";
import { t } from "./words.js";

/**
 * The card of one side: its answer with the probability, its time, and its three most likely labels.
 *
 * @typedef {"browser" | "server"} Side
 * @typedef {{label: string, probability: number}} Likely
 * @typedef {{top: Likely[], milliseconds: number, words: boolean}} Answer `top` has up to three labels, the most likely
 *   first; `words`: the labels are words, not digits
 * @typedef {{state: "empty" | "loading" | "waiting" | "blank" | "problem", message: string, milliseconds?: number}}
 *   Silence there is no answer to show, and `message` says why
 * @typedef {{element: HTMLElement, answer(answer: Answer): void, silence(silence: Silence): void}} Card
 */

/** Number of labels on a card. */
export const TOP = 3;
/** An answer with a lower probability is shown as a guess. */
export const SURE = 0.5;

/**
 * Turns an existing element into a card. It must contain the parts that `new_card.js` creates, with their classes.
 *
 * @param {HTMLElement} card
 * @param {Side | "hybrid"} side
 * @returns {Card}
 */
export function useCard(card, side) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (card.querySelector(`.side-${name}`));
  const [label, before, after, message, time, top] = ["label", "before", "after", "message", "time", "top"].map(part);
  label.setAttribute("aria-live", "off"); // it changes with each stroke
  top.setAttribute("aria-label", t("top"));
  const rows = Array.from({ length: TOP }, () => addRow(top));
  Object.assign(card.dataset, { side, state: "empty", answers: "signs" });

  /** @param {number} [milliseconds] */
  function showTime(milliseconds) {
    if (milliseconds === undefined) return void (time.textContent = "\u2013");
    const { number, unit } = timeOf(milliseconds);
    time.replaceChildren(number, make("small", { textContent: ` ${unit}` }));
  }
  showTime();
  for (const row of rows) row(undefined); // so that the card has its full height from the start

  return {
    element: card,
    answer({ top: likely, milliseconds, words }) {
      const [best] = likely;
      const isSure = best.probability >= SURE;
      card.dataset.state = isSure ? "sure" : "unsure";
      card.dataset.answers = words ? "words" : "signs";
      before.textContent = isSure ? "" : t("unsure");
      label.textContent = best.label;
      label.title = words ? best.label : ""; // a long label is truncated
      after.textContent = isSure ? t("sure", { share: percentOf(best.probability) }) : "";
      message.textContent = "";
      for (const [place, row] of rows.entries()) row(likely[place]);
      showTime(milliseconds);
    },
    silence({ state, message: said, milliseconds }) {
      card.dataset.state = state;
      for (const each of [before, label, after]) each.textContent = "";
      label.title = "";
      message.textContent = said;
      for (const row of rows) row(undefined);
      showTime(milliseconds);
    },
  };
}

/**
 * @param {HTMLElement} list
 * @returns {(likely: Likely | undefined) => void} shows a label; undefined empties the row, which keeps its height
 */
function addRow(list) {
  const row = make("li");
  const [name, bar, number] = ["name", "bar", "number"].map((part) => make("span", { className: part }));
  row.append(name, bar, number);
  list.append(row);
  return (likely) => {
    name.textContent = likely?.label ?? "\u2013";
    name.title = likely?.label ?? "";
    number.textContent = likely ? percentOf(likely.probability) : "";
    bar.style.setProperty("--share", String(likely?.probability ?? 0));
  };
}

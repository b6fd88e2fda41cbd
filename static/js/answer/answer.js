import { make } from "../elements/make.js";
import { translator } from "../core/i18n.js";
import { areWords } from "../core/labels.js";
import { isBlank, top } from "../core/probabilities.js";
import { TOP } from "../sides/card.js";
import { percentOf } from "../sides/figures.js";

/** Up to `ALL` labels are all listed under the card, in a fixed order; of more, only the `MOST` most probable. */
const ALL = 10;
const MOST = 5;

const t = translator({
  en: { nothing: "The model finds nothing here", looking: "Looking…" },
  ko: { nothing: "모델이 아무것도 찾지 못했습니다", looking: "추론 중…" },
});

/**
 * @typedef {{card: import("../sides/card.js").Card, label: HTMLElement, bars?: HTMLElement, time?: HTMLElement}}
 *   Elements `label` is part of the card; `bars` lists the probabilities, and `time` shows how long the inference alone
 *   took
 * @typedef {{total: number, inference?: number}} Milliseconds `total` is the time from the picture to its answer
 */

/**
 * The view of an answer. The label is empty if there is no picture, or if the picture is blank to the model.
 *
 * @param {Elements} elements
 * @param {Pick<import("../core/catalog.js").Model, "labels" | "blank">} model whose answers are shown
 * @param {string} ask asks for a picture while the pad is empty
 * @returns {(probabilities: ArrayLike<number>, milliseconds: Milliseconds, isEmpty: boolean) => string} shows an answer
 *   and returns the label, or the reason why there is none; `isEmpty`: the pad is empty
 */
export function answerView({ card, label, bars, time }, { labels, blank: most }, ask) {
  const few = labels.length <= ALL;
  const words = areWords(labels);
  bars?.replaceChildren();
  const rows = Array.from({ length: few ? labels.length : MOST }, () => bars && addRow(bars));

  return (probabilities, { total, inference }, isEmpty) => {
    const blank = isEmpty || isBlank(probabilities, most);
    const [best] = top(probabilities, 1);
    const message = isEmpty ? ask : t("nothing");
    if (blank) card.silence({ state: isEmpty ? "empty" : "blank", message, milliseconds: isEmpty ? undefined : total });
    else {
      const likely = top(probabilities, TOP).map((at) => ({ label: labels[at], probability: probabilities[at] }));
      card.answer({ top: likely, milliseconds: total, words });
    }
    const shown = few ? [...labels.keys()] : top(probabilities, MOST);
    label.dataset.probabilities = JSON.stringify(
      Object.fromEntries(shown.map((index) => [labels[index], probabilities[index]])),
    );
    for (const [place, index] of shown.entries()) {
      if (blank && !few)
        rows[place]?.("\u2013", undefined, false); // the most probable label of a blank picture would be arbitrary
      else rows[place]?.(labels[index], probabilities[index], !blank && index === best);
    }
    if (time && inference !== undefined) time.textContent = `${inference.toFixed(1)} ms`;
    return blank ? message : labels[best];
  };
}

/**
 * Removes the answer to an earlier picture.
 *
 * @param {Elements} elements
 * @param {import("../sides/card.js").Silence} [silence] what is shown instead
 */
export function forget({ card, label, bars, time }, silence = { state: "waiting", message: t("looking") }) {
  card.silence(silence);
  delete label.dataset.probabilities;
  if (time) time.textContent = "";
  for (const row of bars?.children ?? []) {
    row.classList.remove("best");
    /** @type {HTMLElement} */ (row.querySelector(".bar")).style.setProperty("--share", "0");
    /** @type {HTMLElement} */ (row.querySelector(".number")).textContent = "";
  }
}

/**
 * @param {HTMLElement} list
 * @returns {(name: string, probability: number | undefined, best: boolean) => void}
 */
function addRow(list) {
  const row = make("li");
  const [name, bar, number] = ["name", "bar", "number"].map((className) => make("span", { className }));
  row.append(name, bar, number);
  list.append(row);
  return (text, probability, best) => {
    name.textContent = name.title = text; // a long label may be truncated
    number.textContent = probability === undefined ? "" : percentOf(probability);
    bar.style.setProperty("--share", String(probability ?? 0));
    row.classList.toggle("best", best);
  };
}

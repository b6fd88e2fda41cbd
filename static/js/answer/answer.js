import { translator } from "../core/i18n.js";
import { isBlank, top } from "../core/probabilities.js";

/** So many labels are all shown, each always at its place; of more, the most probable `TOP`. */
const ALL = 10;
const TOP = 5;

const t = translator({
  en: { nothing: "The model finds nothing here" },
  ko: { nothing: "모델이 아무것도 찾지 못했습니다" },
});

/**
 * The view of an answer. The label's text is empty where there is nothing to answer, or the model sees nothing.
 *
 * @param {{label: HTMLElement, hint: HTMLElement, bars: HTMLElement, time: HTMLElement}} elements
 * @param {Pick<import("../core/catalog.js").Model, "labels" | "blank">} model whose answers are shown
 * @param {string} ask for a picture where there is none
 * @returns {(probabilities: Float32Array, milliseconds: number, isEmpty: boolean) => string} `isEmpty`: the pad is; gives
 *   the label, or why there is none
 */
export function answerView({ label, hint, bars, time }, { labels, blank: most }, ask) {
  const few = labels.length <= ALL;
  bars.replaceChildren();
  const rows = Array.from({ length: few ? labels.length : TOP }, () => addRow(bars));

  return (probabilities, milliseconds, isEmpty) => {
    const blank = isEmpty || isBlank(probabilities, most);
    const [best] = top(probabilities, 1);
    label.textContent = blank ? "" : labels[best];
    hint.hidden = !blank;
    hint.textContent = isEmpty ? ask : t("nothing");
    const shown = few ? [...labels.keys()] : top(probabilities, TOP);
    label.dataset.probabilities = JSON.stringify(
      Object.fromEntries(shown.map((index) => [labels[index], probabilities[index]])),
    );
    for (const [place, index] of shown.entries()) {
      if (blank && !few)
        rows[place]("\u2013", undefined, false); // the likeliest of nothing would be chance
      else rows[place](labels[index], probabilities[index], !blank && index === best);
    }
    time.textContent = `${milliseconds.toFixed(1)} ms`;
    return blank ? hint.textContent : labels[best];
  };
}

/**
 * Takes away an answer to a picture that is no longer there.
 *
 * @param {{label: HTMLElement, hint: HTMLElement, bars: HTMLElement, time: HTMLElement}} elements
 */
export function forget({ label, hint, bars, time }) {
  label.textContent = time.textContent = "";
  delete label.dataset.probabilities;
  hint.hidden = true;
  for (const row of bars.children) {
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
  const row = document.createElement("li");
  const [name, bar, number] = ["name", "bar", "number"].map((className) => {
    const part = document.createElement("span");
    part.className = className;
    return part;
  });
  row.append(name, bar, number);
  list.append(row);
  return (text, probability, best) => {
    name.textContent = name.title = text; // a long one may be cut
    number.textContent = probability === undefined ? "" : `${(probability * 100).toFixed(1)} %`;
    bar.style.setProperty("--share", String(probability ?? 0));
    row.classList.toggle("best", best);
  };
}

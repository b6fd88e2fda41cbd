import { isUniform, top } from "./probabilities.js";

/** So many labels are all shown, each always at its place; of more, the most probable `TOP`. */
const ALL = 10;
const TOP = 5;

/**
 * The view of an answer. The label's text is empty where the model sees nothing.
 *
 * @param {{label: HTMLElement, hint: HTMLElement, bars: HTMLElement, time: HTMLElement}} elements
 * @param {string[]} labels
 * @returns {(probabilities: Float32Array, milliseconds: number) => void}
 */
export function answerView({ label, hint, bars, time }, labels) {
  const rows = Array.from({ length: labels.length > ALL ? TOP : labels.length }, () => addRow(bars));

  return (probabilities, milliseconds) => {
    const blank = isUniform(probabilities);
    const [best] = top(probabilities, 1);
    label.textContent = blank ? "" : labels[best];
    label.dataset.probabilities = JSON.stringify(
      Object.fromEntries(labels.map((name, index) => [name, probabilities[index]])),
    );
    hint.hidden = !blank;
    const shown = labels.length > ALL ? top(probabilities, TOP) : labels.keys();
    for (const [place, index] of [...shown].entries())
      rows[place](labels[index], probabilities[index], !blank && index === best);
    time.textContent = `${milliseconds.toFixed(1)} ms`;
  };
}

/**
 * @param {HTMLElement} list
 * @returns {(name: string, probability: number, best: boolean) => void}
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
    name.textContent = text;
    number.textContent = `${(probability * 100).toFixed(1)} %`;
    bar.style.setProperty("--share", String(probability));
    row.classList.toggle("best", best);
  };
}

import { isEnough } from "./costs.js";
import { moneySentence, paysSentence } from "./decision.js";
import { make } from "../../elements/make.js";
import { drawPlan, WIDTH } from "./pay_plot.js";
import { planOf } from "./pay.js";
import { priceField } from "./price_field.js";
import { ENOUGH } from "./samples.js";
import { t } from "./words.js";

/**
 * @typedef {import("./figures.js").Figures} Figures
 * @typedef {import("./pay.js").What} What
 * @typedef {(figures: Figures, what: What) => import("./pay.js").Line | undefined} LineOf
 */

const CHOICES = /** @type {What[]} */ (["time", "data", "money"]);

/**
 * 'When does each pay?': one plot for time, data or money, and a sentence.
 *
 * @param {HTMLElement} root
 * @param {() => void} onPrice
 * @returns {{readonly price: number | null, show(figures: Figures | undefined, answered: number, lineOf?: LineOf): void}}
 *   `answered`: pictures that both sides have answered, shown while there are no figures yet; `lineOf`: the line of the
 *   hybrid, if there is one
 */
export function payView(root, onPrice) {
  const head = root.appendChild(make("div", { className: "pay-head" }, make("h2", { textContent: t("pays") })));
  const row = head.appendChild(make("div", { className: "choices" }));
  row.setAttribute("role", "radiogroup");
  row.setAttribute("aria-label", t("pays"));
  /** @type {What} */
  let what = "time";
  for (const name of CHOICES) {
    const label = row.appendChild(make("label", { testid: `pay-${name}` }));
    const choice = make("input", { type: "radio", name: "pay", value: name, checked: name === what });
    label.append(choice, make("span", { textContent: t(name) }));
    choice.addEventListener("change", () => {
      what = name;
      draw();
    });
  }
  const plot = root.appendChild(make("div", { testid: "pay-plot", className: "pay-plot" }));
  plot.setAttribute("role", "img");
  const svg = plot.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
  svg.setAttribute("aria-hidden", "true");
  const wait = plot.appendChild(make("p", { testid: "pay-wait" }));
  const sentence = root.appendChild(make("p", { testid: "pay-sentence" }));
  const field = root.appendChild(make("div"));
  const price = priceField(field, onPrice);
  /** @type {Figures | undefined} */
  let shown;
  let count = 0;
  let width = WIDTH;
  /** @type {LineOf | undefined} */
  let hybridLine;

  function draw() {
    field.hidden = what !== "money";
    const isReady = !!shown && (what === "money" || isEnough(shown));
    svg.toggleAttribute("hidden", !isReady);
    wait.hidden = isReady;
    wait.textContent = t("payWait", { n: Math.min(count, ENOUGH.typical), most: ENOUGH.typical });
    sentence.textContent = "";
    delete plot.dataset.plan;
    plot.setAttribute("aria-label", t("pays"));
    if (!shown || !isReady) return;
    const plan = planOf(shown, what, hybridLine?.(shown, what));
    sentence.textContent = what === "money" ? moneySentence(shown) : paysSentence(shown, what);
    plot.setAttribute("aria-label", `${t("pays")} ${sentence.textContent}`);
    plot.dataset.plan = JSON.stringify(plan);
    drawPlan(svg, plan, width, shown.price !== null);
  }
  // to read its width at each answer would lay the page out once more
  new ResizeObserver(([{ contentRect }]) => {
    width = contentRect.width || WIDTH;
    draw();
  }).observe(plot);
  draw();

  return {
    get price() {
      return price.value;
    },
    show(figures, answered, lineOf) {
      [shown, count, hybridLine] = [figures, answered, lineOf];
      draw();
    },
  };
}

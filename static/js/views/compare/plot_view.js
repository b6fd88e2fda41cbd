import { once } from "../../core/once.js";
import { make } from "../../elements/make.js";
import { t } from "./words.js";

/** @typedef {ReturnType<typeof import("./times_plot.js").timesPlot>} Show */

/**
 * The plot of the times, which is loaded and drawn only while its section is open.
 *
 * @param {HTMLElement} fold contents of a collapsed section
 * @returns {Show} takes the times so far
 */
export function plotView(fold) {
  const section = /** @type {HTMLDetailsElement} */ (fold.parentElement);
  const place = fold.appendChild(make("div", { testid: "times-plot", className: "plot" }));
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", t("plot"));
  const plot = once(async () => (await import("./times_plot.js")).timesPlot(place));
  /** @type {Parameters<Show>} */
  let newest = [[], 0];

  async function draw() {
    if (!section.open) return;
    const show = await plot();
    show(...newest);
  }
  const drawn = () => void draw().catch(console.warn); // the view works without the plot
  section.addEventListener("toggle", drawn);

  return (...times) => {
    newest = times;
    drawn();
  };
}

/** The elements of the hybrid: its card, the slider with the curve, and the figures. */

import { makeCard } from "../../../sides/new_card.js";
import { make } from "../../../elements/make.js";
import { t } from "./words.js";

/** Kinds of pictures that a hybrid was measured on, as `models/evaluation/hybrid.py` names them, and all of them. */
const KINDS = /** @type {const} */ (["all", "clean", "accuracy", "stray_marks", "mnist_c"]);

/** @param {HTMLElement} root emptied first */
export function hybridFrame(root) {
  root.replaceChildren(make("h2", { textContent: t("title") }));
  const about = root.appendChild(make("p", { testid: "hybrid-about" }));
  about.setAttribute("role", "status");
  const parts = div(root, "hybrid-parts");
  const left = div(parts, "sides-frame");
  const testids = { label: "hybrid-label", message: "hybrid-message" };
  const card = makeCard("hybrid", testids, t("card"));
  const cost = make("p", { testid: "hybrid-cost", className: "hybrid-cost" });
  left.append(card.element, cost);

  const right = div(parts, "hybrid-curve");
  const controls = div(right, "hybrid-controls");
  const slider = make("input", { testid: "hybrid-threshold", type: "range", min: "0", step: "1" });
  const output = make("span", { testid: "hybrid-threshold-text" }); // an <output> would take the label's place
  labelled(controls, t("threshold"), output, slider);
  const pictures = make("select", { testid: "hybrid-pictures" });
  for (const kind of KINDS) pictures.append(option(kind));
  labelled(controls, t("pictures"), pictures);
  const plot = div(right, "hybrid-plot");
  plot.dataset.testid = "hybrid-plot";
  plot.setAttribute("role", "img");
  const svg = plot.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
  svg.setAttribute("aria-hidden", "true");
  const sentence = right.appendChild(make("p", { testid: "hybrid-sentence" }));
  const wide = div(right, "wide");
  const table = wide.appendChild(make("table", { testid: "hybrid-table" }));

  const line = right.appendChild(make("p", { className: "actions" }));
  const start = make("button", { testid: "hybrid-here" });
  const stop = make("button", { testid: "hybrid-stop", textContent: t("stop"), hidden: true });
  const bar = make("progress", { testid: "hybrid-progress", hidden: true });
  bar.setAttribute("aria-label", t("progress"));
  line.append(start, stop, bar);
  const status = right.appendChild(make("p", { testid: "hybrid-measured" }));
  status.setAttribute("role", "status");
  parts.hidden = true;
  const label = /** @type {HTMLElement} */ (card.element.querySelector("output"));
  return {
    ...{ about, parts, card, label, cost, slider, output, pictures, plot, svg, sentence, table },
    ...{ start, stop, bar, status },
  };
}

/** @param {typeof KINDS[number] | "own"} kind */
export function option(kind) {
  return make("option", { textContent: t(kind), value: kind });
}

/**
 * @param {HTMLElement} root
 * @param {string} className
 */
function div(root, className) {
  return root.appendChild(make("div", { className }));
}

/**
 * @param {HTMLElement} root
 * @param {string} text
 * @param {...HTMLElement} controls
 */
function labelled(root, text, ...controls) {
  const label = root.appendChild(make("label", {}, make("span", { textContent: text }), ...controls));
}

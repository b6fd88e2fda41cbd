/** The curve of a hybrid as a plot: accuracy over the share of pictures sent, with the current threshold. */

import { pointAt } from "./curve.js";
import { t } from "./words.js";
import { shape } from "../pay_plot.js";

/** @typedef {import("./curve.js").Counts} Counts */

const HEIGHT = 200;
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 24, 16, 40];
const TICKS = 4;

/**
 * @param {SVGSVGElement} svg emptied first
 * @param {Counts} counts
 * @param {number} place of the current threshold
 * @param {number} width in pixels
 */
export function drawCurve(svg, counts, place, width) {
  const points = counts.sent.map((_, each) => pointAt(counts, each));
  const accuracies = points.map(({ accuracy }) => accuracy);
  // a whole number of tenths of a per cent between two ticks
  const low = Math.floor(Math.min(...accuracies) * 200) / 200;
  const step = Math.max(Math.ceil(((Math.max(...accuracies) - low) / TICKS) * 1000) / 1000, 0.001);
  const x = (/** @type {number} */ share) => LEFT + (width - LEFT - RIGHT) * share;
  const y = (/** @type {number} */ accuracy) =>
    HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * (accuracy - low)) / (step * TICKS);
  svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  svg.setAttribute("height", String(HEIGHT));
  svg.replaceChildren();
  for (let tick = 0; tick <= TICKS; tick++) {
    const accuracy = low + step * tick;
    const [at, across] = [y(accuracy), x(tick / TICKS)];
    svg.append(shape("line", { class: "grid", x1: LEFT, x2: width - RIGHT, y1: at, y2: at }));
    const said = `${(accuracy * 100).toFixed(1)} %`;
    svg.append(shape("text", { class: "tick", x: LEFT - 8, y: at + 4, "text-anchor": "end" }, said));
    const share = `${(100 * tick) / TICKS} %`;
    svg.append(shape("text", { class: "tick", x: across, y: HEIGHT - BOTTOM + 18, "text-anchor": "middle" }, share));
  }
  const middle = { x: (LEFT + width - RIGHT) / 2, y: HEIGHT - 4, "text-anchor": "middle" };
  svg.append(shape("text", { class: "tick", ...middle }, t("axisX")));
  const way = points.map(({ share, accuracy }) => `${x(share).toFixed(1)},${y(accuracy).toFixed(1)}`).join(" ");
  svg.append(shape("polyline", { class: "curve", points: way }));
  const { share, accuracy } = points[place];
  svg.append(shape("circle", { class: "here", cx: x(share), cy: y(accuracy), r: 7 }));
}

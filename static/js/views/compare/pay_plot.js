/** A plan as a plot: two lines, and a band where they cross. */

import { countText } from "../../core/count.js";
import { timeText } from "../../sides/figures.js";
import { t } from "./words.js";

/** @typedef {import("./pay.js").Plan} Plan */

/** Pixels, until the page has laid the plot out. */
export const WIDTH = 640;
const HEIGHT = 220;
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 72, 16, 40];
const TICKS = 4;
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
export function shape(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/**
 * @param {SVGSVGElement} svg emptied first
 * @param {Plan} plan
 * @param {number} width in pixels
 * @param {boolean} isPriced the plan of "money" is in money, not in CPU time
 */
export function drawPlan(svg, plan, width, isPriced) {
  const { most, top, crossing } = plan;
  const x = (/** @type {number} */ n) => LEFT + ((width - LEFT - RIGHT) * n) / most;
  const y = (/** @type {number} */ cost) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * cost) / (top || 1);
  svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  svg.setAttribute("height", String(HEIGHT));
  svg.replaceChildren();
  for (let tick = 0; tick <= TICKS; tick++) {
    const cost = (top * tick) / TICKS;
    svg.append(shape("line", { class: "grid", x1: LEFT, x2: width - RIGHT, y1: y(cost), y2: y(cost) }));
    const said = tick && top ? costText(plan.what, cost, isPriced) : "0";
    svg.append(shape("text", { class: "tick", x: LEFT - 8, y: y(cost) + 4, "text-anchor": "end" }, said));
    const n = (most * tick) / TICKS;
    svg.append(shape("text", { class: "tick", x: x(n), y: HEIGHT - BOTTOM + 18, "text-anchor": "middle" }, String(n)));
  }
  const middle = { x: (LEFT + width - RIGHT) / 2, y: HEIGHT - 4, "text-anchor": "middle" };
  svg.append(shape("text", { class: "tick", ...middle }, t("aVisitor")));
  if (crossing) {
    const [low, high] = [crossing.low, crossing.high].map((n) => x(Math.min(Math.max(n, 0), most)));
    svg.append(
      shape("rect", { class: "band", x: low, width: Math.max(high - low, 2), y: TOP, height: HEIGHT - TOP - BOTTOM }),
    );
  }
  const ends = endsOf(plan, y);
  for (const side of /** @type {const} */ (["server", "browser"])) {
    const { once, each } = plan[side];
    const to = { x2: x(most), y2: y(once + each * most) };
    svg.append(shape("line", { class: `cost ${side}`, x1: x(0), y1: y(once), ...to }));
    svg.append(shape("text", { class: `name ${side}`, x: x(most) + 8, y: ends[side] + 4 }, t(`${side}Short`)));
  }
  if (plan.hybrid) drawHybrid(svg, plan.hybrid, most, x, y);
  if (!crossing) return;
  const at = { cx: x(crossing.answers), cy: y(plan.server.once + plan.server.each * crossing.answers) };
  svg.append(shape("circle", { class: "crossing", ...at, r: 6 }));
  const label = { x: at.cx, y: Math.max(at.cy - 14, 12), "text-anchor": "middle", class: "count" };
  svg.append(shape("text", label, countText(crossing.answers)));
}

/**
 * The third line. Its name stands above it, away from the ends and the middle, where the two sides and their crossing have theirs.
 *
 * @param {SVGSVGElement} svg
 * @param {import("./pay.js").Line} line
 * @param {number} most pictures
 * @param {(n: number) => number} x
 * @param {(cost: number) => number} y
 */
function drawHybrid(svg, { once, each }, most, x, y) {
  svg.append(shape("line", { class: "hybrid-line", x1: x(0), y1: y(once), x2: x(most), y2: y(once + each * most) }));
  const at = { x: x(most * 0.75), y: y(once + each * most * 0.75) - 8, "text-anchor": "middle" };
  svg.append(shape("text", { class: "hybrid-name", ...at }, t("hybridShort")));
}

/**
 * The y positions of the lines' names, moved apart if they overlap.
 *
 * @param {Plan} plan
 * @param {(cost: number) => number} y
 */
function endsOf(plan, y) {
  const [browser, server] = [plan.browser, plan.server].map(({ once, each }) => y(once + each * plan.most));
  const apart = 18 - Math.abs(browser - server);
  if (apart <= 0) return { browser, server };
  const down = browser >= server ? 1 : -1;
  return { browser: browser + (down * apart) / 2, server: server - (down * apart) / 2 };
}

/** @param {import("./pay.js").What} what @param {number} cost @param {boolean} isPriced */
export function costText(what, cost, isPriced) {
  if (what === "time") return cost < 1000 ? timeText(cost) : `${Number((cost / 1000).toPrecision(3))} s`;
  if (what === "data") return cost < 1e6 ? `${Math.round(cost / 1e3)} KB` : `${(cost / 1e6).toFixed(1)} MB`;
  return isPriced ? cost.toPrecision(2) : timeText(cost * 1000);
}

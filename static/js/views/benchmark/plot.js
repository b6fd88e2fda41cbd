/** The times as a plot: points on a logarithmic scale, because the engines differ by orders of magnitude. */

import { showPlotStyle, uPlot } from "../uplot.js";
import { titleOf } from "../../core/engine_names.js";

const HEIGHT = 380;
/** What keeps the plot of a root as wide as the root. @type {WeakMap<HTMLElement, () => void>} */
const ends = new WeakMap();

/**
 * Shows a plot in place of an earlier one.
 *
 * @param {HTMLElement} root
 * @param {import("./benchmark.js").Row[]} rows those without times are left out
 * @param {{typical: string, slowest: string}} labels
 */
export function plot(root, rows, labels) {
  showPlotStyle();
  const measured = rows.flatMap(({ backend, file, times }) => (file && times ? [{ backend, file, times }] : []));
  const style = getComputedStyle(root);
  const [text, line, accent, paper] = ["--text", "--line", "--accent", "--paper"].map((name) =>
    style.getPropertyValue(name),
  );
  const names = measured.map(
    ({ backend, file }) => `${titleOf(backend).replace("TensorFlow.js, ", "")} ${file.precision}`,
  );
  const axis = { stroke: text, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  /** @param {string} label @param {number} size @param {string} fill */
  const points = (label, size, fill) => ({
    label,
    stroke: accent,
    fill,
    paths: () => null,
    points: { show: true, size, fill },
  });
  ends.get(root)?.();
  const made = new uPlot(
    {
      width: root.clientWidth,
      height: HEIGHT,
      cursor: { show: false },
      scales: { x: { time: false, range: [-0.5, measured.length - 0.5] }, y: { distr: 3 } },
      axes: [
        {
          ...axis,
          splits: measured.map((_, place) => place),
          values: (_, places) => places.map((place) => names[place] ?? ""),
          rotate: -90,
          size: lengthOf,
        },
        { ...axis, label: "ms", size: 56 },
      ],
      series: [{}, points(labels.typical, 9, accent), points(labels.slowest, 7, paper)],
      legend: { live: false },
    },
    [measured.map((_, place) => place), measured.map(({ times }) => times.p50), measured.map(({ times }) => times.p95)],
    root,
  );
  const observer = new ResizeObserver(() => made.setSize({ width: root.clientWidth, height: HEIGHT }));
  observer.observe(root);
  ends.set(root, () => {
    observer.disconnect();
    made.destroy();
  });
}

/**
 * The length of an axis's longest label, in CSS pixels: the axis's size, as its labels stand upright.
 *
 * Source: https://leeoniya.github.io/uPlot/demos/axis-autosize.html
 *
 * @param {uPlot} plot
 * @param {string[] | null} labels
 * @param {number} place of the axis
 */
function lengthOf(plot, labels, place) {
  const { font, gap = 0, ticks } = plot.axes[place];
  plot.ctx.font = String(/** @type {any} */ (font)?.[0]);
  const lengths = (labels ?? []).map((label) => plot.ctx.measureText(label).width / devicePixelRatio);
  return Math.ceil((ticks?.size ?? 0) + gap + Math.max(0, ...lengths));
}

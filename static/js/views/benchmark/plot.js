/** The times as a plot: points on a logarithmic scale, because the engines differ by orders of magnitude. */

import { showPlotStyle, uPlot } from "../uplot.js";
import { titleOf } from "../../core/engine_names.js";

const HEIGHT = 320;

/**
 * @param {HTMLElement} root emptied first
 * @param {import("./benchmark.js").Row[]} rows those without times are left out
 */
export function plot(root, rows) {
  showPlotStyle();
  const measured = rows.flatMap(({ backend, file, times }) => (file && times ? [{ backend, file, times }] : []));
  const style = getComputedStyle(root);
  const [text, line, accent] = ["--text", "--line", "--accent"].map((name) => style.getPropertyValue(name));
  const names = measured.map(
    ({ backend, file }) => `${titleOf(backend).replace("TensorFlow.js, ", "")} ${file.precision}`,
  );
  const axis = { stroke: text, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  /** @param {string} label @param {number} size */
  const points = (label, size) => ({
    label,
    stroke: accent,
    paths: () => null,
    points: { show: true, size, fill: size > 7 ? accent : undefined },
  });
  root.replaceChildren();
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
          rotate: -50,
          size: 96,
        },
        { ...axis, label: "ms", size: 56 },
      ],
      series: [{}, points("p50", 9), points("p95", 7)],
      legend: { live: false },
    },
    [measured.map((_, place) => place), measured.map(({ times }) => times.p50), measured.map(({ times }) => times.p95)],
    root,
  );
  new ResizeObserver(() => made.setSize({ width: root.clientWidth, height: HEIGHT })).observe(root);
}

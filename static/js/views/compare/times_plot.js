/** A plot of the times of both sides, answer by answer, on a logarithmic scale because they may be far apart. */

import { showPlotStyle, uPlot } from "../uplot.js";
import { t } from "./words.js";

const HEIGHT = 260;

/**
 * @typedef {{time: number, p50: number | null, p95: number | null}} Point milliseconds of one answer, and percentiles
 *   of all answers up to it, null if they are too few
 * @typedef {{browser: Point, server: Point | null}} Pair both answers to one picture; null until the server answers
 */

/**
 * @param {HTMLElement} root
 * @returns {(pairs: Pair[], passed: number) => void} shows the pairs; `passed` is the number of older ones before them
 */
export function timesPlot(root) {
  showPlotStyle();
  /** @type {uPlot | undefined} */
  let made;
  /** @type {Pair[]} */
  let shown = [];
  let before = 0;
  const draw = () => {
    made?.destroy();
    made = undefined;
    if (!root.clientWidth) return; // collapsed
    made = new uPlot(optionsOf(root), dataOf(shown, before), root);
  };
  new ResizeObserver(() => {
    if (made && root.clientWidth) made.setSize({ width: root.clientWidth, height: HEIGHT });
    else if (!made) draw();
  }).observe(root);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => made && draw());

  return (pairs, passed) => {
    [shown, before] = [pairs, passed];
    root.dataset.answers = String(passed + pairs.length);
    if (made) made.setData(dataOf(pairs, passed));
    else draw();
  };
}

/**
 * @param {HTMLElement} root
 * @returns {uPlot.Options}
 */
function optionsOf(root) {
  const style = getComputedStyle(root);
  const [text, line, here, there] = ["--text", "--line", "--browser", "--server"].map((name) =>
    style.getPropertyValue(name),
  );
  const axis = { stroke: text, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  /** @param {string} label @param {string} stroke @returns {uPlot.Series[]} */
  const seriesOf = (label, stroke) => [
    { label, stroke, paths: () => null, points: { show: true, size: 6, fill: stroke } },
    { label: t("typical"), stroke, width: 2, spanGaps: true, points: { show: false } },
    { label: t("slowest"), stroke, width: 1, dash: [6, 4], spanGaps: true, points: { show: false } },
  ];
  return {
    width: root.clientWidth,
    height: HEIGHT,
    cursor: { show: false },
    scales: {
      x: { time: false, range: (_, least, most) => [least - 0.5, Math.max(most, least + 9) + 0.5] },
      y: { distr: 3 },
    },
    axes: [
      { ...axis, label: t("answers"), incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] },
      { ...axis, label: "ms", size: 56 },
    ],
    series: [{}, ...seriesOf(t("browser"), here), ...seriesOf(t("server"), there)],
    legend: { live: false },
  };
}

/**
 * @param {Pair[]} pairs
 * @param {number} passed
 * @returns {uPlot.AlignedData}
 */
function dataOf(pairs, passed) {
  return [
    pairs.map((_, place) => passed + place + 2), // the first answer is left out
    ...valuesOf(pairs.map(({ browser }) => browser)),
    ...valuesOf(pairs.map(({ server }) => server)),
  ];
}

/** @param {(Point | null)[]} points */
function valuesOf(points) {
  return /** @type {const} */ (["time", "p50", "p95"]).map((name) => points.map((each) => each && each[name]));
}

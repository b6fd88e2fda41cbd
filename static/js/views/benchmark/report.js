/** The results as table cells, Markdown and JSON. */

import { titleOf } from "../../core/engine_names.js";
import { translator } from "../../core/i18n.js";
import { sizeOf } from "../../core/size.js";

const t = translator({
  en: { other: "{difference}, another label" },
  ko: { other: "{difference}, 다른 답" },
});

/**
 * @typedef {import("./benchmark.js").Row} Row
 * @typedef {{model: string, device: string, date: string, rows: Row[]}} Report `date` in ISO 8601
 */

const COLUMNS = ["engine", "precision", "size", "p50", "times plain wasm", "p95", "load", "first", "difference"];
const NONE = "\u2013";

/**
 * The cells of a row as text. If there is a problem, it is the last cell, instead of what follows.
 *
 * @param {Row} row
 */
export function cellsOf({ backend, file, times, beside, problem = "" }) {
  const named = [titleOf(backend), ...(file ? [file.precision, sizeOf(file.bytes)] : [])];
  if (!times) return [...named, problem];
  return [
    ...named,
    milliseconds(times.p50),
    beside ? beside.times.toFixed(2) : NONE,
    milliseconds(times.p95),
    ...[times.load, times.first].map((each) => `${each.toFixed(0)} ms`),
    beside ? differenceOf(beside) : NONE,
  ];
}

/** @param {number | null} value */
function milliseconds(value) {
  return value === null ? NONE : `${value.toFixed(value < 100 ? 2 : 0)} ms`;
}

/** @param {import("./benchmark.js").Beside} beside */
function differenceOf({ difference, same }) {
  const text = difference === 0 ? "0" : difference.toExponential(1);
  return same ? text : t("other", { difference: text });
}

/** @param {Report} report */
export function markdownOf({ model, device, date, rows }) {
  /** @param {string[]} cells */
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll("\n", " ").replaceAll("|", "\\|")).join(" | ")} |`;
  const body = rows.map((row) => line(Object.assign(Array(COLUMNS.length).fill(""), cellsOf(row))));
  const rule = COLUMNS.map((_, place) => (place < 2 ? "---" : "---:"));
  return [
    `\`${model}\`, ${date.slice(0, 10)}. ${device}`,
    "",
    line(COLUMNS),
    `| ${rule.join(" | ")} |`,
    ...body,
    "",
  ].join("\n");
}

/** @param {Report} report */
export function jsonOf({ rows, ...about }) {
  const flat = rows.map(({ backend, file, times, beside, problem }) => ({
    engine: backend,
    precision: file?.precision,
    path: file?.path,
    bytes: file?.bytes,
    sha256: file?.sha256,
    milliseconds: times,
    plain: beside,
    problem,
  }));
  return JSON.stringify({ ...about, rows: flat }, null, 2);
}

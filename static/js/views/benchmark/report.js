/** The results as table cells, Markdown and JSON. */

import { titleOf } from "../../core/engine_names.js";
import { sizeOf } from "../../core/size.js";

/**
 * @typedef {import("./benchmark.js").Row} Row
 * @typedef {{model: string, device: string, date: string, rows: Row[]}} Report `date` in ISO 8601
 */

const COLUMNS = ["engine", "precision", "size", "load", "first", "p50", "p95"];

/**
 * The cells of a row as text. If there is a problem, it is the last cell, instead of the times.
 *
 * @param {Row} row
 */
export function cellsOf({ backend, file, times, problem = "" }) {
  const named = [titleOf(backend), file.precision, sizeOf(file.bytes)];
  if (!times) return [...named, problem];
  return [
    ...named,
    ...[times.load, times.first].map((each) => `${each.toFixed(0)} ms`),
    ...[times.p50, times.p95].map(milliseconds),
  ];
}

/** @param {number | null} value */
function milliseconds(value) {
  return value === null ? "\u2013" : `${value.toFixed(value < 100 ? 2 : 0)} ms`;
}

/** @param {Report} report */
export function markdownOf({ model, device, date, rows }) {
  /** @param {string[]} cells */
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll("\n", " ").replaceAll("|", "\\|")).join(" | ")} |`;
  const body = rows.map((row) => line([...cellsOf(row), "", "", ""].slice(0, COLUMNS.length)));
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
  const flat = rows.map(({ backend, file, times, problem }) => ({
    engine: backend,
    precision: file.precision,
    path: file.path,
    bytes: file.bytes,
    sha256: file.sha256,
    milliseconds: times,
    problem,
  }));
  return JSON.stringify({ ...about, rows: flat }, null, 2);
}

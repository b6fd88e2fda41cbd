/** The library that draws the plots, and its style, which is fetched for the first of them. */

import { PAGE } from "../core/addresses.js";

export { default as uPlot } from "../../vendor/uplot.js";

export function showPlotStyle() {
  if (document.querySelector("link[href$='uplot.css']")) return;
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet" });
  style.href = new URL("vendor/uplot.css", PAGE).href;
  document.head.append(style);
}

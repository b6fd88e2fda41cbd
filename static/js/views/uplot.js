/** The library that draws the plots, and its style, which is fetched for the first of them. */

import { loadStyle } from "./style.js";

export { default as uPlot } from "../../vendor/uplot.js";

export const showPlotStyle = () => loadStyle("vendor/uplot.css");

/** Figures in the fragment of an address, which browsers never send to a server. */

import { base64Of, bytesIn } from "../../core/base64.js";
import { isFigures } from "./figures.js";

/** @typedef {import("./figures.js").Figures} Figures */

const NAME = "result";
const MOST = 8000; // characters; the figures take about 1,500

/**
 * @param {string} href of the page
 * @param {Figures} figures
 */
export function linkTo(href, figures) {
  const url = new URL(href);
  url.search = "?view=compare";
  const packed = base64Of(new TextEncoder().encode(JSON.stringify(figures)));
  url.hash = `${NAME}=${packed.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
  return url.href;
}

/**
 * @param {string} hash with its '#', from any source
 * @returns {Figures | "broken" | undefined} undefined: no figures; "broken": not figures that `linkTo` has written
 */
export function figuresFrom(hash) {
  if (!hash.startsWith(`#${NAME}=`)) return undefined;
  const packed = hash.slice(NAME.length + 2);
  if (packed.length > MOST || !/^[\w-]+$/.test(packed)) return "broken";
  try {
    const bytes = bytesIn(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const figures = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isFigures(figures) ? figures : "broken";
  } catch {
    return "broken";
  }
}

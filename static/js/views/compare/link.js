/** Figures in the fragment of an address, which browsers never send to a server. */

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
  const packed = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(figures))));
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
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const figures = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(binary, codeOf)));
    return isFigures(figures) ? figures : "broken";
  } catch {
    return "broken";
  }
}

/** @param {string} character */
const codeOf = (character) => character.charCodeAt(0);

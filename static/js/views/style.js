/** Style sheets that only one view needs. */

import { PAGE } from "../core/addresses.js";

/**
 * Fetches a style sheet, unless it is there.
 *
 * @param {string} path relative to the page
 * @returns {Promise<void>} resolves without it too: the view is plain then, but works
 */
export function loadStyle(path) {
  const { href } = new URL(path, PAGE);
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  return new Promise((resolve) => {
    style.addEventListener("load", () => resolve());
    style.addEventListener("error", () => resolve());
    document.head.append(style);
  });
}

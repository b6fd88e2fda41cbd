/** Messages of the page: a notice, or the failure of the model. */

import { t } from "./words.js";

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Shows an error after which the page cannot answer. @param {unknown} error */
export function fail(error) {
  console.error(error);
  const state = document.documentElement.dataset;
  const title = /** @type {HTMLElement} */ (element("failure").querySelector("strong"));
  if (state.ready !== "failed") title.textContent = t(state.ready === "true" ? "stopped" : "failed"); // not said before
  state.ready = "failed";
  element("failure").hidden = false;
  element("failure-message").textContent = messageOf(error);
}

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {string[]} sentences if empty, the notice is hidden */
export function showNotice(sentences = []) {
  element("notice").hidden = !sentences.length;
  element("notice").textContent = sentences.join("\n");
}

/** Messages of the page: a notice, or the failure of the model. */

import { messageOf } from "../core/message.js";
import { byId } from "../elements/find.js";
import { t } from "./words.js";

/** Shows an error after which the page cannot answer. @param {unknown} error */
export function fail(error) {
  console.error(error);
  const state = document.documentElement.dataset;
  const title = /** @type {HTMLElement} */ (byId("failure").querySelector("strong"));
  if (state.ready !== "failed") title.textContent = t(state.ready === "true" ? "stopped" : "failed"); // not said before
  state.ready = "failed";
  byId("failure").hidden = false;
  byId("failure-message").textContent = messageOf(error);
}

/** Takes it back: the page answers. */
export function works() {
  document.documentElement.dataset.ready = "true";
  byId("failure").hidden = true;
}

/** @param {string[]} sentences if empty, the notice is hidden */
export function showNotice(sentences = []) {
  byId("notice").hidden = !sentences.length;
  byId("notice").textContent = sentences.join("\n");
}

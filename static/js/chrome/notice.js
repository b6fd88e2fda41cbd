/** What the page says of itself: a notice over it, or that nothing answers any more. */

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {unknown} error after which nothing answers */
export function fail(error) {
  console.error(error);
  document.documentElement.dataset.ready = "failed";
  element("failure").hidden = false;
  element("failure-message").textContent = sentence(error);
}

/** @param {unknown} error */
export function sentence(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {string[]} sentences what a person should know; none takes away what was said before */
export function tell(sentences = []) {
  element("notice").hidden = !sentences.length;
  element("notice").textContent = sentences.join("\n");
}

/**
 * Creates an element with a class and a text; `testid` names it for tests.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className]
 * @param {{text?: string, testid?: string}} [options]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className = "", { text = "", testid } = {}) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (testid) made.dataset.testid = testid;
  made.textContent = text;
  return made;
}

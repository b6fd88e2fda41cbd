/**
 * Creates an element with a text; `testid` names it for tests.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [testid]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, testid, text = "") {
  const element = document.createElement(tag);
  if (testid) element.dataset.testid = testid;
  element.textContent = text;
  return element;
}

/**
 * Creates a button.
 *
 * @param {string} testid
 * @param {string} text
 * @param {() => void} [onClick]
 */
export function makeButton(testid, text, onClick) {
  const button = make("button", testid, text);
  button.type = "button";
  if (onClick) button.addEventListener("click", onClick);
  return button;
}

/**
 * Creates an element.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]> & {testid?: string}} [properties] of the element; `testid` names it for
 *   tests
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, { testid, ...properties } = {}, ...children) {
  const made = document.createElement(tag);
  if (testid) made.dataset.testid = testid;
  Object.assign(made, properties).append(...children);
  return made;
}

/** How long an answer must stay the same before it is announced. */
const SETTLED_MS = 600;

/**
 * Announces an answer to screen readers once it has settled, but not while a stroke is being drawn.
 *
 * @param {HTMLElement} region a live region
 * @returns {(name: string, text: string, isDrawing: boolean) => void} to be called with each answer: announces `text`
 *   when `name` has stayed the same for a while, and not again until `name` changes or a stroke is drawn
 */
export function announcer(region) {
  /** @type {number | undefined} */
  let timer;
  let last = "";
  let newest = "";

  return (name, text, isDrawing) => {
    newest = text;
    if (name === last && !isDrawing) return;
    clearTimeout(timer);
    last = isDrawing ? "" : name;
    if (!isDrawing) timer = setTimeout(() => (region.textContent = newest), SETTLED_MS);
  };
}

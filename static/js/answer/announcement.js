/** Long enough that an answer which still changes is not read out. */
const SETTLED_MS = 600;

/**
 * Says an answer to a screen reader once it has settled, and not while it follows a stroke.
 *
 * @param {HTMLElement} region a live one
 * @returns {(name: string, text: string, isDrawing: boolean) => void} to be called with each answer: `text` is said
 *   when `name` has been the same for a while, once until it changes or a stroke is drawn
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

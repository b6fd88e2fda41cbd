import { make } from "./dom.js";
import { t } from "./words.js";

/** The collapsed sections, from top to bottom. */
const FOLDS = /** @type {const} */ (["times", "figures", "batch", "textbook", "size"]);

/**
 * The parts of the view: those on the first screen, for which `index.html` has the elements, and those below it.
 *
 * @param {HTMLElement} root
 */
export function layOut(root) {
  /** @param {string} id */
  const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const chips = root.appendChild(make("ul", "chips"));
  chips.className = "chips";
  const pay = root.appendChild(make("section", "pay"));
  pay.className = "pay";
  const hybrid = root.appendChild(make("section", "hybrid"));
  hybrid.className = "hybrid";
  hybrid.hidden = true; // until it is loaded
  const folds = Object.fromEntries(FOLDS.map((name) => [name, fold(root, name)]));
  return {
    ...{ between: place("between"), race: place("race"), sending: place("sending") },
    ...{ shared: place("shared"), chips, pay, hybrid, folds: /** @type {Record<string, HTMLElement>} */ (folds) },
  };
}

/**
 * @param {HTMLElement} root
 * @param {typeof FOLDS[number]} name
 */
function fold(root, name) {
  const details = root.appendChild(make("details", `fold-${name}`));
  details.className = "fold";
  details.append(make("summary", undefined, t(name)));
  return details.appendChild(make("div"));
}

import { make } from "./dom.js";
import { t } from "./words.js";

/** The collapsed sections, from top to bottom. */
const FOLDS = /** @type {const} */ (["times", "figures", "batch", "textbook", "size"]);

/**
 * The parts of the view: those on the first screen, for which `index.html` has the elements, and those below it, which
 * are in no document yet.
 */
export function layOut() {
  /** @param {string} id */
  const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const below = document.createDocumentFragment();
  const chips = below.appendChild(make("ul", "chips"));
  chips.className = "chips";
  const pay = below.appendChild(make("section", "pay"));
  pay.className = "pay";
  const hybrid = below.appendChild(make("section", "hybrid"));
  hybrid.className = "hybrid";
  hybrid.hidden = true; // until it is loaded
  const folds = Object.fromEntries(FOLDS.map((name) => [name, fold(below, name)]));
  return {
    ...{ between: place("between"), race: place("race"), sending: place("sending") },
    ...{
      shared: place("shared"),
      below,
      chips,
      pay,
      hybrid,
      folds: /** @type {Record<string, HTMLElement>} */ (folds),
    },
  };
}

/**
 * @param {DocumentFragment} root
 * @param {typeof FOLDS[number]} name
 */
function fold(root, name) {
  const details = root.appendChild(make("details", `fold-${name}`));
  details.className = "fold";
  details.append(make("summary", undefined, t(name)));
  return details.appendChild(make("div"));
}

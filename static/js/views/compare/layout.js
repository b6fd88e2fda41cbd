import { make } from "../../elements/make.js";
import { byId } from "../../elements/find.js";
import { t } from "./words.js";

/** The collapsed sections, from top to bottom. */
const FOLDS = /** @type {const} */ (["times", "figures", "batch", "textbook", "size"]);

/**
 * The parts of the view: those on the first screen, for which `index.html` has the elements, and those below it, which
 * are in no document yet.
 */
export function layOut() {
  const below = document.createDocumentFragment();
  const chips = below.appendChild(make("ul", { testid: "chips", className: "chips" }));
  const pay = below.appendChild(make("section", { testid: "pay", className: "pay" }));
  const hybrid = below.appendChild(make("section", { testid: "hybrid", className: "hybrid", hidden: true })); // until it is loaded
  const folds = Object.fromEntries(FOLDS.map((name) => [name, fold(below, name)]));
  return {
    ...{ between: byId("between"), race: byId("race"), sending: byId("sending"), shared: byId("shared") },
    ...{ below, chips, pay, hybrid },
    folds: /** @type {Record<string, HTMLElement>} */ (folds),
  };
}

/**
 * @param {DocumentFragment} root
 * @param {typeof FOLDS[number]} name
 */
function fold(root, name) {
  const details = root.appendChild(
    make("details", { testid: `fold-${name}`, className: "fold" }, make("summary", { textContent: t(name) })),
  );
  return details.appendChild(make("div"));
}

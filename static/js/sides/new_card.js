/** Creates the elements of a card. The page itself has them in `index.html`, so that it is drawn before any script. */

import { useCard } from "./card.js";
import { element } from "./element.js";
import { t } from "./words.js";

/**
 * Creates a card.
 *
 * @param {import("./card.js").Side | "hybrid"} side
 * @param {{label?: string, message?: string, top?: string}} [testids]
 * @param {string} [title] required for the hybrid, which only one view has
 * @returns {import("./card.js").Card}
 */
export function makeCard(side, testids = {}, title = side === "hybrid" ? "" : t(side)) {
  const card = element("section", "side-card");
  card.setAttribute("aria-label", title);
  const answer = element("p", "side-answer");
  const message = element("span", "side-message", { testid: testids.message });
  message.setAttribute("role", "status");
  answer.append(
    element("span", "side-sure side-before"),
    element("output", "side-label", { testid: testids.label }),
    element("span", "side-sure side-after"),
    message,
  );
  card.append(element("h2", "side-name", { text: title }), answer, element("p", "side-time"));
  card.append(element("ol", "side-top", { testid: testids.top }));
  return useCard(card, side);
}

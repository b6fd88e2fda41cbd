/** Creates the elements of a card. The page itself has them in `index.html`, so that it is drawn before any script. */

import { useCard } from "./card.js";
import { make } from "../elements/make.js";
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
  const card = make("section", { className: "side-card" });
  card.setAttribute("aria-label", title);
  const answer = make("p", { className: "side-answer" });
  const message = make("span", { className: "side-message", testid: testids.message });
  message.setAttribute("role", "status");
  answer.append(
    make("span", { className: "side-sure side-before" }),
    make("output", { className: "side-label", testid: testids.label }),
    make("span", { className: "side-sure side-after" }),
    message,
  );
  card.append(
    make("h2", { className: "side-name", textContent: title }),
    answer,
    make("p", { className: "side-time" }),
  );
  card.append(make("ol", { className: "side-top", testid: testids.top }));
  return useCard(card, side);
}

import { makeBoard } from "./board.js";
import { makeContest } from "./contest.js";
import { startDrawing } from "./draw.js";
import { startPictures } from "./pictures.js";
import { t } from "./words.js";

/**
 * @param {import("./home.js").Tab} tab
 * @param {import("./home.js").Half} question
 * @param {import("./home.js").Half} answer
 */
export function startTab(tab, question, answer) {
  const place = /** @type {HTMLElement} */ (question.element.querySelector(".home-question"));
  const board = makeBoard(t(tab === "draw" ? "draw" : "choose"));
  /** @type {Record<string, import("./contest.js").About>} */
  const models = JSON.parse(place.dataset.models ?? "{}");
  const chosen = () => JSON.parse(place.dataset.model || place.dataset.default || '""');
  const contest = makeContest({ question, answer }, board, models, chosen);
  showWhileVisible(/** @type {HTMLElement} */ (answer.element.querySelector(".home-answer")), board.element);
  let changed = () => {};
  if (tab === "draw") changed = startDrawing(place, contest, chosen, () => models[chosen()]?.task === "digit");
  else startPictures(place, contest, () => models[chosen()].input, chosen, JSON.parse(place.dataset.limits ?? "{}"));
  const follow = () => {
    changed();
    contest.again();
  };
  new MutationObserver(follow).observe(place, { attributeFilter: ["data-model"] });
}

/** Adds the board to the document only while its tab is visible, so that there is one answer of each side. */
function showWhileVisible(/** @type {HTMLElement} */ place, /** @type {HTMLElement} */ board) {
  const follow = () => (place.offsetParent ? place.append(board) : board.remove());
  new ResizeObserver(follow).observe(place);
  follow();
}

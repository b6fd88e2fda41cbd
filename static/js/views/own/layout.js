/** The elements of the view. */

import { announcer } from "../../answer/announcement.js";
import { makeCard } from "../../sides/new_card.js";
import { element } from "../../sides/element.js";
import { t } from "./words.js";

/**
 * @param {HTMLElement} root
 */
export function layOut(root) {
  const choose = chooser("own-file", true);
  const labels = chooser("own-labels", false);
  labels.button.textContent = t("chooseLabels");
  const remove = button(t("remove"), "own-remove");
  const state = element("p", "own-state", { testid: "own-state" });
  state.setAttribute("role", "status");
  const problem = element("p", "failure own-problem", { testid: "own-problem" });
  problem.setAttribute("role", "alert");
  const note = element("p", "quiet", { testid: "own-note" });
  const kept = element("p", "quiet", { testid: "own-kept" });
  const [facts, questions, speed] = [element("dl", "own-facts"), element("div", "own-questions"), element("div")];
  facts.dataset.testid = "own-facts";
  const card = makeCard("browser", { label: "own-label", message: "own-message", top: "own-top" });
  card.element.setAttribute("aria-label", t("answerOf"));
  /** @type {HTMLElement} */ (card.element.querySelector("h2")).textContent = t("answerOf");
  const frame = element("div", "sides-frame own-answer");
  const sides = element("div", "sides own-sides");
  sides.append(card.element);
  frame.append(sides);
  const spoken = element("p", "spoken", { testid: "own-spoken" });
  spoken.setAttribute("role", "status");
  const bar = element("progress", "", { testid: "own-progress" });
  bar.setAttribute("aria-label", t("trying"));
  bar.hidden = true;

  const intro = element("div", "own-intro");
  intro.append(element("h2", "", { text: t("title") }), element("p", "", { text: t("about") }));
  const zone = element("div", "own-zone");
  const drop = element("span", "quiet own-drop", { text: t("drop") });
  zone.append(choose.button, choose.input, drop, labels.button, labels.input, remove);
  const privately = element("p", "own-private", { text: t("private") });
  root.replaceChildren(intro, frame, note, questions, zone, privately, kept, problem, state, bar, facts, speed, spoken);
  return {
    choose,
    labels,
    remove,
    state,
    problem,
    note,
    kept,
    facts,
    questions,
    speed,
    card,
    frame,
    bar,
    announce: announcer(spoken),
  };
}

/** @param {string} text @param {string} [testid] */
function button(text, testid) {
  const made = element("button", "", { text, testid });
  made.type = "button";
  return made;
}

/**
 * A button that opens the browser's choice of files. It offers every kind of file: a phone would grey out those whose
 * kind it does not know, such as `.tflite`.
 *
 * @param {string} testid
 * @param {boolean} multiple
 */
function chooser(testid, multiple) {
  const made = button(t("choose"), `${testid}-button`);
  const input = element("input", "", { testid });
  Object.assign(input, { type: "file", multiple, hidden: true });
  made.addEventListener("click", () => input.click());
  return {
    button: made,
    input,
    /** @param {(files: File[]) => void} listener */
    onFiles(listener) {
      input.addEventListener("change", () => {
        const files = [...(input.files ?? [])];
        input.value = ""; // so that the same file can be chosen again
        if (files.length) listener(files);
      });
    },
  };
}

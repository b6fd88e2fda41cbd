/** The elements of the view. */

import { announcer } from "../../answer/announcement.js";
import { makeCard } from "../../sides/new_card.js";
import { make } from "../../elements/make.js";
import { t } from "./words.js";

/**
 * @param {HTMLElement} root
 */
export function layOut(root) {
  const choose = chooser("own-file", true);
  const labels = chooser("own-labels", false);
  labels.button.textContent = t("chooseLabels");
  const remove = make("button", { testid: "own-remove", textContent: t("remove") });
  const state = make("p", { className: "own-state", testid: "own-state" });
  state.setAttribute("role", "status");
  const problem = make("p", { className: "failure own-problem", testid: "own-problem" });
  problem.setAttribute("role", "alert");
  const note = make("p", { className: "quiet", testid: "own-note" });
  const kept = make("p", { className: "quiet", testid: "own-kept" });
  const [facts, questions, speed] = [
    make("dl", { className: "own-facts" }),
    make("div", { className: "own-questions" }),
    make("div"),
  ];
  facts.dataset.testid = "own-facts";
  const card = makeCard("browser", { label: "own-label", message: "own-message", top: "own-top" });
  card.element.setAttribute("aria-label", t("answerOf"));
  /** @type {HTMLElement} */ (card.element.querySelector("h2")).textContent = t("answerOf");
  const frame = make("div", { className: "sides-frame own-answer" });
  const sides = make("div", { className: "sides own-sides" }, card.element);
  frame.append(sides);
  const spoken = make("p", { className: "spoken", testid: "own-spoken" });
  spoken.setAttribute("role", "status");
  const bar = make("progress", { testid: "own-progress", hidden: true });
  bar.setAttribute("aria-label", t("trying"));

  const intro = make(
    "div",
    { className: "own-intro" },
    make("h2", { textContent: t("title") }),
    make("p", { textContent: t("about") }),
  );
  const zone = make("div", { className: "own-zone" });
  const drop = make("span", { className: "quiet own-drop", textContent: t("drop") });
  zone.append(choose.button, choose.input, drop, labels.button, labels.input, remove);
  const privately = make("p", { className: "own-private", textContent: t("private") });
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

/**
 * A button that opens the browser's choice of files. It offers every kind of file: a phone would grey out those whose
 * kind it does not know, such as `.tflite`.
 *
 * @param {string} testid
 * @param {boolean} multiple
 */
function chooser(testid, multiple) {
  const input = make("input", { testid, type: "file", multiple, hidden: true });
  return {
    button: make("button", { testid: `${testid}-button`, textContent: t("choose"), onclick: () => input.click() }),
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

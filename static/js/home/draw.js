import { element } from "../sides/element.js";
import { makePad } from "../input/pad.js";
import { isReady, use } from "./engine.js";
import { startGhost } from "./ghost.js";
import { t } from "./words.js";

/** Milliseconds after which the engine comes, if the browser has nothing else to do. */
const IDLE = 600;

const ICONS = {
  undo: "M9 5 4 10l5 5M4 10h10a5 5 0 0 1 0 10h-3",
  redo: "m15 5 5 5-5 5M20 10H10a5 5 0 0 0 0 10h3",
};

/**
 * The pad of the Draw tab, with its tools and its invitation.
 *
 * @param {HTMLElement} place
 * @param {ReturnType<typeof import("./contest.js").makeContest>} contest
 * @param {() => string} chosen name of the model of now
 */
export function startDrawing(place, contest, chosen) {
  const easel = element("div", "home-easel");
  easel.id = "sketchpad";
  const canvas = element("canvas", "home-pad", { testid: "pad" });
  canvas.id = "pad";
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", t("pad"));
  const here = element("span", "home-here", { text: t("here"), testid: "invitation" });
  here.setAttribute("aria-hidden", "true");
  easel.append(canvas, here);
  const tools = element("div", "home-tools");
  place.append(easel, tools, element("p", "home-notice", { text: t("sent"), testid: "notice" }));
  place.dataset.pad = "empty";

  /** @type {import("../input/pad.js").Pad | undefined} */
  let pad;
  const buttons = {
    undo: addTool(tools, "undo", () => pad?.undo()),
    redo: addTool(tools, "redo", () => pad?.redo()),
    clear: addTool(tools, "clear", () => pad?.clear()),
  };

  pad = makePad(canvas, (isAnother) => {
    if (!pad) return; // it measures itself first
    buttons.undo.setAttribute("aria-disabled", String(!pad.canUndo));
    buttons.redo.setAttribute("aria-disabled", String(!pad.canRedo));
    place.dataset.pad = pad.isEmpty ? "empty" : "used";
    if (isTouched) contest.ask(pad.isEmpty ? undefined : pad.image, { isFinal: !pad.isDrawing, isAnother });
  });

  let isTouched = false;
  const ghost = startGhost(easel, async (picture) => {
    await use(chosen()).catch(console.warn); // whoever draws hears of it; both are asked when both can answer
    if (!isTouched && isReady(chosen())) contest.ask(picture, { isAnother: true });
  });
  const touch = () => {
    if (isTouched) return;
    isTouched = true;
    ghost.stop();
    contest.ask(undefined);
    use(chosen()).catch(() => {}); // whoever asks hears of it
  };
  for (const touched of [easel, tools]) touched.addEventListener("pointerdown", touch, { capture: true });
  performance.mark("both-sides-usable");
  whenIdle(() => use(chosen()).catch(() => {}));
}

/** @param {HTMLElement} tools @param {"undo" | "redo" | "clear"} name @param {() => void} act */
function addTool(tools, name, act) {
  const button = element("button", "home-tool", { testid: name });
  button.type = "button";
  if (name === "clear") {
    button.textContent = t("clear");
    button.setAttribute("aria-label", t("clearPad"));
  } else {
    button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
    button.title = t(name);
    button.setAttribute("aria-label", t(name));
    button.setAttribute("aria-disabled", "true");
  }
  button.addEventListener("click", act);
  return tools.appendChild(button);
}

/** @param {() => void} act */
function whenIdle(act) {
  if (/** @type {any} */ (navigator).connection?.saveData) return; // it comes with the first touch
  const request = window.requestIdleCallback ?? ((/** @type {() => void} */ then) => setTimeout(then, IDLE));
  setTimeout(() => request(act), IDLE);
}

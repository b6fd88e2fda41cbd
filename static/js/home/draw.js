import { whenIdle } from "../core/idle.js";
import { make } from "../elements/make.js";
import { demonstrate } from "../input/demonstration.js";
import { keepDrawing, restoreDrawing } from "../input/kept_drawing.js";
import { makePad } from "../input/pad.js";
import { use } from "./engine.js";
import { t } from "./words.js";

/** Milliseconds after which the engine is loaded, if the browser is idle. */
const IDLE = 600;

const ICONS = {
  undo: "M9 5 4 10l5 5M4 10h10a5 5 0 0 1 0 10h-3",
  redo: "m15 5 5 5-5 5M20 10H10a5 5 0 0 0 0 10h3",
};

/**
 * Starts the pad of the Draw tab, with its tools and its invitation.
 *
 * @param {HTMLElement} place
 * @param {ReturnType<typeof import("./contest.js").makeContest>} contest
 * @param {() => string} chosen name of the current model
 * @param {() => boolean} isOfDigits whether that model reads digits: only then a digit is drawn for it
 * @returns {() => void} to be called when the model has changed
 */
export function startDrawing(place, contest, chosen, isOfDigits) {
  const easel = make("div", { className: "home-easel", id: "sketchpad" });
  const canvas = make("canvas", { className: "home-pad", testid: "pad", id: "pad" });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", t("pad"));
  const here = make("span", { className: "home-here", textContent: t("here"), testid: "invitation" });
  here.setAttribute("aria-hidden", "true");
  easel.append(canvas, here);
  const tools = make("div", { className: "home-tools" });
  place.append(easel, tools, make("p", { className: "home-notice", textContent: t("sent"), testid: "notice" }));
  place.dataset.pad = "empty";

  /** @type {import("../input/pad.js").Pad | undefined} */
  let pad;
  const buttons = {
    undo: addTool(tools, "undo", () => pad?.undo()),
    redo: addTool(tools, "redo", () => pad?.redo()),
    clear: addTool(tools, "clear", () => pad?.clear()),
  };

  let isTouched = false;
  const engine = whenUnhurried().then(() => use(chosen()));
  engine.catch(console.warn); // the first question shows the error

  pad = makePad(canvas, (isAnother) => {
    if (!pad) return; // `makePad` calls this before it returns
    const { image, isEmpty, isDrawing } = pad;
    buttons.undo.setAttribute("aria-disabled", String(!pad.canUndo));
    buttons.redo.setAttribute("aria-disabled", String(!pad.canRedo));
    place.dataset.pad = isTouched && !isEmpty ? "used" : "empty";
    if (isTouched || isEmpty) contest.ask(isEmpty ? undefined : image, { isFinal: !isDrawing, isAnother });
    else void askDemonstration();
  });
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches || !isOfDigits();
  const stop = isStill ? () => {} : demonstrate(canvas, pad);
  const touch = () => {
    if (!isTouched) use(chosen()).catch(() => {}); // the first question shows the error
    isTouched = true;
    stop();
  };
  for (const touched of [easel, tools])
    for (const event of ["pointerdown", "click"]) touched.addEventListener(event, touch, { capture: true });
  // Gradio reloads its page when an unreachable server is back
  addEventListener("pagehide", () => contest.isCut && pad && keepDrawing(pad));
  restoreDrawing(pad, touch);
  performance.mark("both-sides-usable");

  /** Asks about a digit of the demonstration when the engine is ready, if the digit is still on the pad. */
  async function askDemonstration() {
    const shown = pad?.image;
    await engine;
    if (shown && !isTouched && !pad?.isEmpty && pad?.image === shown) contest.ask(shown, { isAnother: true });
  }

  return () => {
    if (isTouched || isOfDigits()) return;
    stop();
    pad?.clear();
  };
}

/** @param {HTMLElement} tools @param {"undo" | "redo" | "clear"} name @param {() => void} act */
function addTool(tools, name, act) {
  const button = make("button", { className: "home-tool", testid: name });
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

/** Resolves when the engine may be loaded; never if the user saves data, because then the first touch loads it. */
async function whenUnhurried() {
  if (/** @type {any} */ (navigator).connection?.saveData) await new Promise(() => {});
  await new Promise((resolve) => setTimeout(resolve, IDLE));
  await whenIdle();
}

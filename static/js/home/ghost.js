/**
 * A digit that draws itself on an empty pad, until the reader touches it. It is drawn by the style sheet
 * (`css/home.css`), and not where motion is unwanted.
 */

import { element } from "../sides/element.js";

const SVG = "http://www.w3.org/2000/svg";
/** The side of the box that the digits are written in, and the width of their strokes: about a marker's. */
const BOX = 224;
const STROKE = 15;
/** Digits as one stroke each, one after the other; the last one stays. */
export const DIGITS = [
  "M72 78C80 44 146 42 146 80C146 106 116 110 102 110C130 110 156 120 156 148C156 188 86 192 68 158",
  "M66 62H158C138 96 114 134 104 180",
  "M72 86C74 42 152 42 150 88C148 122 94 146 70 178H158",
];
/** Milliseconds for which one stays. */
const STAY = 5000;

/**
 * @param {HTMLElement} easel around the pad
 * @param {(picture: HTMLCanvasElement) => Promise<void>} onDrawn hears of each that is written; the next one waits for it
 * @returns {{stop(): void}} `stop` takes it away for good
 */
export function startGhost(easel, onDrawn) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return { stop() {} };
  const ghost = element("div", "home-ghost", { testid: "ghost" });
  ghost.setAttribute("aria-hidden", "true");
  easel.append(ghost);
  let isStopped = false;
  let timer = 0;

  /** @param {number} place */
  function write(place) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `0 0 ${BOX} ${BOX}`);
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", DIGITS[place]);
    path.setAttribute("pathLength", "1");
    svg.append(path);
    ghost.replaceChildren(svg);
    path.addEventListener("animationend", async () => {
      await onDrawn(pictureOf(DIGITS[place], ghost));
      if (!isStopped && place + 1 < DIGITS.length) timer = window.setTimeout(() => write(place + 1), STAY);
    });
  }
  write(0);

  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
      ghost.remove();
    },
  };
}

/** The digit as it stands there, in pixels. @param {string} digit @param {HTMLElement} ghost */
function pictureOf(digit, ghost) {
  const canvas = Object.assign(document.createElement("canvas"), { width: BOX, height: BOX });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const { color, backgroundColor } = getComputedStyle(ghost);
  context.fillStyle = backgroundColor;
  context.fillRect(0, 0, BOX, BOX);
  Object.assign(context, { strokeStyle: color, lineWidth: STROKE, lineCap: "round", lineJoin: "round" });
  context.stroke(new Path2D(digit));
  return canvas;
}

/** The demonstration: draws a few digits on the pad, one after another, until the user does something. */

/** @typedef {[x: number, y: number]} Point as fractions of the pad's side */

/** Milliseconds: drawing a digit, showing it, and the pause before the first one. */
const [DRAW, SHOW, FIRST] = [1300, 4200, 500];
/** Number of digits: an open page that nobody looks at should not keep asking a server. */
const MOST = 6;
/** Width of the strokes, as a fraction of the pad's side. */
const WIDTH = 1 / 14;

/**
 * Points on an ellipse.
 *
 * @param {number} x @param {number} y @param {number} width @param {number} height
 * @param {number} from degrees, clockwise from the right @param {number} to
 * @returns {Point[]}
 */
function arc(x, y, width, height, from, to) {
  return Array.from({ length: 15 }, (_, step) => {
    const angle = ((from + ((to - from) * step) / 14) * Math.PI) / 180;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
  });
}

/** Each digit is one stroke. @type {Point[][]} */
export const DIGITS = [
  [...arc(0.48, 0.34, 0.15, 0.13, -160, 80), ...arc(0.48, 0.61, 0.18, 0.15, -80, 160)],
  [
    [0.3, 0.24],
    [0.69, 0.23],
    [0.58, 0.48],
    [0.46, 0.76],
  ],
  [[0.66, 0.23], [0.38, 0.24], [0.35, 0.47], ...arc(0.47, 0.61, 0.18, 0.16, -110, 150)],
];

/**
 * The beginning of a stroke.
 *
 * @param {Point[]} points
 * @param {number} share of the stroke's length, 0 to 1
 * @returns {Point[]}
 */
export function beginningOf(points, share) {
  const lengths = points.slice(1).map(([x, y], at) => Math.hypot(x - points[at][0], y - points[at][1]));
  let left = share * lengths.reduce((sum, each) => sum + each, 0);
  const shown = [points[0]];
  for (const [at, length] of lengths.entries()) {
    if (left <= 0) break;
    const part = Math.min(1, left / length);
    const [[fromX, fromY], [toX, toY]] = [points[at], points[at + 1]];
    shown.push([fromX + (toX - fromX) * part, fromY + (toY - fromY) * part]);
    left -= length;
  }
  return shown;
}

/**
 * A picture of one digit while it is drawn.
 *
 * @param {HTMLCanvasElement} pad gives the size and the colours, which are asked for once: each time would lay out the
 *   page again
 * @returns {(points: Point[]) => HTMLCanvasElement} draws the stroke so far; always the same canvas
 */
function sketch(pad) {
  const canvas = document.createElement("canvas");
  const side = (canvas.width = canvas.height = pad.width);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const { color, backgroundColor } = getComputedStyle(pad);
  const style = { fillStyle: backgroundColor, strokeStyle: color, lineWidth: WIDTH * side };
  Object.assign(context, style, { lineCap: "round", lineJoin: "round" });
  return (points) => {
    context.fillRect(0, 0, side, side);
    context.beginPath();
    for (const [x, y] of points) context.lineTo(x * side, y * side);
    context.stroke();
    return canvas;
  };
}

/**
 * @param {HTMLCanvasElement} canvas of the pad
 * @param {import("./pad.js").Pad} pad
 * @returns {() => void} ends the demonstration; a complete digit stays on the pad
 */
export function demonstrate(canvas, pad) {
  let isOver = false;
  /** The complete digit that is shown. @type {HTMLCanvasElement | undefined} */
  let shown;
  let isDrawing = false;

  /** @param {number} milliseconds */
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** Whether the pad shows another picture. */
  const isTaken = () => !pad.isEmpty && pad.image !== shown;

  /** @param {Point[]} digit */
  async function draw(digit) {
    shown = undefined;
    pad.wipe();
    isDrawing = true;
    const drawn = sketch(canvas);
    const began = performance.now();
    for (let share = 0; share < 1 && !isOver && !isTaken();) {
      share = Math.min(1, (performance.now() - began) / DRAW);
      pad.sketch(drawn(beginningOf(digit, share)));
      await frame();
    }
    isDrawing = false;
    if (isOver || isTaken()) return;
    shown = drawn(digit);
    pad.follow(shown, true, "example");
  }

  async function run() {
    await pause(FIRST);
    for (let n = 0; n < MOST && !isOver && !isTaken(); n++) {
      while (document.hidden && !isOver) await pause(FIRST);
      await draw(DIGITS[n % DIGITS.length]);
      await pause(SHOW);
    }
  }
  void run();

  return () => {
    if (isOver) return;
    isOver = true;
    if (isDrawing && !isTaken()) pad.wipe();
  };
}

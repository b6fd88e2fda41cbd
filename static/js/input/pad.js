import SignaturePad from "../../vendor/signature_pad.js";
import { History } from "./history.js";
import { finished, radiusAt, scaled } from "./strokes.js";

/** Width of a stroke as a fraction of the pad's side: about the relative width of strokes in MNIST. */
const STROKE = 1 / 15;
/** Range of the factor by which a pen's pressure changes that width. */
const PEN = { light: 0.6, heavy: 1.4 };

/**
 * @typedef {import("./strokes.js").Stroke} Stroke
 * @typedef {"drawn" | "example" | "photograph" | "camera"} Origin of a picture; the last two are personal
 * @typedef {{strokes: Stroke[], side: number, picture: HTMLCanvasElement | undefined, origin: Origin}} Drawing `side`
 *   is the pad's, in the unit of the strokes' coordinates
 * @typedef {{clear(): void, show(shown: HTMLCanvasElement, origin: Origin): void,
 *   follow(shown: HTMLCanvasElement, isAnother: boolean, origin?: Origin): void, wipe(): void,
 *   sketch(shown: HTMLCanvasElement): void, undo(): void, redo(): void,
 *   restore(drawing: Drawing): void, readonly drawing: Drawing,
 *   readonly canUndo: boolean, readonly canRedo: boolean, readonly image: HTMLCanvasElement, readonly origin: Origin,
 *   readonly isEmpty: boolean, readonly isDrawing: boolean}} Pad `image` is the model's input before resizing: the
 *   drawing or the picture; `follow` shows a camera picture without an entry in the undo history, `isAnother` as for
 *   `onChange`; `wipe` removes that picture; `sketch` only paints a picture: the pad stays empty
 */

/**
 * Makes `canvas` a drawing pad for mouse, pen and finger, with the colours of the style sheet. It can also show a
 * picture: a picture replaces the drawing, and the next stroke replaces the picture.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {(isAnother: boolean) => void} onChange called while a stroke is drawn, and after every other change of the
 *   picture; `isAnother`: a different picture, or none, has replaced the previous one
 * @returns {Pad}
 */
export function makePad(canvas, onChange) {
  const pad = new SignaturePad(canvas, {
    minDistance: 2,
    throttle: 0, // answers are coalesced elsewhere
    canvasContextOptions: { willReadFrequently: true },
  });
  // private in signature_pad, which has no public way to let the width depend on the pressure instead of the speed
  Object.assign(pad, { _calculateCurveWidths: widthsByPressure });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  let side = 0;
  let isDrawing = false;
  /** @type {HTMLCanvasElement | undefined} */
  let picture;
  /** @type {Origin} */
  let origin = "drawn";
  const history = new History(now());

  /** @returns {Drawing} */
  function now() {
    return { strokes: [...pad.toData()], side, picture, origin };
  }

  /**
   * Ends a stroke that is being drawn: signature_pad would wait for an end that `clear` makes it ignore, and begin no
   * other.
   *
   * @returns {boolean} whether there was one
   */
  function endStroke() {
    const was = isDrawing;
    if (was) {
      pad.off();
      pad.on();
    }
    isDrawing = false;
    return was;
  }

  /** The strokes, of which the last one has just ended. */
  function complete() {
    const strokes = pad.toData();
    return [...strokes.slice(0, -1), ...strokes.slice(-1).map(finished)];
  }

  /** @param {HTMLCanvasElement} [shown] @param {Origin} [from] */
  function start(shown, from = "drawn") {
    endStroke();
    picture = shown;
    origin = from;
    pad.clear();
    draw();
  }

  function draw() {
    if (picture) context.drawImage(picture, 0, 0, side, side);
  }

  /** Draws a line to the last point: signature_pad stops at the last but one, until it knows the curve to the last. */
  function drawTail() {
    const stroke = pad.toData().slice(-1)[0];
    const [from, to] = stroke.points.slice(-2);
    if (!to) return;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.lineCap = "round";
    context.lineWidth = 2 * Math.min(radiusAt(from, stroke), radiusAt(to, stroke));
    context.strokeStyle = stroke.penColor;
    context.stroke();
  }

  /** @param {Drawing} drawing */
  function restore(drawing) {
    start(drawing.picture, drawing.origin);
    if (!picture) pad.fromData(scaled(drawing.strokes, drawing.side ? side / drawing.side : 1, pad.penColor));
    onChange(true);
  }

  /** Sets the width of the next stroke, which for a pen depends on its pressure. @param {string} [pointer] */
  function setWidth(pointer) {
    const radius = (side * STROKE) / 2;
    const { light, heavy } = pointer === "pen" ? PEN : { light: 1, heavy: 1 };
    Object.assign(pad, { minWidth: radius * light, maxWidth: radius * heavy, dotSize: radius });
  }

  /** Fits the bitmap to the current size, pixel density and theme, and redraws the strokes. */
  function fit() {
    const style = getComputedStyle(canvas);
    const newSide = canvas.clientWidth;
    if (!newSide) return; // not laid out
    const wasDrawing = endStroke();
    const whole = wasDrawing ? complete() : pad.toData();
    const scale = side ? newSide / side : 1;
    side = newSide;
    Object.assign(pad, { penColor: style.color, backgroundColor: style.backgroundColor });
    setWidth();
    const strokes = scaled(whole, scale, style.color);
    canvas.width = canvas.height = Math.round(side * devicePixelRatio);
    context.scale(canvas.width / side, canvas.height / side);
    pad.fromData(strokes);
    draw();
    if (wasDrawing) history.add(now());
    onChange(false);
  }

  // before signature_pad gets the event: clearing the pad during a stroke would end the stroke
  canvas.addEventListener(
    "pointerdown",
    ({ button, pointerType }) => {
      setWidth(pointerType);
      if (!picture || button) return;
      start();
      onChange(true);
    },
    { capture: true },
  );
  // A browser delivers a fast pen's moves once per animation frame, as one event with the coalesced earlier moves.
  // signature_pad ignores those, so they are dispatched as events of their own first.
  addEventListener(
    "pointermove",
    (event) => {
      if (isDrawing) for (const earlier of event.getCoalescedEvents?.().slice(0, -1) ?? []) dispatchEvent(earlier);
    },
    { capture: true },
  );
  pad.addEventListener("beginStroke", () => {
    isDrawing = true;
    onChange(false);
  });
  pad.addEventListener("afterUpdateStroke", () => {
    drawTail();
    onChange(false);
  });
  pad.addEventListener("endStroke", () => {
    isDrawing = false;
    pad.fromData(complete());
    history.add(now());
    onChange(false);
  });
  new ResizeObserver(fit).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", fit);
  fit();

  return {
    clear() {
      if (picture || !pad.isEmpty()) {
        start();
        history.add(now());
      }
      onChange(true);
    },
    show(shown, from) {
      start(shown, from);
      history.add(now());
      onChange(true);
    },
    follow(shown, isAnother, from = "camera") {
      start(shown, from);
      onChange(isAnother);
    },
    wipe() {
      start();
      onChange(true);
    },
    sketch(shown) {
      context.drawImage(shown, 0, 0, side, side);
    },
    restore(drawing) {
      restore(drawing);
      history.add(now());
    },
    undo() {
      if (!isDrawing) restore(history.undo());
    },
    redo() {
      if (!isDrawing) restore(history.redo());
    },
    get drawing() {
      return now();
    },
    get canUndo() {
      return history.canUndo;
    },
    get canRedo() {
      return history.canRedo;
    },
    get image() {
      return picture ?? canvas;
    },
    get origin() {
      return origin;
    },
    get isEmpty() {
      return !picture && pad.isEmpty();
    },
    get isDrawing() {
      return isDrawing;
    },
  };
}

/**
 * Replaces signature_pad's own method, in which the width depends on the speed.
 *
 * @param {{pressure: number}} from
 * @param {{pressure: number}} to
 * @param {{minWidth: number, maxWidth: number}} stroke
 */
function widthsByPressure(from, to, stroke) {
  return { start: radiusAt(from, stroke), end: radiusAt(to, stroke) };
}

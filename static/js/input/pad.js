import SignaturePad from "../../vendor/signature_pad.js";
import { History } from "./history.js";
import { finished, radiusAt, scaled } from "./strokes.js";

/** Width of a stroke as a share of the pad's side: about what a marker is to a digit in MNIST. */
const STROKE = 1 / 15;
/** A pen's stroke is between so many times that, by its pressure. */
const PEN = { light: 0.6, heavy: 1.4 };

/**
 * @typedef {import("./strokes.js").Stroke} Stroke
 * @typedef {"drawn" | "example" | "photograph" | "camera"} Origin where a picture is from: the last two are a person's own
 * @typedef {{strokes: Stroke[], side: number, picture: HTMLCanvasElement | undefined, origin: Origin}} Drawing `side`
 *   is the pad's, of whose pixels the strokes are
 * @typedef {{clear(): void, show(shown: HTMLCanvasElement, origin: Origin): void,
 *   follow(shown: HTMLCanvasElement, isAnother: boolean, origin?: Origin): void, wipe(): void,
 *   sketch(shown: HTMLCanvasElement): void, undo(): void, redo(): void,
 *   restore(drawing: Drawing): void, readonly drawing: Drawing,
 *   readonly canUndo: boolean, readonly canRedo: boolean, readonly image: HTMLCanvasElement, readonly origin: Origin,
 *   readonly isEmpty: boolean, readonly isDrawing: boolean}} Pad `image` is what a model should see: the drawing, or the picture as it was given;
 *   `follow` shows one picture of a camera's, which undo does not know; `isAnother`: it stays until it is answered;
 *   `wipe` takes away what `follow` has shown; `sketch` shows a picture to the eye only: the pad stays as empty as it was
 */

/**
 * Makes `canvas` a pad for mouse, pen and finger, drawn in the colours that the style sheet gives it. It can show a
 * picture too: that takes the place of what was drawn, and the next stroke takes the place of the picture.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {(isAnother: boolean) => void} onChange called while a stroke is drawn, and after everything else that changes
 *   the picture; `isAnother`: at one stroke another picture has taken its place, or none
 * @returns {Pad}
 */
export function makePad(canvas, onChange) {
  const pad = new SignaturePad(canvas, {
    minDistance: 2,
    throttle: 0, // the answer keeps its own pace
    canvasContextOptions: { willReadFrequently: true },
  });
  // private to signature_pad, which has no public way to let the width follow the pressure and not the hand's speed
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

  /** @param {HTMLCanvasElement} [shown] @param {Origin} [from] */
  function start(shown, from = "drawn") {
    picture = shown;
    origin = from;
    pad.clear();
    draw();
  }

  function draw() {
    if (picture) context.drawImage(picture, 0, 0, side, side);
  }

  /** signature_pad draws up to the last point but one: a line to the last, until the curve to it is known. */
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

  /** The strokes' width of now, which a pen's pressure changes. @param {string} [pointer] */
  function setWidth(pointer) {
    const radius = (side * STROKE) / 2;
    const { light, heavy } = pointer === "pen" ? PEN : { light: 1, heavy: 1 };
    Object.assign(pad, { minWidth: radius * light, maxWidth: radius * heavy, dotSize: radius });
  }

  /** Fits the bitmap to the size, density and theme of now; the strokes are drawn again. */
  function fit() {
    const style = getComputedStyle(canvas);
    const newSide = canvas.clientWidth;
    if (!newSide) return; // not laid out
    const scale = side ? newSide / side : 1;
    side = newSide;
    Object.assign(pad, { penColor: style.color, backgroundColor: style.backgroundColor });
    setWidth();
    const strokes = scaled(pad.toData(), scale, style.color);
    canvas.width = canvas.height = Math.round(side * devicePixelRatio);
    context.scale(canvas.width / side, canvas.height / side);
    pad.fromData(strokes);
    draw();
    onChange(false);
  }

  // before signature_pad hears of the stroke: to clear the pad within one ends that one
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
  // A browser hands over a fast pen's moves once a frame, and the places between inside the last one. signature_pad
  // looks at the last one only, so it gets the others too, as moves of their own, before it.
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
    const strokes = pad.toData();
    pad.fromData([...strokes.slice(0, -1), ...strokes.slice(-1).map(finished)]);
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
 * In the place of signature_pad's own, which is by the hand's speed.
 *
 * @param {{pressure: number}} from
 * @param {{pressure: number}} to
 * @param {{minWidth: number, maxWidth: number}} stroke
 */
function widthsByPressure(from, to, stroke) {
  return { start: radiusAt(from, stroke), end: radiusAt(to, stroke) };
}

import SignaturePad from "../vendor/signature_pad.js";

/** Width of a stroke as a share of the pad's side: about what a marker is to a digit in MNIST. */
const STROKE = 1 / 15;

/**
 * Makes `canvas` a pad for mouse, pen and finger, drawn in the colours that the style sheet gives it. It can show a
 * picture too: that takes the place of what was drawn, and the next stroke takes the place of the picture.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {() => void} onChange called while a stroke is drawn, and after everything else that changes the picture
 * @returns {{clear(): void, show(shown: HTMLCanvasElement): void, readonly image: HTMLCanvasElement,
 *   readonly isEmpty: boolean}} `image` is what a model should see: the drawing, or the picture as it was given
 */
export function makePad(canvas, onChange) {
  const pad = new SignaturePad(canvas, {
    minDistance: 2,
    throttle: 0, // the answer keeps its own pace
    canvasContextOptions: { willReadFrequently: true },
  });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  let side = 0;
  /** @type {HTMLCanvasElement | undefined} */
  let picture;

  /** @param {HTMLCanvasElement} [shown] */
  function start(shown) {
    picture = shown;
    pad.clear();
    draw();
  }

  function draw() {
    if (picture) context.drawImage(picture, 0, 0, side, side);
  }

  /** Fits the bitmap to the size, density and theme of now; the strokes are drawn again. */
  function fit() {
    const style = getComputedStyle(canvas);
    const newSide = canvas.clientWidth;
    if (!newSide) return; // not laid out
    const scale = side ? newSide / side : 1;
    side = newSide;
    const radius = (side * STROKE) / 2;
    Object.assign(pad, {
      penColor: style.color,
      backgroundColor: style.backgroundColor,
      minWidth: radius,
      maxWidth: radius,
      dotSize: radius,
    });
    const strokes = pad.toData().map((stroke) => ({
      ...stroke,
      penColor: style.color,
      minWidth: stroke.minWidth * scale,
      maxWidth: stroke.maxWidth * scale,
      dotSize: stroke.dotSize * scale,
      points: stroke.points.map((point) => ({ ...point, x: point.x * scale, y: point.y * scale })),
    }));
    canvas.width = canvas.height = Math.round(side * devicePixelRatio);
    context.scale(canvas.width / side, canvas.height / side);
    pad.fromData(strokes);
    draw();
    onChange();
  }

  // before signature_pad hears of the stroke: to clear the pad within one ends that one
  canvas.addEventListener("pointerdown", ({ button }) => picture && !button && start(), { capture: true });
  for (const event of ["beginStroke", "afterUpdateStroke", "endStroke"]) pad.addEventListener(event, onChange);
  new ResizeObserver(fit).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", fit);
  fit();

  return {
    clear() {
      start();
      onChange();
    },
    show(shown) {
      start(shown);
      onChange();
    },
    get image() {
      return picture ?? canvas;
    },
    get isEmpty() {
      return !picture && pad.isEmpty();
    },
  };
}

/** Strokes in the format of signature_pad. These functions are pure. */

/**
 * @typedef {ReturnType<import("../../vendor/signature_pad.js").default["toData"]>[number]} Stroke
 */

/**
 * Repeats the last point of a stroke, so that the stroke is drawn to its end: signature_pad draws a curve between the
 * middle two of four neighbouring points.
 *
 * @param {Stroke} stroke
 * @returns {Stroke}
 */
export function finished(stroke) {
  const { points } = stroke;
  if (points.length < 3) return stroke; // a dot or a line, which is drawn completely
  return { ...stroke, points: [...points, { ...points[points.length - 1] }] };
}

/**
 * @param {Stroke[]} strokes
 * @param {number} scale
 * @param {string} penColor
 * @returns {Stroke[]}
 */
export function scaled(strokes, scale, penColor) {
  return strokes.map((stroke) => ({
    ...stroke,
    penColor,
    minWidth: stroke.minWidth * scale,
    maxWidth: stroke.maxWidth * scale,
    dotSize: stroke.dotSize * scale,
    points: stroke.points.map((point) => ({ ...point, x: point.x * scale, y: point.y * scale })),
  }));
}

/**
 * The radius of a stroke at a point: between its `minWidth` and `maxWidth`, by the pressure.
 *
 * @param {{pressure: number}} point
 * @param {{minWidth: number, maxWidth: number}} stroke
 */
export function radiusAt({ pressure }, { minWidth, maxWidth }) {
  return minWidth + (maxWidth - minWidth) * pressure;
}

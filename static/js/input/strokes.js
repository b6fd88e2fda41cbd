/** Strokes as signature_pad keeps them. Nothing here touches the page. */

/**
 * @typedef {ReturnType<import("../../vendor/signature_pad.js").default["toData"]>[number]} Stroke
 */

/**
 * A stroke that is drawn to its last point. signature_pad draws a curve between the middle two of four neighbouring
 * points, so the part between the last two is never drawn unless the last point comes twice.
 *
 * @param {Stroke} stroke
 * @returns {Stroke}
 */
export function finished(stroke) {
  const { points } = stroke;
  if (points.length < 3) return stroke; // a dot or a line, which is drawn whole
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
 * The radius of a stroke at a point: from the stroke's `minWidth` to its `maxWidth` by the pressure, and the same
 * everywhere where the two are equal.
 *
 * @param {{pressure: number}} point
 * @param {{minWidth: number, maxWidth: number}} stroke
 */
export function radiusAt({ pressure }, { minWidth, maxWidth }) {
  return minWidth + (maxWidth - minWidth) * pressure;
}

import assert from "node:assert/strict";
import { test } from "node:test";

import { finished, radiusAt, scaled } from "../../../static/js/input/strokes.js";

const at = (/** @type {number} */ x, /** @type {number} */ y, pressure = 0.5) => ({ x, y, pressure, time: 0 });
const stroke = (/** @type {ReturnType<typeof at>[]} */ ...points) =>
  /** @type {import("../../../static/js/input/strokes.js").Stroke} */ ({
    points,
    minWidth: 6,
    maxWidth: 14,
    dotSize: 10,
    penColor: "black",
  });

test("a stroke of three points or more ends in its last point twice, which makes signature_pad draw up to it", () => {
  const drawn = stroke(at(0, 0), at(5, 0), at(9, 9));
  assert.deepEqual(
    finished(drawn).points.map(({ x, y }) => [x, y]),
    [
      [0, 0],
      [5, 0],
      [9, 9],
      [9, 9],
    ],
  );
  assert.equal(drawn.points.length, 3, "and the stroke given stays as it was");
});

test("a dot and a line are already drawn completely", () => {
  for (const points of [[at(1, 1)], [at(1, 1), at(2, 2)]]) {
    assert.equal(finished(stroke(...points)).points.length, points.length);
  }
});

test("a stroke on a pad of another size has its places and its widths scaled", () => {
  const [half] = scaled([stroke(at(10, 20))], 0.5, "white");
  assert.deepEqual(half.points, [at(5, 10)]);
  assert.deepEqual([half.minWidth, half.maxWidth, half.dotSize, half.penColor], [3, 7, 5, "white"]);
});

test("the pressure of a pen goes from the narrowest to the widest", () => {
  const { minWidth, maxWidth } = stroke();
  assert.equal(radiusAt({ pressure: 0 }, { minWidth, maxWidth }), 6);
  assert.equal(radiusAt({ pressure: 0.5 }, { minWidth, maxWidth }), 10);
  assert.equal(radiusAt({ pressure: 1 }, { minWidth, maxWidth }), 14);
  assert.equal(radiusAt({ pressure: 0 }, { minWidth: 10, maxWidth: 10 }), 10, "a mouse has one width");
});

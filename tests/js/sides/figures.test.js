import assert from "node:assert/strict";
import { test } from "node:test";

import { percentOf, timeText, winnerOf } from "../../../static/js/sides/figures.js";

test("a time has the significant digits", () => {
  const said = [0.04, 9.2, 9.949, 9.96, 49.4, 171.6, 1871.6, 9949, 12_345].map(timeText);
  const wanted = ["0.0 ms", "9.2 ms", "9.9 ms", "10 ms", "49 ms", "172 ms", "1,872 ms", "9,949 ms", "12.3 s"];
  assert.deepEqual(said, wanted);
});

test("no probability is shown as certain", () => {
  assert.deepEqual([1, 0.99999, 0.998, 0.5, 0.0004, 0].map(percentOf), [
    ...["> 99.9 %", "> 99.9 %", "99.8 %"],
    ...["50.0 %", "< 0.1 %", "0.0 %"],
  ]);
});

test("the faster side wins, by the difference", () => {
  assert.deepEqual(winnerOf(9, 171), { first: "browser", lead: 162 });
  assert.deepEqual(winnerOf(50, 10), { first: "server", lead: 40 });
});

test("times that are too close are a dead heat", () => {
  assert.equal(winnerOf(1, 1.2).first, "none");
  assert.equal(winnerOf(1000, 1040).first, "none");
  assert.equal(winnerOf(100, 106).first, "browser");
});

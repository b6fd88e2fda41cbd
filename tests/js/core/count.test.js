import assert from "node:assert/strict";
import { test } from "node:test";

import { countText } from "../../../static/js/core/count.js";

for (const whole of [0, 7, 999, 1000, 50_176, 999_999, 1_000_000, 9_876_543_210]) {
  test(`${whole} has its thousands apart`, () => assert.equal(countText(whole), whole.toLocaleString("en")));
}

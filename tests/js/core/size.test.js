import assert from "node:assert/strict";
import { test } from "node:test";

import { sizeOf } from "../../../static/js/core/size.js";

for (const [bytes, text] of /** @type {const} */ ([
  [0, "0 KB"],
  [499, "0 KB"],
  [71_234, "71 KB"],
  [999_999, "1000 KB"],
  [1_000_000, "1.0 MB"],
  [18_656_337, "18.7 MB"],
])) {
  test(`${bytes} bytes are ${text}`, () => assert.equal(sizeOf(bytes), text));
}

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { TYPES, types } from "../../bundle/types.js";

test("the catalog's types match its schema", async () => {
  assert.equal(await readFile(TYPES, "utf8"), await types(), "run 'npm run build'");
});

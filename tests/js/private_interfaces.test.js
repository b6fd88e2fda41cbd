/** The undocumented interfaces of libraries that the page uses still exist; `package.json` lists them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** @type {{ privateInterfaces: Record<string, string[]> }} */
const { privateInterfaces } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf-8"));

for (const [library, names] of Object.entries(privateInterfaces)) {
  test(`${library} still has ${names.join(", ")}`, async () => {
    const { default: owner } = await import(library);
    for (const name of names) {
      assert.equal(typeof owner.prototype[name], "function", name);
    }
  });
}

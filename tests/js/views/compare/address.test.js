import assert from "node:assert/strict";
import { test } from "node:test";

import { serverIn } from "../../../../static/js/views/compare/address.js";

const named = (/** @type {string} */ server) => serverIn(`?server=${encodeURIComponent(server)}`);

for (const [how, canParse] of /** @type {const} */ ([
  ["", URL.canParse],
  [", also in a browser without URL.canParse", undefined],
])) {
  test(`the origin of a safe server${how}`, (context) => {
    const { canParse: before } = URL;
    context.after(() => void Object.assign(URL, { canParse: before }));
    Object.assign(URL, { canParse });
    assert.equal(named("https://example.org/some/path"), "https://example.org");
    assert.equal(named("http://localhost:7860"), "http://localhost:7860");
    assert.equal(serverIn("?view=compare"), undefined);
  });
}

test("an address that cannot be a server is rejected", () => {
  const refused = [
    "example.org",
    "http://example.org",
    "https://me:secret@example.org",
    "javascript:alert(1)",
    "__proto__",
  ];
  for (const server of refused) assert.throws(() => named(server), Error, server);
});

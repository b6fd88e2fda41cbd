import assert from "node:assert/strict";
import { test } from "node:test";

import { language, preferred, translator } from "../../../static/js/core/i18n.js";

test("without a page the language is English", () => {
  assert.equal(language, "en");
});

for (const [wanted, expected] of /** @type {[(string | null)[], string][]} */ ([
  [[null, null, "ko-KR", "en"], "ko"],
  [["en", "ko", "ko-KR"], "en"],
  [["xx", null, "KO"], "ko"],
  [[null, null, "fr-FR", "de"], "en"],
  [[null, null, "fr-FR", "ko"], "ko"],
  [[], "en"],
])) {
  test(`of ${JSON.stringify(wanted)} the page takes ${expected}`, () => {
    assert.equal(preferred(...wanted), expected);
  });
}

test("names in braces are replaced by their values, and nothing else is", () => {
  const words = { size: "{name}: {bytes} of {all}, {bytes}" };
  const t = translator({ en: words, ko: words });
  assert.equal(t("size", { name: "{bytes}", bytes: 3 }), "{bytes}: 3 of {all}, 3");
});

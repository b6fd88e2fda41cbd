/** The page's frame: its words, its language, and what was sent from it. */

import { language, speak, translate } from "../core/i18n.js";
import { onSent, startCounting } from "./upload_counter.js";
import { t } from "./words.js";

/** Only here: what else is on the page has its own words. */
const PARTS = "body > header, body > nav, body > .failure, body > main, body > footer";

/** Puts the words of the page's language in. */
export function showFrame() {
  startCounting();
  document.documentElement.lang = language;
  document.title = t("title");
  for (const part of document.querySelectorAll(PARTS)) translate(part, t);
  document.querySelector("nav")?.setAttribute("aria-label", t("views"));
  showLanguage(/** @type {HTMLButtonElement} */ (document.getElementById("language")));
  const sent = /** @type {HTMLElement} */ (document.getElementById("sent"));
  onSent((bytes) => {
    sent.textContent = t("sent", { bytes: bytes.toLocaleString("en") });
    document.documentElement.toggleAttribute("data-sent", bytes > 0);
  });
}

/** @param {HTMLButtonElement} button that changes to the other language, and says so in that one */
function showLanguage(button) {
  const other = language === "en" ? "ko" : "en";
  button.lang = other;
  button.addEventListener("click", () => speak(other));
}

/** The page's frame: its words, its language, and what was sent from it. */

import { KEPT, language } from "../core/i18n.js";
import { onSent, startCounting } from "./upload_counter.js";
import { t } from "./words.js";

/** Only here: what else is on the page has its own words. */
const PARTS = "body > header, body > .tagline, body > .failure, body > main, body > footer";

/** Puts the words of the page's language in. */
export function showChrome() {
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

/**
 * Puts the words into an element's children: the text where they have `data-i18n="key"`, the name that a screen reader
 * says where they have `data-i18n-label`, and the tip where they have `data-i18n-title`.
 *
 * @param {ParentNode} root
 * @param {(key: any) => string} t
 */
export function translate(root, t) {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (
    root.querySelectorAll("[data-i18n], [data-i18n-label], [data-i18n-title]")
  )) {
    const { i18n, i18nLabel, i18nTitle } = element.dataset;
    if (i18n) element.textContent = t(i18n);
    if (i18nLabel) element.setAttribute("aria-label", t(i18nLabel));
    if (i18nTitle) element.title = t(i18nTitle);
  }
}

/**
 * Another language: kept for the next visit, and the page is loaded again in it.
 *
 * @param {import("../core/i18n.js").Language} chosen
 */
function speak(chosen) {
  try {
    localStorage.setItem(KEPT, chosen);
  } catch {
    // storage may be refused, in a frame for one: the address says it too
  }
  const url = new URL(location.href);
  url.searchParams.set("lang", chosen);
  location.replace(url);
}

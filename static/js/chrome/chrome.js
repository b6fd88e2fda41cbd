/** The page around the views: its texts, its language, and the counter of sent bytes. */

import { countText } from "../core/count.js";
import { LANGUAGE_KEY, language } from "../core/i18n.js";
import { onSent, startCounting } from "./upload_counter.js";
import { byId } from "../elements/find.js";
import { t } from "./words.js";

/** The elements that are translated here. The views translate their own. */
const PARTS =
  "body > header, body > .tagline, body > .failure, body > main, body > .benchmark > summary, body > footer";

/** Shows the texts in the page's language, and starts counting the sent bytes. */
export function showChrome() {
  startCounting();
  document.documentElement.lang = language;
  document.title = t("title");
  for (const part of document.querySelectorAll(PARTS)) translate(part, t);
  document.querySelector("nav")?.setAttribute("aria-label", t("views"));
  showLanguage(byId("language"));
  const sent = byId("sent");
  onSent((bytes) => {
    sent.textContent = t("sent", { bytes: countText(bytes) });
    document.documentElement.toggleAttribute("data-sent", bytes > 0);
  });
}

/** @param {HTMLElement} button switches to the other language, in which it is labelled */
function showLanguage(button) {
  const other = language === "en" ? "ko" : "en";
  button.lang = other;
  button.addEventListener("click", () => switchLanguage(other));
}

/**
 * Translates the descendants of an element: `data-i18n="key"` sets the text, `data-i18n-label` the accessible name, and
 * `data-i18n-title` the tooltip.
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
 * Stores the language for the next visit, and reloads the page in it, after the event `language` of the window.
 *
 * @param {import("../core/i18n.js").Language} chosen
 */
function switchLanguage(chosen) {
  try {
    localStorage.setItem(LANGUAGE_KEY, chosen);
  } catch {
    // storage may be blocked, as in some iframes: the address contains the language too
  }
  dispatchEvent(new Event("language"));
  const url = new URL(location.href);
  url.searchParams.set("lang", chosen);
  location.replace(url);
}

/**
 * The page's words. Each module has its own, English and Korean side by side:
 *
 *     const t = translator({ en: { size: "{count} bytes" }, ko: { size: "{count}바이트" } });
 *     t("size", { count: 3 });
 *
 * @typedef {"en" | "ko"} Language
 */

const LANGUAGES = /** @type {const} */ (["en", "ko"]);
const KEPT = "both-sides-language";

/** Of the page until it is loaded again; English where there is no page. @type {Language} */
export const language = globalThis.location
  ? preferred(new URLSearchParams(location.search).get("lang"), kept(), ...navigator.languages)
  : "en";

/**
 * @template {Record<string, string>} Words
 * @param {{en: Words, ko: Record<keyof Words, string>}} words values stand in braces
 * @returns {(key: keyof Words, values?: Record<string, string | number>) => string}
 */
export function translator(words) {
  return (key, values = {}) =>
    String(words[language][key]).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
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
 * @param {Language} chosen
 */
export function speak(chosen) {
  try {
    localStorage.setItem(KEPT, chosen);
  } catch {
    // storage may be refused, in a frame for one: the address says it too
  }
  const url = new URL(location.href);
  url.searchParams.set("lang", chosen);
  location.replace(url);
}

/**
 * The first language that the page has.
 *
 * @param {(string | null)[]} wanted codes such as "ko-KR", the dearest first; null: none
 * @returns {Language} English where the page has none of them
 */
export function preferred(...wanted) {
  const codes = wanted.map((code) => code?.slice(0, 2).toLowerCase());
  return codes.flatMap((code) => LANGUAGES.filter((known) => known === code))[0] ?? "en";
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/**
 * Translation. Each module has its own texts, in English and Korean:
 *
 *     const t = translator({ en: { size: "{count} bytes" }, ko: { size: "{count}바이트" } });
 *     t("size", { count: 3 });
 *
 * @typedef {"en" | "ko"} Language
 */

const LANGUAGES = /** @type {const} */ (["en", "ko"]);
/** The key of the chosen language in `localStorage`. */
export const LANGUAGE_KEY = "both-sides-language";

/**
 * The language of the page until it is reloaded; English outside a page. An app that embeds parts of the page sets
 * their language by `bothSides.language`.
 *
 * @type {Language}
 */
export const language = globalThis.location
  ? preferred(appLanguage(), new URLSearchParams(location.search).get("lang"), storedLanguage(), ...navigator.languages)
  : "en";

/**
 * @template {Record<string, string>} Words
 * @param {{en: Words, ko: Record<keyof Words, string>}} words names in braces are replaced by values
 * @returns {(key: keyof Words, values?: Record<string, string | number>) => string}
 */
export function translator(words) {
  return (key, values = {}) =>
    String(words[language][key]).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * The first of the wanted languages that the page supports.
 *
 * @param {(string | null)[]} wanted codes such as "ko-KR", in order of preference; null is ignored
 * @returns {Language} English if it supports none of them
 */
export function preferred(...wanted) {
  const codes = wanted.map((code) => code?.slice(0, 2).toLowerCase());
  return codes.flatMap((code) => LANGUAGES.filter((known) => known === code))[0] ?? "en";
}

/** @returns {string | null} */
function appLanguage() {
  return /** @type {any} */ (globalThis).bothSides?.language ?? null;
}

function storedLanguage() {
  try {
    return localStorage.getItem(LANGUAGE_KEY);
  } catch {
    return null;
  }
}

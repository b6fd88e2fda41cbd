import { translator } from "../core/i18n.js";

const t = translator({
  en: { copied: "Copied", refused: "The clipboard is not available here" },
  ko: { copied: "복사했습니다", refused: "클립보드를 쓸 수 없습니다" },
});

/** How long the button says what became of it, in milliseconds. */
const SAID = 2000;

/**
 * Makes a button copy a text, and say for a while that it did, or could not.
 *
 * @param {HTMLElement} button
 * @param {() => string} text of now
 */
export function copies(button, text) {
  const name = button.textContent;
  /** @type {number | undefined} */
  let timer;
  button.addEventListener("click", async () => {
    const written = navigator.clipboard?.writeText(text()); // there is none on plain HTTP
    const isCopied = await written?.then(
      () => true,
      () => false,
    );
    button.textContent = t(isCopied ? "copied" : "refused");
    clearTimeout(timer);
    timer = setTimeout(() => (button.textContent = name), SAID);
  });
}

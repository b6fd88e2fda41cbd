import { translator } from "../core/i18n.js";

const t = translator({
  en: { copied: "Copied", refused: "The clipboard is not available here" },
  ko: { copied: "복사했습니다", refused: "클립보드를 쓸 수 없습니다" },
});

/** How long the button shows the result, in milliseconds. */
const SHOWN = 2000;

/**
 * Makes a button copy a text, and show for a while whether that worked.
 *
 * @param {HTMLElement} button
 * @param {() => string} text called on each click
 */
export function copyOnClick(button, text) {
  const name = button.textContent;
  /** @type {number | undefined} */
  let timer;
  button.addEventListener("click", async () => {
    const written = navigator.clipboard?.writeText(text()); // no clipboard on plain HTTP
    const isCopied = await written?.then(
      () => true,
      () => false,
    );
    button.textContent = t(isCopied ? "copied" : "refused");
    clearTimeout(timer);
    timer = setTimeout(() => (button.textContent = name), SHOWN);
  });
}

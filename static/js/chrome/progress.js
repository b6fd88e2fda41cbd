import { translator } from "../core/i18n.js";

const t = translator({ en: { loading: "Loading" }, ko: { loading: "불러오는 중" } });

/**
 * Shows how far a large download is.
 *
 * @param {HTMLProgressElement} bar hidden but for that
 * @returns {(loaded: number, total: number) => void} bytes
 */
export function showProgress(bar) {
  bar.setAttribute("aria-label", t("loading"));
  return (loaded, total) => {
    bar.max = total;
    bar.value = loaded;
    bar.hidden = loaded >= total;
  };
}

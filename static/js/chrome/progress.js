import { translator } from "../core/i18n.js";
import { sizeOf } from "../core/size.js";

const t = translator({
  en: { loading: "Loading", some: "{what}: {loaded} of {total}" },
  ko: { loading: "불러오는 중", some: "{what}: {total} 중 {loaded}" },
});

/**
 * Shows what is being downloaded, and how much of it has arrived.
 *
 * @param {HTMLProgressElement} bar hidden when nothing is being downloaded
 * @param {HTMLElement} text
 * @returns {(loaded: number, total: number, what: string) => void} bytes
 */
export function showProgress(bar, text) {
  bar.setAttribute("aria-label", t("loading"));
  return (loaded, total, what) => {
    bar.max = total;
    bar.value = loaded;
    bar.hidden = loaded >= total;
    text.textContent = t("some", { what, loaded: sizeOf(loaded), total: sizeOf(total) });
  };
}

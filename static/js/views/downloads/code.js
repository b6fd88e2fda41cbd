import { make } from "../../elements/make.js";
import { copyOnClick } from "../copying.js";
import { translator } from "../../core/i18n.js";
import { snippetsOf } from "./snippets.js";

const t = translator({
  en: { copy: "Copy the code", close: "Close", code: "Code", title: "{file} on {platform}" },
  ko: { copy: "코드 복사", close: "닫기", code: "코드", title: "{platform}에서 {file}" },
});

/** @typedef {import("../../core/catalog.js").Model} Model */
/** @typedef {import("../../core/catalog.js").File} File */

/**
 * A dialog with the code that uses a file.
 *
 * @param {HTMLElement} root
 * @returns {(model: Model, file: File) => HTMLElement} makes one button per platform, which shows the code for it
 */
export function codeView(root) {
  const dialog = root.appendChild(make("dialog", { className: "code", testid: "code" }));
  const title = dialog.appendChild(make("h2"));
  const block = dialog.appendChild(make("pre"));
  block.tabIndex = 0; // so that it can be scrolled by keyboard
  block.setAttribute("role", "region");
  block.setAttribute("aria-label", t("code"));
  const code = block.appendChild(make("code"));
  const line = dialog.appendChild(make("p"));
  const copy = make("button", { testid: "copy-code", textContent: t("copy") });
  copyOnClick(copy, () => code.textContent ?? "");
  line.append(copy, make("button", { testid: "close-code", textContent: t("close"), onclick: () => dialog.close() }));
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close()); // on the backdrop

  return (model, file) => {
    const group = make("span", { className: "platforms" });
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", t("code"));
    for (const snippet of snippetsOf(model, file)) {
      const button = group.appendChild(make("button", { textContent: snippet.platform }));
      const about = { file: file.path.replace(/\/model\.json$/, ""), platform: snippet.platform };
      button.addEventListener("click", () => {
        title.textContent = dialog.ariaLabel = t("title", about);
        code.textContent = snippet.code;
        dialog.showModal();
      });
    }
    return group;
  };
}

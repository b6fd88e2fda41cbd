import { copies } from "../copying.js";
import { translator } from "../../core/i18n.js";
import { snippetsOf } from "./snippets.js";

const t = translator({
  en: { use: "How to use it", copy: "Copy the code", file: "File", platform: "Platform", code: "Code" },
  ko: { use: "사용 방법", copy: "코드 복사", file: "파일", platform: "플랫폼", code: "코드" },
});

/**
 * How each of a model's files is used, folded away: a file, a platform, and the code for both.
 *
 * @param {import("../../core/catalog.js").Model} model
 * @param {import("../../core/catalog.js").File[]} files at least one
 * @returns {HTMLDetailsElement}
 */
export function usageOf(model, files) {
  const root = document.createElement("details");
  root.className = "usage";
  root.dataset.testid = `usage-${model.name}`;
  const summary = document.createElement("summary");
  summary.textContent = t("use");
  const chosen = document.createElement("select");
  chosen.setAttribute("aria-label", t("file"));
  chosen.append(...files.map(({ path }) => new Option(path)));
  const platforms = document.createElement("span");
  platforms.className = "platforms";
  platforms.setAttribute("role", "group");
  platforms.setAttribute("aria-label", t("platform"));
  const block = document.createElement("pre");
  block.tabIndex = 0; // it scrolls, by keyboard too
  block.setAttribute("role", "region");
  block.setAttribute("aria-label", t("code"));
  const code = document.createElement("code");
  block.append(code);
  const copy = document.createElement("button");
  copy.type = "button";
  copy.dataset.testid = "copy-code";
  copy.textContent = t("copy");
  copies(copy, () => code.textContent ?? "");

  let platform = "";
  function show() {
    const snippets = snippetsOf(model, files[chosen.selectedIndex]);
    const shown = snippets.find((each) => each.platform === platform) ?? snippets[0];
    code.textContent = shown.code;
    platforms.replaceChildren(...snippets.map((each) => platformButton(each.platform, each === shown)));
  }

  /** @param {string} name @param {boolean} isShown */
  function platformButton(name, isShown) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.setAttribute("aria-pressed", String(isShown));
    button.addEventListener("click", () => {
      platform = name;
      show();
      /** @type {HTMLElement | null} */ (platforms.querySelector("[aria-pressed=true]"))?.focus();
    });
    return button;
  }

  chosen.addEventListener("change", show);
  const line = document.createElement("p");
  line.append(chosen, platforms, copy);
  root.append(summary, line, block);
  show();
  return root;
}

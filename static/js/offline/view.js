/** The list of models that can be stored for offline use, with their sizes and a button for each. */

import { messageOf } from "../core/message.js";
import { make } from "../elements/make.js";
import { defaultOf, filesOf, frontEndFor, modelsOf } from "../core/choice.js";
import { titleOf } from "../core/engine_names.js";
import { translator } from "../core/i18n.js";
import { showNotice } from "../chrome/notice.js";
import { sizeOf } from "../core/size.js";

const t = translator({
  en: {
    title: "Models for offline use",
    about: "For {engine}. Models that you have used are already saved.",
    keep: "Save for offline use",
    keeping: "Saving…",
    kept: "Saved",
    failed: "{model} could not be saved: {problem}",
  },
  ko: {
    title: "오프라인에서 쓸 모델",
    about: "실행 엔진: {engine}. 한 번 쓴 모델은 이미 저장되어 있습니다.",
    keep: "오프라인용으로 저장",
    keeping: "저장 중…",
    kept: "저장됨",
    failed: "{model}: 저장하지 못했습니다. {problem}",
  },
});

/**
 * @typedef {import("../answer/session.js").Loaded} Loaded
 * @typedef {import("../core/catalog.js").File} File
 * @typedef {import("../core/catalog.js").Model} Model
 * @typedef {import("./store.js").Stored} Stored
 */

/**
 * @param {HTMLElement} root stays empty if nothing can be stored
 * @param {import("../core/catalog.js").Catalog} catalog
 * @param {{findStored(): Promise<Stored>, keep(files: File[], backend: string): Promise<void>}} store
 * @returns {{show(used: Loaded): Promise<void>}} shows which models are stored for the engine in use
 */
export function keepingView(root, catalog, store) {
  const details = make("details", { className: "keeping" });
  const [about, list] = [make("p"), make("ul")];
  details.append(make("summary", { testid: "keeping", textContent: t("title") }), about, list);

  /** @param {Loaded} used */
  async function show(used) {
    const stored = await store.findStored();
    about.textContent = t("about", { engine: titleOf(used.backend) });
    const focused = list.contains(document.activeElement) && document.activeElement?.closest("li")?.dataset.testid;
    list.replaceChildren(...modelsOf(catalog).flatMap((model) => row(model, used, stored)));
    if (!root.firstChild) root.append(details);
    if (focused)
      /** @type {HTMLElement | null} */ (list.querySelector(`[data-testid="${focused}"] > :last-child`))?.focus();
  }

  /**
   * @param {Model} model
   * @param {Loaded} used
   * @param {Stored} stored
   */
  function row(model, used, stored) {
    const files = filesToKeep(catalog, model, used);
    if (!files.length) return [];
    const item = make("li", { testid: `keep-${model.name}` });
    const name = make("span", { textContent: `${model.title} (${model.name})` });
    const missing = files.filter((file) => !stored.file(file)).reduce((sum, { bytes }) => sum + bytes, 0);
    const bytes = missing + stored.missing(used.backend);
    const size = make("span", { textContent: sizeOf(bytes || files.reduce((sum, file) => sum + file.bytes, 0)) });
    item.append(name, size, bytes ? button(model, files, used) : state());
    return [item];
  }

  /**
   * @param {Model} model
   * @param {File[]} files
   * @param {Loaded} used
   */
  function button(model, files, used) {
    const made = make("button", { textContent: t("keep") });
    made.setAttribute("aria-label", `${t("keep")}: ${model.title}`);
    made.addEventListener("click", async () => {
      if (made.hasAttribute("aria-disabled")) return;
      made.setAttribute("aria-disabled", "true"); // not `disabled`, which would take the keyboard focus away
      made.textContent = t("keeping");
      try {
        await store.keep(files, used.backend);
        await navigator.storage?.persist?.(); // the browser should not delete what the user saved
      } catch (error) {
        showNotice([t("failed", { model: model.title, problem: messageOf(error) })]);
      }
      await show(used);
    });
    return made;
  }
  return { show };
}

/** @returns {HTMLElement} replaces the button, and gets its focus */
function state() {
  return make("span", { className: "kept", textContent: t("kept"), tabIndex: -1 });
}

/**
 * @param {import("../core/catalog.js").Catalog} catalog
 * @param {Model} model
 * @param {Loaded} used
 * @returns {File[]} the files that the engine in use needs: in the current precision, else in the default one, or in
 *   another if that file is too large to be on every host
 */
function filesToKeep(catalog, model, used) {
  if (!filesOf(model, used.backend).length) return []; // it runs in another engine only, which is kept with it
  const wanted = defaultOf(model, used.backend, model === used.model ? used.file.precision : undefined).file;
  const file = [wanted, ...filesOf(model, used.backend)].find((each) => each && !each.command);
  const frontEnd = frontEndFor(catalog.front_end, { ...used, model });
  return file ? [file, ...(frontEnd ? [frontEnd] : [])] : [];
}

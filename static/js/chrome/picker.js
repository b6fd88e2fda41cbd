import { defaultOf, filesOf, modelsOf } from "../core/choice.js";
import { ENGINES, titleOf } from "../core/engine_names.js";
import { translator } from "../core/i18n.js";
import { sizeOf } from "../core/size.js";

const t = translator({ en: { engine: "Engine" }, ko: { engine: "엔진" } });

/**
 * Fills the three selects from the catalog. The precisions change with the model and the engine.
 *
 * @param {{model: HTMLSelectElement, precision: HTMLSelectElement, engine: HTMLSelectElement}} selects
 * @param {import("../core/catalog.js").Catalog} catalog
 * @param {(choice: import("../core/choice.js").Choice) => void} onChoice when a person has chosen
 * @returns {{show(choice: import("../core/choice.js").Choice): void}}
 */
export function makePicker({ model: models, precision: precisions, engine: engines }, catalog, onChoice) {
  const offered = modelsOf(catalog);
  models.replaceChildren(...offered.map(({ name, title }) => new Option(`${title} (${name})`, name)));
  engines.setAttribute("aria-label", t("engine"));
  engines.labels[0].children[0].textContent = t("engine");
  engines.replaceChildren(...ENGINES.map((name) => new Option(titleOf(name), name)));

  /** @param {import("../core/choice.js").Choice} choice */
  function show({ model, file, engine }) {
    models.value = model.name;
    models.title = model.title; // where the select is too narrow for it
    engines.value = engine;
    precisions.replaceChildren(
      ...filesOf(model, engine).map(({ precision, bytes }) => new Option(`${precision}, ${sizeOf(bytes)}`, precision)),
    );
    precisions.value = file.precision;
    models.disabled = precisions.disabled = engines.disabled = false;
  }

  /** @param {string} [precision] */
  function choose(precision) {
    const choice = defaultOf(offered[models.selectedIndex], ENGINES[engines.selectedIndex], precision);
    show(choice);
    onChoice(choice);
  }
  models.addEventListener("change", () => choose());
  for (const select of [precisions, engines]) select.addEventListener("change", () => choose(precisions.value));
  return { show };
}

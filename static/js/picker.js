import { defaultOf, filesOf, modelsOf } from "./choice.js";
import { sizeOf } from "./size.js";

/**
 * Fills the two selects from the catalog. With the model its precisions change.
 *
 * @param {{model: HTMLSelectElement, precision: HTMLSelectElement}} selects
 * @param {import("./catalog.js").Catalog} catalog
 * @param {(choice: import("./choice.js").Choice) => void} onChoice when a person has chosen
 * @returns {{show(choice: import("./choice.js").Choice): void}}
 */
export function makePicker({ model: models, precision: precisions }, catalog, onChoice) {
  const offered = modelsOf(catalog);
  models.replaceChildren(...offered.map(({ name, title }) => new Option(`${title} (${name})`, name)));

  /** @param {import("./choice.js").Choice} choice */
  function show({ model, file }) {
    models.value = model.name;
    models.title = model.title; // where the select is too narrow for it
    precisions.replaceChildren(
      ...filesOf(model).map(({ precision, bytes }) => new Option(`${precision}, ${sizeOf(bytes)}`, precision)),
    );
    precisions.value = file.precision;
    models.disabled = precisions.disabled = false;
  }

  const chosen = () => offered[models.selectedIndex];
  models.addEventListener("change", () => {
    const choice = defaultOf(chosen());
    show(choice);
    onChoice(choice);
  });
  precisions.addEventListener("change", () => {
    onChoice({ model: chosen(), file: filesOf(chosen())[precisions.selectedIndex] });
  });
  return { show };
}

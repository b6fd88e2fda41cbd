import { defaultOf, engineFor, filesOf, modelsOf } from "../core/choice.js";
import { ENGINES, titleOf } from "../core/engine_names.js";
import { NONE, findHosted, isAvailable } from "../core/hosted.js";
import { translator } from "../core/i18n.js";
import { sizeOf } from "../core/size.js";
import { byId } from "../elements/find.js";

const t = translator({ en: { engine: "Engine" }, ko: { engine: "엔진" } });

/**
 * Fills the three selects of the settings from the catalog with what is available on this host. The precisions depend
 * on the model and the engine. The button of the settings shows the choice.
 *
 * @param {import("../core/catalog.js").Catalog} catalog
 * @param {() => Promise<void>} complete adds the models that the catalog lacks
 * @param {(choice: import("../core/choice.js").Choice) => void} onChoice called when the user has chosen
 * @returns {{show(choice?: import("../core/choice.js").Choice): void}} `show` shows a choice, or the same one again after
 *   the catalog has changed
 */
export function makePicker(catalog, complete, onChoice) {
  const [settings, chosen] = [/** @type {HTMLDetailsElement} */ (byId("settings")), byId("chosen")];
  const [models, precisions, engines] = ["model", "precision", "engine-picker"].map(
    (id) => /** @type {HTMLSelectElement} */ (byId(id)),
  );
  engines.setAttribute("aria-label", t("engine"));
  engines.labels[0].children[0].textContent = t("engine");
  engines.replaceChildren(...ENGINES.map((name) => new Option(titleOf(name), name)));
  let hosted = NONE;
  /** @type {import("../core/choice.js").Choice | undefined} */
  let now;

  /** @param {import("../core/choice.js").Model} model @param {import("../core/choice.js").EngineName} [engine] */
  const filesHere = (model, engine) =>
    filesOf(model, engine).filter((file) => file === now?.file || isAvailable(file, hosted));
  const offered = () => modelsOf(catalog).filter((model) => filesHere(model).length || model === now?.model);

  /** @param {import("../core/choice.js").Choice | undefined} choice */
  function show(choice = now) {
    if (!choice) return;
    now = choice;
    const { model, file, engine } = choice;
    models.replaceChildren(...offered().map(({ name, title }) => new Option(`${title} (${name})`, name)));
    models.value = model.name;
    models.title = model.title; // the select may be too narrow for it
    engines.value = engine;
    ENGINES.forEach((name, place) => (engines.options[place].disabled = !filesOf(model, name).length));
    precisions.replaceChildren(
      ...filesHere(model, engine).map(
        ({ precision, bytes }) => new Option(`${precision}, ${sizeOf(bytes)}`, precision),
      ),
    );
    precisions.value = file.precision;
    chosen.textContent = `${model.name} ${file.precision}`;
    models.disabled = precisions.disabled = engines.disabled = false;
  }

  /** @param {string} [precision] */
  function choose(precision) {
    const model = offered()[models.selectedIndex];
    const engine = engineFor(model, ENGINES[engines.selectedIndex]);
    const files = filesHere(model, engine);
    const usual = defaultOf(model, engine, precision);
    const choice = files.length && !files.includes(usual.file) ? { ...usual, file: files[0] } : usual;
    show(choice);
    onChoice(choice);
  }
  models.addEventListener("change", () => choose());
  for (const select of [precisions, engines]) select.addEventListener("change", () => choose(precisions.value));

  settings.addEventListener("toggle", async () => {
    if (!settings.open) return;
    await complete();
    if (hosted !== NONE) return;
    hosted = await findHosted(catalog);
    if (now && hosted.size) show(now);
  });
  addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !settings.contains(target)) settings.open = false;
  });
  settings.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !settings.open) return;
    settings.open = false;
    settings.querySelector("summary")?.focus();
  });
  return { show };
}

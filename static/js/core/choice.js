/**
 * The choice of a model, a precision and an engine.
 *
 * @typedef {import("./catalog.js").Model} Model
 * @typedef {import("./catalog.js").File} File
 * @typedef {import("./catalog.js").Catalog} Catalog
 * @typedef {import("./engine_names.js").EngineName} EngineName
 * @typedef {{model: Model, file: File, engine: EngineName}} Choice `file` is one of the model's, for that engine
 */

import { messageOf } from "./message.js";
import { findFile, findModel } from "./catalog.js";
import { AUTOMATIC, ENGINES, formatOf } from "./engine_names.js";
import { translator } from "./i18n.js";

const t = translator({
  en: {
    engine: "There is no engine '{name}'. There are: {names}.",
    format: "Model '{model}' has no file for engine '{name}'.",
    default: "{problem} The default, '{instead}', is used.",
  },
  ko: {
    engine: "'{name}' 엔진은 없습니다. 쓸 수 있는 엔진: {names}.",
    format: "'{model}' 모델에는 '{name}' 엔진용 파일이 없습니다.",
    default: "{problem} 대신 기본값({instead})을 씁니다.",
  },
});

/**
 * The models that can be chosen: those with a published file for this page.
 *
 * @param {Catalog} catalog
 */
export function modelsOf(catalog) {
  return catalog.models.filter((model) => filesOf(model).length);
}

/**
 * The engines of the automatic choice, in order: TF.js's, which are small downloads, or else LiteRT.js. A reader's own
 * `.tflite` has no file for TF.js.
 *
 * @param {Model} model
 * @returns {import("./engine_names.js").Backend[]}
 */
export function automaticOf(model) {
  const engines = Object.entries(AUTOMATIC).find(([format]) => publishedIn(model, format).length);
  return engines?.[1] ?? [];
}

/**
 * The files of a model that an engine can run.
 *
 * @param {Model} model
 * @param {EngineName} [engine]
 */
export function filesOf(model, engine = "auto") {
  return publishedIn(model, formatFor(model, engine));
}

/** @param {Model} model @param {string} format */
function publishedIn(model, format) {
  return model.files.filter((file) => file.format === format && !file.withheld);
}

/** @param {Model} model @param {EngineName} engine */
function formatFor(model, engine) {
  return formatOf(engine === "auto" ? (automaticOf(model)[0] ?? engine) : engine);
}

/**
 * The engine, or the automatic choice if that engine runs no file of the model.
 *
 * @param {Model} model
 * @param {EngineName} engine
 * @returns {EngineName}
 */
export function engineFor(model, engine) {
  return filesOf(model, engine).length ? engine : "auto";
}

/**
 * The file of the given precision, or else the default that the catalog names.
 *
 * @param {Model} model
 * @param {EngineName} [engine]
 * @param {string} [precision]
 * @returns {Choice}
 */
export function defaultOf(model, engine = "auto", precision) {
  const files = filesOf(model, engine);
  const path = model.defaults[formatFor(model, engine)];
  const file = files.find((each) => each.precision === precision) ?? files.find((each) => each.path === path);
  if (!file) throw new Error(`Model '${model.name}' has no default file of format '${formatFor(model, engine)}'.`);
  return { model, file, engine };
}

/**
 * The front end's file for the engine in use, so that no second engine is loaded.
 *
 * @param {import("./catalog.js").FrontEnd | null} frontEnd
 * @param {{model: Model, backend: import("./engine_names.js").Backend}} loaded
 * @returns {File | undefined} undefined if the model has another front end, or none
 */
export function frontEndFor(frontEnd, { model, backend }) {
  const fits = frontEnd && model.front_end === frontEnd.version;
  return fits ? frontEnd.files.find(({ format }) => format === formatOf(backend)) : undefined;
}

/**
 * The choice in an address, `?model=NAME&precision=PRECISION&engine=ENGINE`, each of which is optional.
 *
 * @param {Catalog} catalog
 * @param {string} search
 * @returns {{choice: Choice, problems: string[]}} for an unknown name, the default is used and
 *   `problems` says so
 */
export function choiceFrom(catalog, search) {
  const parameters = new URLSearchParams(search);
  const [name, precision, asked] = ["model", "precision", "engine"].map((key) => parameters.get(key));
  /** @type {string[]} */
  const problems = [];
  const offered = { ...catalog, models: modelsOf(catalog) };
  const known = findModel(offered);

  const model = (name && attempt(() => findModel(offered, name), known.name, problems)) || known;
  const engine = (asked && attempt(() => findEngine(asked, model), "auto", problems)) || "auto";
  const choice = defaultOf(model, engine);
  const format = formatFor(model, engine);
  const file = precision && attempt(() => findFile(model, format, precision), choice.file.precision, problems);
  return { choice: file ? { ...choice, file } : choice, problems };
}

/** @param {string} name @param {Model} model */
function findEngine(name, model) {
  const engine = ENGINES.find((each) => each === name);
  if (!engine) throw new Error(t("engine", { name, names: ENGINES.join(", ") }));
  if (!filesOf(model, engine).length) throw new Error(t("format", { name, model: model.name }));
  return engine;
}

/**
 * @template T
 * @param {() => T} find
 * @param {string} instead
 * @param {string[]} problems
 */
function attempt(find, instead, problems) {
  try {
    return find();
  } catch (error) {
    problems.push(t("default", { problem: messageOf(error), instead }));
    return undefined;
  }
}

/**
 * Whether an address names a model, a precision or an engine.
 *
 * @param {string} search
 */
export function isNamed(search) {
  const parameters = new URLSearchParams(search);
  return ["model", "precision", "engine"].some((key) => parameters.has(key));
}

/**
 * An address with another choice. The rest stays the same.
 *
 * @param {string} href
 * @param {Choice} choice
 */
export function addressWith(href, { model, file, engine }) {
  const url = new URL(href);
  url.searchParams.set("model", model.name);
  url.searchParams.set("precision", file.precision);
  if (engine === "auto") url.searchParams.delete("engine");
  else url.searchParams.set("engine", engine);
  return url.href;
}

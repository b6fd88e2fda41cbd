/**
 * Which model answers, and in which precision.
 *
 * @typedef {import("./catalog.js").Model} Model
 * @typedef {import("./catalog.js").File} File
 * @typedef {import("./catalog.js").Catalog} Catalog
 * @typedef {{model: Model, file: File}} Choice `file` is one of the model's TF.js files
 */

import { findFile, findModel } from "./catalog.js";

const FORMAT = "tfjs";
const PRECISION = "float32";

/**
 * The models that can be chosen: those of which any file for this page is published.
 *
 * @param {Catalog} catalog
 */
export function modelsOf(catalog) {
  return catalog.models.filter((model) => filesOf(model).length);
}

/** @param {Model} model */
export function filesOf(model) {
  return model.files.filter((file) => file.format === FORMAT && !file.withheld);
}

/**
 * What answers where no precision is chosen.
 *
 * @param {Model} model
 * @returns {Choice}
 */
export function defaultOf(model) {
  const files = filesOf(model);
  return { model, file: files.find((file) => file.precision === PRECISION) ?? files[0] };
}

/**
 * The choice that `?model=NAME&precision=PRECISION` names, either of which may be left out.
 *
 * @param {Catalog} catalog
 * @param {string} search
 * @returns {{choice: Choice, problems: string[]}} in the place of an unknown name stands the default, and `problems`
 *   says so
 */
export function choiceFrom(catalog, search) {
  const parameters = new URLSearchParams(search);
  const [name, precision] = [parameters.get("model"), parameters.get("precision")];
  /** @type {string[]} */
  const problems = [];
  const offered = { ...catalog, models: modelsOf(catalog) };
  const known = findModel(offered);

  const model = (name && attempt(() => findModel(offered, name), known.name, problems)) || known;
  const choice = defaultOf(model);
  const file = precision && attempt(() => findFile(model, FORMAT, precision), choice.file.precision, problems);
  return { choice: file ? { model, file } : choice, problems };
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
    problems.push(`${/** @type {Error} */ (error).message} The default, '${instead}', is used.`);
    return undefined;
  }
}

/**
 * Whether an address names a model or a precision.
 *
 * @param {string} search
 */
export function isNamed(search) {
  const parameters = new URLSearchParams(search);
  return parameters.has("model") || parameters.has("precision");
}

/**
 * The address of now with another choice in it; the rest stays.
 *
 * @param {string} href
 * @param {Choice} choice
 */
export function addressWith(href, { model, file }) {
  const url = new URL(href);
  url.searchParams.set("model", model.name);
  url.searchParams.set("precision", file.precision);
  return url.href;
}

import { PAGE } from "./addresses.js";
import { translator } from "./i18n.js";

/**
 * The catalog of published models, `models/catalog.json`, the only place that lists them. Its types are made from
 * `catalog/schema.json`, which describes each key.
 *
 * @typedef {import("../../../catalog/schema").Part} Part
 * @typedef {import("../../../catalog/schema").File} File
 * @typedef {import("../../../catalog/schema").Model} Model
 * @typedef {import("../../../catalog/schema").FrontEnd} FrontEnd
 * @typedef {import("../../../catalog/schema").Example} Example
 * @typedef {import("../../../catalog/schema").Limits} Limits
 * @typedef {import("../../../catalog/schema").Catalog} Catalog
 */

const t = translator({
  en: {
    catalog: "The catalog of models could not be loaded: {status} from {url}.",
    model: "There is no model '{name}'. There are: {names}.",
    precision: "Model '{model}' has no {format} file of precision '{precision}'. There are: {names}.",
  },
  ko: {
    catalog: "모델 카탈로그를 불러오지 못했습니다({url}, 응답 코드 {status}).",
    model: "'{name}' 모델은 없습니다. 쓸 수 있는 모델: {names}.",
    precision: "'{model}' 모델에는 정밀도가 '{precision}'인 {format} 파일이 없습니다. 쓸 수 있는 정밀도: {names}.",
  },
});

export const MODELS = new URL("models/", PAGE).href;
export const CATALOG = new URL("catalog.json", MODELS).href;
/** The catalog with the default model alone, which is all that the page needs until its first answer. */
export const BEGINNING = new URL("default.json", MODELS).href;

/** @returns {Promise<Catalog>} */
export function loadCatalog() {
  return read(CATALOG);
}

/**
 * The catalog with the default model alone, or with all models if there is no such file. If an earlier visit has stored
 * the models, the stored file belongs to them, and the host's may be newer.
 *
 * @param {boolean} isStored
 * @returns {Promise<Catalog>}
 */
export async function loadBeginning(isStored) {
  if (!isStored) return read(BEGINNING).catch(loadCatalog);
  const stored = await caches.match(BEGINNING).catch(() => undefined);
  return stored ? stored.json() : loadCatalog();
}

/** @param {string} url @returns {Promise<Catalog>} */
async function read(url) {
  const response = await fetch(url, { cache: "no-cache" }); // revalidate, because the browser's cache may be old
  if (!response.ok) throw new Error(t("catalog", { status: response.status, url }));
  return response.json();
}

/**
 * As the exporter writes it into `BEGINNING`.
 *
 * @param {Catalog} catalog
 * @returns {Catalog}
 */
export function beginningOf(catalog) {
  return { ...catalog, models: [findModel(catalog)], front_end: null };
}

/**
 * Adds all that a catalog lists to the one that a visit began with. The entries that are there stay the same objects,
 * as they may be in use.
 *
 * @param {Catalog} catalog is changed
 * @param {Catalog} whole
 */
export function complete(catalog, whole) {
  const known = new Map(catalog.models.map((model) => [model.name, model]));
  Object.assign(catalog, { ...whole, models: whole.models.map((model) => known.get(model.name) ?? model) });
}

/**
 * @param {Catalog} catalog
 * @param {string} [name] the default model if left out
 * @returns {Model}
 */
export function findModel(catalog, name = catalog.default) {
  const model = catalog.models.find((each) => each.name === name);
  if (!model) throw new Error(t("model", { name, names: catalog.models.map((each) => each.name).join(", ") }));
  return model;
}

/**
 * @param {Model} model
 * @param {string} format
 * @param {string} precision
 * @returns {File}
 */
export function findFile(model, format, precision) {
  const files = model.files.filter((each) => each.format === format && !each.withheld);
  const file = files.find((each) => each.precision === precision);
  if (!file) {
    const names = files.map((each) => each.precision).join(", ");
    throw new Error(t("precision", { model: model.name, format, precision, names }));
  }
  return file;
}

/** @param {Pick<Part, "path">} part */
export function address(part) {
  return new URL(part.path, MODELS).href;
}

/**
 * The request for a file. Its address contains the hash, so no cache returns an older file, and the browser refuses
 * content that does not match the hash.
 *
 * @param {Part} part
 */
export function requestOf(part) {
  return new Request(`${address(part)}?sha256=${part.sha256}`, { integrity: integrityOf(part) });
}

/**
 * The hash in the form that `fetch` takes.
 *
 * @param {{sha256: string}} part
 */
export function integrityOf({ sha256 }) {
  const bytes = sha256.match(/../g)?.map((byte) => parseInt(byte, 16)) ?? [];
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

/** Stores the models in use for offline use, and offers newer ones. All of this happens after the first answer. */

import { defaultOf, filesOf, frontEndFor } from "../core/choice.js";
import { translator } from "../core/i18n.js";
import { keepingView } from "./view.js";
import { coalesce } from "../core/coalesce.js";
import { once } from "../core/once.js";
import { showNotice } from "../chrome/notice.js";
import * as offline from "./store.js";
import { byId } from "../elements/find.js";
import { exampleAddresses, examplesOf } from "../core/tasks.js";

/**
 * @typedef {import("../core/catalog.js").Catalog} Catalog
 * @typedef {import("../core/catalog.js").File} File
 * @typedef {import("../answer/session.js").Loaded} Loaded
 */

const t = translator({
  en: { refused: "The download of the newer model failed. The model on this device stays in use. Try again later." },
  ko: { refused: "새 모델을 다운로드하지 못해 이 기기의 모델을 계속 씁니다. 나중에 다시 시도하세요." },
});

/**
 * @param {Catalog} catalog in use
 * @param {import("../core/choice.js").Choice} fallback the default
 * @returns {Promise<((used: Loaded) => Promise<void>) | undefined>} stores the files in use and those of the default
 *   model; undefined if nothing can be stored: on `file:`, on plain HTTP and in some iframes
 */
export async function makeOfflineManager(catalog, fallback) {
  const registration = await offline.registerServiceWorker();
  if (!registration) return undefined;
  offline.onNewVersion(registration, (update) => offer("update", update));
  const engines = await offline.loadEngines();
  let catalogToStore = catalog;

  /** @param {File[]} files @param {string} backend */
  const keepFiles = (files, backend) =>
    offline.keep(registration, catalogToStore, [...new Set(files)], engines, backend);

  /** @type {Loaded} */
  let wanted = { ...fallback, backend: "wasm" };
  const findStored = () => offline.findStored(registration, engines);
  const view = keepingView(byId("keeping"), catalog, { findStored, keep: keepFiles });

  /** @param {Catalog} newest its files replace the stored ones */
  const update = async (newest) => {
    const successorsOf = (/** @type {offline.Stored} */ stored) => filesAfter(catalog, newest, stored);
    await offline.replace(registration, newest, successorsOf, engines, wanted.backend);
    location.reload();
  };

  /** If no catalog is stored yet, the one in use is the newest. */
  const checkForUpdate = once(async () => {
    const stored = await findStored();
    const newest = stored.catalog ? await offline.newestCatalog() : undefined;
    if (!newest) return;
    if (offline.listSameFiles(newest, catalog)) catalogToStore = newest;
    else offer("update-model", () => update(newest).catch(() => showNotice([t("refused")])));
  });

  const keepWanted = coalesce(async () => {
    const used = wanted;
    await checkForUpdate();
    await keepFiles(filesFor(catalog, used, fallback), used.backend);
    const pictures = examplesOf(catalog, used.model).map(({ address }) => address);
    await offline.keepPictures(registration, pictures, exampleAddresses(catalog));
    await view.show(used);
  });
  return (used) => {
    wanted = used;
    return keepWanted();
  };
}

/**
 * @param {Catalog} catalog
 * @param {Loaded} used
 * @param {import("../core/choice.js").Choice} fallback
 * @returns {File[]}
 */
function filesFor({ front_end }, used, fallback) {
  const frontEnd = frontEndFor(front_end, used);
  return [used.file, fallback.file, ...(frontEnd ? [frontEnd] : [])];
}

/**
 * @param {Catalog} catalog
 * @param {Catalog} newest
 * @param {offline.Stored} stored
 * @returns {File[]} the files of `newest` that replace the stored ones of `catalog`, and its default
 */
function filesAfter(catalog, newest, stored) {
  const successors = catalog.models.flatMap(({ name, files, features }) => {
    const model = newest.models.find((each) => each.name === name);
    if (!model) return [];
    const learnedOn = features && stored.file(features.file) && model.features ? [model.features.file] : [];
    return [...files.filter(stored.file).flatMap((file) => successorOf(file, model)), ...learnedOn];
  });
  const fresh = defaultOf(newest.models.find(({ name }) => name === newest.default) ?? newest.models[0]).file;
  const frontEnds = newest.front_end?.files.filter(({ format }) => successors.some((file) => file.format === format));
  return [...new Set([fresh, ...successors, ...(frontEnds ?? [])])];
}

/**
 * @param {File} file
 * @param {import("../core/catalog.js").Model} model its newer version
 * @returns {File[]} the file that replaces it, if there is one
 */
function successorOf({ format, precision }, model) {
  const files = filesOf(model, format === "tflite" ? "litert" : "auto");
  return files.filter((file) => file.precision === precision);
}

/**
 * @param {string} id of a hidden button
 * @param {() => void} accept
 */
function offer(id, accept) {
  byId(id).hidden = false;
  byId(id).onclick = accept;
}

/** Compares the versions of the models on both sides. */

import { translator } from "../../core/i18n.js";
import { loadSizes, sentSize } from "../../core/sent_size.js";
import { newestCatalog } from "../../offline/store.js";
import { sizeOf } from "../../core/size.js";
import { API, request } from "./named_server.js";

const t = translator({
  en: {
    same: "Both sides have version {browser}.",
    device:
      "This device is behind: it has version {browser}, while the server and this host already have {server}. The model has to be downloaded again ({size}): take the update that the page offers, or reload the page.",
    other:
      "The server has another model: version {server}. This device has {browser}, the version that this host publishes. The catalogs contain no date, so it is unknown which is newer; to give the server's answers, the model on the device has to be downloaded again ({size}).",
  },
  ko: {
    same: "양쪽의 버전이 같습니다: {browser}.",
    device:
      "이 기기가 뒤처졌습니다. 기기의 버전은 {browser}, 서버와 이 호스트의 버전은 이미 {server}입니다. 모델을 다시 다운로드해야 합니다({size}). 페이지가 제안하는 업데이트를 받거나 페이지를 새로 고치세요.",
    other:
      "서버의 모델이 다릅니다. 서버의 버전은 {server}, 이 기기의 버전은 이 호스트가 배포하는 {browser}입니다. 카탈로그에 날짜가 없어 어느 쪽이 새것인지는 알 수 없습니다. 서버와 같은 답을 내려면 기기에서 모델을 다시 다운로드해야 합니다({size}).",
  },
});

/** @typedef {import("../../core/catalog.js").Catalog} Catalog */

let asked = Date.now(); // each request has a unique address, so that no cache answers it

/** @returns {Promise<Catalog | undefined>} the server's catalog; undefined if there is none, or it is invalid */
async function serverCatalog() {
  try {
    const { status, text } = await request(`${API}models?n=${++asked}`);
    return status === 200 ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {import("../../answer/session.js").Loaded} loaded the model on this device
 * @returns {Promise<{behind: "none" | "device" | "unknown", sentence: string} | undefined>} undefined if the server's
 *   version is unknown
 */
export async function compareVersions({ model, file }) {
  const server = versionIn(await serverCatalog(), model.name);
  if (server === undefined) return undefined;
  const size = sizeOf(sentSize(await loadSizes().catch(() => undefined), model, file));
  const words = { browser: model.version, server, size };
  if (server === model.version) return { behind: "none", sentence: t("same", words) };
  const host = versionIn(await newestCatalog(), model.name); // not the one that this page started with or has stored
  const behind = host === server ? "device" : "unknown";
  return { behind, sentence: t(behind === "device" ? "device" : "other", words) };
}

/**
 * @param {Catalog | undefined} catalog from any source
 * @param {string} name
 */
function versionIn(catalog, name) {
  try {
    const version = catalog?.models.find((model) => model.name === name)?.version;
    return typeof version === "string" ? version.slice(0, 64) : undefined;
  } catch {
    return undefined; // not a catalog
  }
}

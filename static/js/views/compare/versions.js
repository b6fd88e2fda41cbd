/** Which model each side has. */

import { translator } from "../../core/i18n.js";
import { newestCatalog } from "../../offline/store.js";
import { sizeOf } from "../../core/size.js";
import { API, request } from "./named_server.js";

const t = translator({
  en: {
    same: "Both sides have version {browser}.",
    device:
      "This device is behind: it has version {browser}, while the server and this host have {server} already. The model has to be shipped again ({size}): take the update that the page offers, or load the page again.",
    other:
      "The server has another model: version {server}, and this device {browser}, which is what this host publishes. The catalogs carry no date, so which is newer cannot be told; to say what the server says, the model on the device has to be shipped again ({size}).",
  },
  ko: {
    same: "양쪽의 버전이 같습니다: {browser}.",
    device:
      "이 기기가 뒤처졌습니다. 기기의 버전은 {browser}, 서버와 이 호스트의 버전은 이미 {server}입니다. 모델을 다시 보내야 합니다({size}). 페이지가 제안하는 업데이트를 받거나 페이지를 다시 여세요.",
    other:
      "서버의 모델이 다릅니다. 서버의 버전은 {server}, 이 기기의 버전은 이 호스트가 배포하는 {browser}입니다. 카탈로그에 날짜가 없어 어느 쪽이 새것인지는 알 수 없습니다. 서버와 같은 답을 하려면 모델을 기기로 다시 보내야 합니다({size}).",
  },
});

/** @typedef {import("../../core/catalog.js").Catalog} Catalog */

let asked = Date.now(); // each request has an address of its own, and so no cache answers it

/** @returns {Promise<Catalog | undefined>} what the server says it has; undefined where it says nothing of use */
async function serverCatalog() {
  try {
    const { status, text } = await request(`${API}models?n=${++asked}`);
    return status === 200 ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {import("../../answer/session.js").Loaded} loaded what this device has
 * @returns {Promise<{behind: "none" | "device" | "unknown", sentence: string} | undefined>} undefined where the server
 *   does not say what it has
 */
export async function compareVersions({ model, file }) {
  const server = versionIn(await serverCatalog(), model.name);
  if (server === undefined) return undefined;
  const words = { browser: model.version, server, size: sizeOf(file.bytes) };
  if (server === model.version) return { behind: "none", sentence: t("same", words) };
  const host = versionIn(await newestCatalog(), model.name); // not the one that this page began with, or keeps
  const behind = host === server ? "device" : "unknown";
  return { behind, sentence: t(behind === "device" ? "device" : "other", words) };
}

/**
 * @param {Catalog | undefined} catalog from anywhere
 * @param {string} name
 */
function versionIn(catalog, name) {
  try {
    const version = catalog?.models.find((model) => model.name === name)?.version;
    return typeof version === "string" ? version.slice(0, 64) : undefined;
  } catch {
    return undefined; // it is no catalog
  }
}

/** Keeps the lesson in this browser's IndexedDB, which no other origin can read. */

import { PAGE } from "../../core/addresses.js";

/** @typedef {import("./lesson.js").Lesson} Lesson */
/** @typedef {{lesson: Lesson, version: string}} Kept `version` is the model's, to which the features belong */

const NAME = `both-sides teach ${PAGE.pathname}`; // an origin may serve several copies
const LESSONS = "lessons";
const KEY = "current";

/** @returns {Promise<Kept | undefined>} */
export function kept() {
  return run("readonly", (lessons) => lessons.get(KEY));
}

/** @param {Kept} record */
export function keep(record) {
  return run("readwrite", (lessons) => lessons.put(record, KEY));
}

export function forget() {
  return run("readwrite", (lessons) => lessons.delete(KEY));
}

/**
 * @param {IDBTransactionMode} mode
 * @param {(lessons: IDBObjectStore) => IDBRequest} use
 * @returns {Promise<any>}
 */
async function run(mode, use) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(LESSONS, mode);
      const request = use(transaction.objectStore(LESSONS));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** @returns {Promise<IDBDatabase>} */
function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(LESSONS);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

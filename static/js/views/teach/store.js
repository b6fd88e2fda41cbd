/** Keeps the lesson in this browser's IndexedDB, which no other origin can read. */

import { createStore, del, get, set } from "../../../vendor/idb_keyval.js";
import { PAGE } from "../../core/addresses.js";

/** @typedef {import("./lesson.js").Lesson} Lesson */
/** @typedef {{lesson: Lesson, version: string}} Kept `version` is the model's, to which the features belong */

const lessons = createStore(`both-sides teach ${PAGE.pathname}`, "lessons"); // an origin may serve several copies
const KEY = "current";

/** @returns {Promise<Kept | undefined>} */
export const kept = () => get(KEY, lessons);

/** @param {Kept} record */
export const keep = (record) => set(KEY, record, lessons);

export const forget = () => del(KEY, lessons);

/**
 * Stores the reader's own files on this device, and nowhere else. They are in a cache of their own, which neither the
 * service worker nor an update of the page touches.
 */

import { PAGE } from "../core/addresses.js";
import { alone } from "./alone.js";

/** The name does not end with the page's address, because `sw.js` deletes the caches of its older versions by that. */
const NAME = `${PAGE.href} own files 1`;
const FOLDER = new URL("own-files/", PAGE);
const ABOUT = new URL("about.json", FOLDER).href;

/** @typedef {{names: string[], settings: any}} About the names of the files, in order, and what the reader chose */

/** Whether this browser can store files here: not on plain HTTP, and not in some iframes. */
const isPossible = () => "caches" in globalThis;

/**
 * Replaces the stored files.
 *
 * @param {File[]} files
 * @param {any} settings
 * @returns {Promise<boolean>} false if nothing can be stored here
 */
export const keepOwn = (files, settings) => alone(NAME, () => replace(files, settings));

/**
 * Replaces the stored files, if there are any once all earlier changes are done.
 *
 * @param {File[]} files
 * @param {any} settings
 */
export const keepOwnAgain = (files, settings) => alone(NAME, async () => (await findOwn()) && replace(files, settings));

/**
 * Replaces the stored settings, as `keepOwnAgain`.
 *
 * @param {File[]} files that are stored
 * @param {any} settings
 */
export const keepSettings = (files, settings) => alone(NAME, async () => (await findOwn()) && write(files, settings));

/** Deletes the files from this device. */
export const forgetOwn = () => alone(NAME, remove);

/** @param {File[]} files @param {any} settings */
async function replace(files, settings) {
  if (!isPossible()) return false;
  await remove();
  const cache = await caches.open(NAME);
  try {
    for (const [index, file] of files.entries()) await cache.put(addressOf(index), new Response(file));
    await write(files, settings);
  } catch {
    await remove(); // the disk is full, or the browser allows no more
    return false;
  }
  await navigator.storage?.persist?.().catch(() => {}); // the browser should not delete what the reader chose
  return true;
}

/** @param {File[]} files @param {any} settings */
async function write(files, settings) {
  if (!isPossible()) return;
  const cache = await caches.open(NAME);
  await cache.put(ABOUT, new Response(JSON.stringify({ names: files.map(({ name }) => name), settings })));
}

/** @returns {Promise<{files: File[], settings: any} | undefined>} undefined if nothing is stored */
export async function findOwn() {
  if (!isPossible() || !(await caches.has(NAME))) return undefined;
  const cache = await caches.open(NAME);
  /** @type {About | undefined} */
  const about = await (await cache.match(ABOUT))?.json();
  if (!about) return undefined;
  const files = about.names.map(async (name, index) => {
    const stored = await cache.match(addressOf(index));
    return stored ? [new File([await stored.blob()], name)] : [];
  });
  const found = (await Promise.all(files)).flat();
  return found.length === about.names.length ? { files: found, settings: about.settings } : undefined;
}

async function remove() {
  if (isPossible()) await caches.delete(NAME);
}

/** @param {number} index */
const addressOf = (index) => new URL(String(index), FOLDER).href;

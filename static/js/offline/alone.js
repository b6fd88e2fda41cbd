/**
 * Changes what is stored, one caller after another, in all tabs: what is written and removed at once would be mixed.
 *
 * @template T
 * @param {string} name of the store
 * @param {() => Promise<T>} change must not call this with the same name
 * @returns {Promise<T>}
 */
export async function alone(name, change) {
  return navigator.locks ? navigator.locks.request(name, change) : change();
}

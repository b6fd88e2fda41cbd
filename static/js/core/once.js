/**
 * Makes a trigger that runs `task` until it has once succeeded. While it runs, it is not run again.
 *
 * @template {unknown[]} About
 * @template T
 * @param {(...about: About) => Promise<T>} task gets what its trigger was given
 * @returns {(...about: About) => Promise<T>} settles with the newest run; a run that rejects is forgotten, so the
 *   next trigger tries again
 */
export function once(task) {
  /** @type {Promise<T> | undefined} */
  let run;
  return (...about) =>
    (run ??= task(...about).catch((error) => {
      run = undefined;
      throw error;
    }));
}

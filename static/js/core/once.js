/**
 * Makes a trigger that runs `task` until it has once succeeded. While it runs, it is not run again.
 *
 * @template T
 * @param {() => Promise<T>} task
 * @returns {() => Promise<T>} settles with the newest run; a run that rejects is forgotten, so the next trigger tries
 *   again
 */
export function once(task) {
  /** @type {Promise<T> | undefined} */
  let run;
  return () =>
    (run ??= task().catch((error) => {
      run = undefined;
      throw error;
    }));
}

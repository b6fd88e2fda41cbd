/**
 * Makes a trigger that runs `task` at most once at a time. All triggers during a run cause only one more run after it.
 * `task` reads the newest state itself, so outdated states are skipped.
 *
 * @param {() => Promise<void>} task
 * @returns {() => Promise<void>} settles with the first run that begins after the trigger, and so sees its state; a
 *   run that rejects does not affect later triggers
 */
export function coalesce(task) {
  /** The newest run that has begun. */
  let current = Promise.resolve();
  /** The run that has not begun yet. @type {Promise<void> | undefined} */
  let next;

  async function run() {
    await current.catch(() => {}); // its own callers handle the error
    next = undefined;
    await (current = task());
  }

  return () => (next ??= run());
}

/**
 * Makes a trigger that runs `task` at most once at a time. Triggers that come while it runs make one more run after
 * it, however many they are: `task` looks at the newest state itself, and what was overtaken is never computed.
 *
 * @param {() => Promise<void>} task
 * @returns {() => Promise<void>} settles as the run does that began after the trigger, and so saw the state of then; a
 *   run that rejects takes no later trigger with it
 */
export function coalesce(task) {
  /** The newest run that has begun. */
  let current = Promise.resolve();
  /** The one that has not. @type {Promise<void> | undefined} */
  let next;

  async function run() {
    await current.catch(() => {}); // whoever asked for it hears of it
    next = undefined;
    await (current = task());
  }

  return () => (next ??= run());
}

/**
 * Makes a trigger that runs `task` at most once at a time. Triggers that come while it runs make one more run after
 * it, however many they are: `task` looks at the newest state itself, and what was overtaken is never computed.
 *
 * @param {() => Promise<void>} task
 * @returns {() => Promise<void>} resolves when `task` has seen the state of now
 */
export function latest(task) {
  let wanted = false;
  /** @type {Promise<void> | undefined} */
  let running;

  async function run() {
    try {
      while (wanted) {
        wanted = false;
        await task();
      }
    } finally {
      running = undefined;
    }
  }

  return () => {
    wanted = true;
    return (running ??= run());
  };
}

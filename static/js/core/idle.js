/** Milliseconds to wait instead where a browser does not say when it is idle: Safari. */
const INSTEAD = 200;

/**
 * Waits until the browser has nothing else to do.
 *
 * @returns {Promise<void>}
 */
export function whenIdle() {
  const request = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ then) => setTimeout(then, INSTEAD));
  return new Promise((resolve) => request(() => resolve()));
}

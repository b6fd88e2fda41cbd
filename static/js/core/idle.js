/** Milliseconds to wait instead where a browser does not say when it is idle: Safari. */
const INSTEAD = 200;

/** Milliseconds after which a browser that is never idle, as while the camera runs on a slow phone, is not waited for. */
const LONGEST = 2000;

/**
 * Waits until the browser has nothing else to do, but not for ever.
 *
 * @returns {Promise<void>}
 */
export function whenIdle() {
  const request = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ then) => setTimeout(then, INSTEAD));
  return new Promise((resolve) => request(() => resolve(), { timeout: LONGEST }));
}
